#' Stops at lines of files
#'
#' `findLineNum` finds the functions that have code in a line of a file, among those read with
#' `options(keep.source = TRUE)`; `setBreakpoint` has [browser()], or another tracer, called there.
#'
#' @param srcfile the name of a file, perhaps with `#` and a line number, or a `srcfile`.
#' @param line the number of the line.
#' @param nameonly compare the file's name only, not its folder?
#' @param envir,lastenv the first and last environment to look at; the default is all from the
#'   caller on.
#' @param verbose tell what was found?
#' @param tracer what to run instead of `browser`.
#' @param print,... passed to [trace()].
#' @param clear remove stops?
#' @examples
#' options(keep.source = TRUE)
#' file <- tempfile(fileext = ".R")
#' writeLines(c("f <- function(x) {", "  y <- x + 1", "  y * 2", "}"), file)
#' source(file)
#' findLineNum(file, 3)[[1]]$at
#' setBreakpoint(file, 3, tracer = quote(print(y)), verbose = FALSE)
#' f(1)
findLineNum <- function(srcfile, line, nameonly = TRUE, envir = parent.frame(), lastenv) {
  if (inherits(srcfile, "srcfile")) {
    if (missing(line)) stop("Line number missing")
    path <- source_path(srcfile)
  } else {
    if (missing(line)) {
      parts <- strsplit(srcfile, "#", fixed = TRUE)[[1L]]
      last <- length(parts)
      line <- as.numeric(parts[last])
      if (is.na(line)) stop("Line number missing")
      srcfile <- paste(parts[-last], collapse = "#")
    }
    path <- srcfile
  }
  isSame <- function(file) {
    if (nameonly) basename(file$filename) == basename(path)
    else normalizePath(source_path(file), mustWork = FALSE) == normalizePath(path, mustWork = FALSE)
  }
  if (missing(lastenv)) lastenv <- if (missing(envir)) globalenv() else emptyenv()
  found <- list()
  repeat {
    for (name in ls(envir, all.names = TRUE)) {
      value <- get0(name, envir = envir, mode = "function", inherits = FALSE)
      if (is.primitive(value) || is.null(value)) next
      if (!is.null(attr(value, "original"))) value <- attr(value, "original")
      place <- line_place(body(value), line, isSame)
      if (is.null(place)) next
      found <- c(found, list(list(
        name = name, env = envir, at = place$at, filename = source_path(place$file), line = line,
        timediff = as.numeric(place$file$timestamp) -
          as.numeric(file.mtime(source_path(place$file))))))
    }
    if (identical(envir, lastenv) || identical(envir, emptyenv())) break
    envir <- parent.env(envir)
    if (identical(envir, emptyenv())) break
  }
  structure(found, class = "findLineNumResult")
}

source_path <- function(file) {
  name <- file$filename
  if (startsWith(name, "/") || is.null(file$wd)) name else file.path(file$wd, name)
}

# Where in a body the statement of a line is: its number, and those of statements in blocks in it.
line_place <- function(code, line, isSame) {
  references <- attr(code, "srcref")
  if (!is.list(references)) return(NULL)
  file <- attr(references[[1L]], "srcfile")
  if (is.null(file) || !isSame(file)) return(NULL)
  for (k in rev(seq_along(references))) {
    reference <- references[[k]]
    lines <- if (length(reference) >= 8L) reference[7:8] else reference[c(1L, 3L)]
    if (line < lines[1L] || line > lines[2L]) next
    return(list(at = c(k, inner_place(code[[k]], line, isSame)), file = file))
  }
  NULL
}

inner_place <- function(code, line, isSame) {
  if (!is.call(code)) return(integer())
  for (k in seq_along(code)[-1L]) {
    part <- code[[k]]
    if (missing(part) || !is.call(part)) next
    if (identical(part[[1L]], quote(`{`))) {
      place <- line_place(part, line, isSame)
      if (!is.null(place) && place$at[1L] > 1L) return(c(k, place$at))
    } else if (length(deeper <- inner_place(part, line, isSame))) {
      return(c(k, deeper))
    }
  }
  integer()
}

#' @rdname findLineNum
#' @param x what `findLineNum` gave.
#' @param steps show the places in the functions?
print.findLineNumResult <- function(x, steps = TRUE, ...) {
  if (!length(x)) cat("No source refs found.\n")
  file <- NULL
  for (place in x) {
    if (!identical(file, place$filename)) {
      cat(place$filename, "#", place$line, ":\n", sep = "")
      file <- place$filename
    }
    cat("", place$name, if (steps) paste0("step  ", paste(place$at, collapse = ",")), "in ")
    cat(format_environment(place$env), "\n", sep = "")
  }
  invisible(x)
}

format_environment <- function(env) {
  name <- environmentName(env)
  if (nzchar(name)) paste0("<environment: ", name, ">") else format(env)
}

#' @rdname findLineNum
setBreakpoint <- function(srcfile, line, nameonly = TRUE, envir = parent.frame(), lastenv,
                          verbose = TRUE, tracer, print = FALSE, clear = FALSE, ...) {
  if (missing(lastenv)) lastenv <- if (missing(envir)) globalenv() else emptyenv()
  found <- findLineNum(srcfile, line, nameonly, envir, lastenv)
  for (place in found) {
    if (clear) {
      untrace(place$name, where = place$env)
      next
    }
    run <- if (!missing(tracer)) tracer else substitute({
      cat(paste0(file, "#", line, "\n"))
      browser(skipCalls = 4L)
    }, list(file = basename(place$filename), line = place$line))
    trace(place$name, tracer = run, at = list(place$at), where = place$env, print = print, ...)
  }
  if (verbose) base::print(found, steps = !clear)
  invisible(found)
}
