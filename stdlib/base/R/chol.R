#' The Cholesky decomposition
#'
#' `chol` gives the upper triangular R with `crossprod(R) == x` for a symmetric
#' positive-definite matrix; `chol2inv` the inverse of `x` from R.
#'
#' @param x a symmetric matrix; for `chol2inv` its triangular factor.
#' @param pivot whether rows and columns may be exchanged.
#' @param LINPACK no longer used.
#' @param tol tolerance when pivoting.
#' @param size how many columns of the factor to use.
#' @param ... passed to methods.
#' @examples
#' chol(matrix(c(4, 2, 2, 3), 2))
#' chol2inv(chol(matrix(c(4, 2, 2, 3), 2)))
chol <- function(x, ...) UseMethod("chol")

#' @rdname chol
chol.default <- function(x, pivot = FALSE, LINPACK = FALSE, tol = -1, ...) {
  .Internal(La_chol(as.matrix(x), pivot, tol))
}

#' @rdname chol
chol2inv <- function(x, size = NCOL(x), LINPACK = FALSE) {
  .Internal(La_chol2inv(as.matrix(x), size))
}
