#' Compiled code that is loaded
#'
#' Apus loads no compiled code of packages: the lists are empty.
#'
#' @param new a list to set.
#' @param x such a list.
#' @param name the name of a part.
#' @param ... further arguments.
#' @examples
#' length(getLoadedDLLs())
getLoadedDLLs <- function() structure(list(), class = "DLLInfoList")

#' @rdname getLoadedDLLs
.dynLibs <- function(new) {
  if (!missing(new)) .libraryState$dynLibs <- new
  if (is.null(.libraryState$dynLibs)) getLoadedDLLs() else .libraryState$dynLibs
}

`[.DLLInfoList` <- function(x, ...) structure(NextMethod("["), class = "DLLInfoList")

`$.DLLInfo` <- function(x, name) unclass(x)[[as.character(name)]]

print.DLLInfo <- function(x, ...) {
  parts <- unclass(x)
  cat("DLL name: ", parts[["name"]], "\nFilename: ", parts[["path"]],
      "\nDynamic lookup: ", parts[["dynamicLookup"]], "\n", sep = "")
  invisible(x)
}

print.DLLInfoList <- function(x, ...) {
  if (length(x)) {
    parts <- lapply(unclass(x), unclass)
    print(data.frame(
      Filename = vapply(parts, function(part) part[["path"]], ""),
      Dynamic.Lookup = vapply(parts, function(part) part[["dynamicLookup"]], NA)
    ), ...)
  }
  invisible(x)
}

#' The version of libcurl
#'
#' The empty string: Apus has no libcurl.
#'
#' @examples
#' libcurlVersion()
libcurlVersion <- function() ""

#' Routines of compiled code
#'
#' As Apus loads no compiled code of packages, there is none to be found: asking
#' for some is an error.
#'
#' @param dll,chname the name of the code.
#' @param addNames name the routines?
#' @param file.ext the ending of its file.
#' @param package,lib.loc,libpath,verbose,... not used: there is nothing to load.
#' @examples
#' library.dynam()
getDLLRegisteredRoutines <- function(dll, addNames = TRUE) UseMethod("getDLLRegisteredRoutines")

getDLLRegisteredRoutines.character <- function(dll, addNames = TRUE) {
  stop(gettextf("No DLL currently loaded with name or path %s", sQuote(dll)), domain = NA)
}

getDLLRegisteredRoutines.DLLInfo <- function(dll, addNames = TRUE) {
  kinds <- c(".C", ".Call", ".Fortran", ".External")
  none <- structure(list(), class = "NativeRoutineList")
  structure(rep(list(none), 4L), names = kinds, class = "DLLRegisteredRoutines")
}

print.NativeRoutineList <- function(x, ...) {
  routines <- unclass(x)
  print(data.frame(
    numParameters = vapply(routines, function(routine) routine$numParameters, 0L),
    row.names = vapply(routines, function(routine) routine$name, "")
  ), ...)
  invisible(x)
}

print.DLLRegisteredRoutines <- function(x, ...) {
  for (kind in names(x)[lengths(x) > 0L]) {
    cat(kind, "\n", sep = "")
    print(x[[kind]], ...)
  }
  invisible(x)
}

#' @rdname getDLLRegisteredRoutines
library.dynam <- function(chname, package, lib.loc, verbose = getOption("verbose"),
                          file.ext = .Platform$dynlib.ext, ...) {
  if (missing(chname) || !nzchar(chname)) return(.dynLibs())
  stop(gettextf("shared object %s not found", sQuote(paste0(chname, file.ext))), domain = NA)
}

#' @rdname getDLLRegisteredRoutines
library.dynam.unload <- function(chname, libpath, verbose = getOption("verbose"),
                                 file.ext = .Platform$dynlib.ext) {
  if (missing(chname) || !nzchar(chname)) {
    stop("no shared object was specified")
  }
  stop(gettextf("shared object %s was not loaded", sQuote(paste0(chname, file.ext))), domain = NA)
}
