#' Strings that print without quotes
#'
#' @param obj an object, as a rule strings.
#' @param right align to the right?
#' @examples
#' noquote(c("a", "b"))
noquote <- function(obj, right = FALSE) {
  if (!inherits(obj, "noquote")) {
    oldClass(obj) <- c(attr(obj, "class"), if (right) c(right = "noquote") else "noquote")
  }
  obj
}

print.noquote <- function(x, quote = FALSE, right = FALSE, ...) {
  copy <- x
  classes <- oldClass(copy)
  place <- match("noquote", classes)
  if (missing(right) && identical(names(classes)[place], "right")) right <- TRUE
  classes <- classes[-place]
  oldClass(copy) <- if (length(classes)) classes
  print(copy, quote = quote, right = right, ...)
  invisible(x)
}

`[.noquote` <- function(x, ...) {
  attribute <- attr(x, "legend")
  class <- oldClass(x)
  y <- NextMethod("[")
  attr(y, "legend") <- attribute
  oldClass(y) <- class
  y
}

c.noquote <- function(..., recursive = FALSE) {
  structure(NextMethod("c"), class = "noquote")
}
