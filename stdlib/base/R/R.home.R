#' Folders of R
#'
#' `R.home` is the folder of the R installed on this system, as the variable
#' `R_HOME` tells; `.libPaths` the folders in which packages are looked for,
#' `find.package` and `path.package` the folders of packages.
#'
#' @param component a part: `"home"`, `"bin"`, `"doc"`, `"etc"`, `"include"`,
#'   `"share"`, `"library"`, ….
#' @param new folders to put in front.
#' @param include.site keep the site's folders?
#' @param package names of packages; those attached if `NULL`.
#' @param lib.loc folders to look in.
#' @param quiet no error if there is none?
#' @param verbose warn if there are several?
#' @examples
#' is.character(R.home("doc"))
#' is.character(.libPaths())
R.home <- function(component = "home") {
  home <- Sys.getenv("R_HOME", "/usr/lib/R")
  if (component == "home") return(home)
  variable <- c(doc = "R_DOC_DIR", include = "R_INCLUDE_DIR", share = "R_SHARE_DIR")[component]
  places <- c(
    if (!is.na(variable)) Sys.getenv(variable), file.path(home, component),
    if (!is.na(variable)) file.path("/usr/share/R", component)
  )
  c(places[nzchar(places) & dir.exists(places)], file.path(home, component))[1L]
}

#' @rdname R.home
.Library <- file.path(R.home(), "library")

#' @rdname R.home
.Library.site <- c("/usr/local/lib/R/site-library", "/usr/lib/R/site-library")

.libraryState <- new.env(parent = emptyenv())

#' @rdname R.home
.libPaths <- function(new, include.site = TRUE) {
  if (!missing(new)) {
    paths <- c(new, if (include.site) .Library.site, .Library)
    .libraryState$paths <- unique(normalizePath(paths[dir.exists(paths)]))
    return(invisible(.libraryState$paths))
  }
  if (is.null(.libraryState$paths)) {
    set <- strsplit(Sys.getenv(c("R_LIBS", "R_LIBS_USER")), ":", fixed = TRUE)
    paths <- c(.expand_R_libs_env_var(unlist(set)), .Library.site, .Library)
    .libraryState$paths <- unique(normalizePath(paths[dir.exists(paths)]))
  }
  .libraryState$paths
}

#' @rdname R.home
.expand_R_libs_env_var <- function(x) {
  version <- paste(R.version$major, R.version$minor, sep = ".")
  values <- c(
    V = version, v = sub("\\.[^.]*$", "", version), p = R.version$platform,
    o = R.version$os, a = R.version$arch
  )
  for (letter in names(values)) x <- gsub(paste0("%", letter), values[[letter]], x, fixed = TRUE)
  x
}

#' @rdname R.home
find.package <- function(package = NULL, lib.loc = NULL, quiet = FALSE,
                         verbose = getOption("verbose")) {
  if (is.null(package)) package <- .packages()
  if (!length(package)) return(character())
  folders <- if (is.null(lib.loc)) .libPaths() else lib.loc
  found <- vapply(package, function(name) {
    places <- file.path(folders, name)
    places <- places[file.exists(file.path(places, "DESCRIPTION"))]
    if (verbose && length(places) > 1L) {
      warning(gettextf("package %s found more than once, using the first from\n  %s",
                       sQuote(name), paste(dQuote(places), collapse = ",\n  ")), domain = NA)
    }
    if (length(places)) places[1L]
    # The packages inside Apus lie where they would lie in R's library.
    else if (is.null(lib.loc) && name %in% c("base", loadedNamespaces())) file.path(.Library, name)
    else NA_character_
  }, "", USE.NAMES = FALSE)
  bad <- is.na(found)
  if (!quiet && any(bad)) {
    if (length(package) == 1L) stop(packageNotFoundError(package, lib.loc, sys.call()))
    for (name in package[bad]) {
      warning(gettextf("there is no package called %s", sQuote(name)), domain = NA)
    }
  }
  found[!bad]
}

#' @rdname R.home
path.package <- function(package = NULL, quiet = FALSE) {
  attached <- .packages()
  if (is.null(package)) package <- attached
  known <- package[package %in% attached]
  if (!length(known) && !quiet && length(package)) stop("none of the packages are loaded")
  if (!quiet && length(known) < length(package)) {
    missing <- setdiff(package, known)
    warning(sprintf(ngettext(length(missing), "package %s is not loaded",
                             "packages %s are not loaded"),
                    paste(sQuote(missing), collapse = ", ")), domain = NA)
  }
  find.package(known, quiet = TRUE)
}

#' @rdname R.home
searchpaths <- function() {
  vapply(search(), function(entry) {
    if (startsWith(entry, "package:")) find.package(substring(entry, 9L), quiet = TRUE) else entry
  }, "", USE.NAMES = FALSE)
}

#' Read environment variables from a file
#'
#' Sets variables from lines `NAME=value`; values may hold `${NAME-default}`.
#'
#' @param path the path of the file.
#' @examples
#' name <- tempfile()
#' writeLines("APUS_EXAMPLE=hello", name)
#' readRenviron(name)
#' Sys.getenv("APUS_EXAMPLE")
#' unlink(name)
readRenviron <- function(path) {
  if (!file.exists(path)) {
    warning(gettextf("file '%s' cannot be opened for reading", path), domain = NA)
    return(invisible(FALSE))
  }
  lines <- trimws(readLines(path, warn = FALSE))
  lines <- lines[grepl("^[^#=]+=", lines)]
  for (line in lines) {
    name <- trimws(sub("=.*", "", line))
    value <- trimws(sub("^[^=]*=", "", line))
    value <- .expandVariables(gsub("^(['\"])(.*)\\1$", "\\2", value))
    do.call(Sys.setenv, structure(list(value), names = name))
  }
  invisible(TRUE)
}

.expandVariables <- function(value) {
  pattern <- "\\$\\{([^-}]+)(:?-([^{}]*))?\\}"
  while (grepl(pattern, value)) {
    parts <- regmatches(value, regexec(pattern, value))[[1L]]
    set <- Sys.getenv(parts[2L])
    value <- sub(pattern, "\001", value)
    value <- sub("\001", if (nzchar(set)) set else parts[4L], value, fixed = TRUE)
  }
  value
}
