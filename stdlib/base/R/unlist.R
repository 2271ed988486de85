#' Flatten a list
#'
#' All leaves of a list as one vector of the most general type among them. Names
#' are put together from those on the way to each leaf.
#'
#' @param x a list or a vector.
#' @param recursive flatten inner lists too?
#' @param use.names make names?
#' @examples
#' unlist(list(a = 1:2, b = list(c = 3, 4)))
#' unlist(list(factor("a"), factor("b")))
unlist <- function(x, recursive = TRUE, use.names = TRUE)
  .Internal(unlist(x, recursive, use.names))

#' Lengths of the elements of a list
#'
#' @param x a list or an atomic vector.
#' @param use.names keep names?
#' @examples
#' lengths(list(a = 1:3, b = NULL))
lengths <- function(x, use.names = TRUE) .Internal(lengths(x, use.names))
