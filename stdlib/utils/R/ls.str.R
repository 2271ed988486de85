#' List objects and their structure
#'
#' `ls.str` returns the names of the objects in an environment, and prints them
#' with their structure; `lsf.str` only functions.
#'
#' @param pos,name,envir the environment.
#' @param all.names whether names that begin with a dot count.
#' @param pattern a regular expression for the names.
#' @param mode the mode of the objects.
#' @examples
#' ls.str(list2env(list(a = 1, b = "x")))
ls.str <- function(pos = -1, name, envir, all.names = FALSE, pattern,
                   mode = "any") {
  if (missing(envir)) {
    envir <- if (!missing(name)) as.environment(name)
      else if (is.environment(pos)) pos
      else if (is.list(pos)) list2env(pos)
      else if (pos == -1) parent.frame() else as.environment(pos)
  }
  names <- ls(envir = envir, all.names = all.names, pattern = pattern)
  kept <- vapply(names, function(n) exists(n, envir = envir, mode = mode, inherits = FALSE), NA)
  structure(names[kept], envir = envir, mode = mode, class = "ls_str")
}

#' @rdname ls.str
#' @param ... passed on to `ls.str`.
#' @examples
#' lsf.str(list2env(list(f = function(x) x)))
lsf.str <- function(pos = -1, envir, ...) {
  if (missing(envir)) {
    envir <- if (is.environment(pos)) pos
      else if (pos == -1) parent.frame() else as.environment(pos)
  }
  ls.str(envir = envir, mode = "function", ...)
}

print.ls_str <- function(x, max.level = 1, give.attr = FALSE, ...,
                         digits = max(1, getOption("str")$digits.d)) {
  envir <- attr(x, "envir")
  for (name in x) {
    cat(name, ": ")
    value <- tryCatch(get(name, envir = envir), error = function(e) e)
    if (inherits(value, "error")) {
      cat("<error: ", conditionMessage(value), ">\n", sep = "")
    } else {
      str(value, max.level = max.level, give.attr = give.attr, digits.d = digits, ...)
    }
  }
  invisible(x)
}
