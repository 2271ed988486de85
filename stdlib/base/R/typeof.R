#' The type of a value
#'
#' How the interpreter stores `x`.
#'
#' @param x any value.
#' @examples
#' typeof(1L)
#' typeof(mean)
typeof <- function(x) .Internal(typeof(x))
