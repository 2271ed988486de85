#' Matrix cross products
#'
#' `crossprod(x, y)` is `t(x) %*% y`, `tcrossprod(x, y)` is `x %*% t(y)`; without
#' `y` it is `x`.
#'
#' @param x,y numeric or complex matrices or vectors.
#' @examples
#' crossprod(matrix(1:4, 2))
#' tcrossprod(1:2)
crossprod <- function(x, y = NULL) .Internal(crossprod(x, y))

#' @rdname crossprod
tcrossprod <- function(x, y = NULL) .Internal(tcrossprod(x, y))
