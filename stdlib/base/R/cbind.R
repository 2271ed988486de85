#' Bind columns or rows
#'
#' Puts vectors, matrices or data frames side by side or one below the other.
#' Vectors are recycled; names of columns (rows) come from arguments.
#'
#' @param ... vectors, matrices, data frames.
#' @param deparse.level which unnamed arguments give names: 0 none, 1 symbols,
#'   2 all expressions.
#' @examples
#' cbind(1:2, b = 3)
#' rbind(c(a = 1, b = 2), 3:4)
cbind <- function(..., deparse.level = 1) .Internal(cbind(deparse.level, ...))

#' @rdname cbind
rbind <- function(..., deparse.level = 1) .Internal(rbind(deparse.level, ...))
