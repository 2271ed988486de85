#' Vectors
#'
#' `as.vector` makes `x` a vector of some mode and drops its attributes
#' (lists keep theirs); `is.vector` tells whether `x` is a vector of that mode
#' with no attributes but names.
#'
#' @param x any value.
#' @param mode the name of a type, `"any"`, `"numeric"`, `"list"` or
#'   `"symbol"`.
#' @examples
#' as.vector(matrix(1:4, 2))
#' as.vector(c(a = 1, b = 2), "list")
#' is.vector(c(a = 1))
#' is.vector(matrix(1))
as.vector <- function(x, mode = "any") .Internal(as.vector(x, mode))

#' @rdname as.vector
is.vector <- function(x, mode = "any") .Internal(is.vector(x, mode))

#' Names as values
#'
#' @param x a string.
#' @examples
#' as.symbol("a")
as.symbol <- function(x) .Internal(as.vector(x, "symbol"))

#' @rdname as.symbol
as.name <- function(x) .Internal(as.vector(x, "symbol"))
