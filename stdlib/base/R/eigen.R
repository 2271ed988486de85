#' Eigenvalues and eigenvectors
#'
#' The eigenvalues of a square matrix in decreasing order (of their moduli),
#' with an eigenvector a column.
#'
#' @param x a numeric matrix.
#' @param symmetric whether only the lower triangle is used; by default whether
#'   the matrix is symmetric.
#' @param only.values whether no vectors are wanted.
#' @param EISPACK no longer used.
#' @examples
#' eigen(matrix(c(2, 1, 1, 2), 2))
eigen <- function(x, symmetric, only.values = FALSE, EISPACK = FALSE) {
  x <- unname(as.matrix(x))
  n <- nrow(x)
  if (!n) stop("0 x 0 matrix")
  if (n != ncol(x)) stop("non-square matrix in 'eigen'")
  if (any(!is.finite(x))) stop("infinite or missing values in 'x'")
  if (missing(symmetric)) symmetric <- isSymmetric.matrix(x)
  result <- if (is.complex(x)) {
    if (symmetric) .hermitianEigen(x, only.values)
    else .Internal(La_rg_cmplx(x, only.values))
  } else if (symmetric) {
    .Internal(La_rs(x, only.values))
  } else {
    .Internal(La_rg(x, only.values))
  }
  if (!symmetric) {
    order <- sort.list(Mod(result$values), decreasing = TRUE)
    result$values <- result$values[order]
    if (!only.values) result$vectors <- result$vectors[, order, drop = FALSE]
  }
  if (only.values) return(list(values = result$values, vectors = NULL))
  structure(class = "eigen", result[c("values", "vectors")])
}

# LAPACK gives the values of a Hermitian matrix in increasing order.
.hermitianEigen <- function(x, only.values) {
  result <- .Internal(La_rs_cmplx(x, only.values))
  order <- rev(seq_along(result$values))
  result$values <- result$values[order]
  if (!only.values) result$vectors <- result$vectors[, order, drop = FALSE]
  result
}

#' @rdname eigen
print.eigen <- function(x, ...) {
  cat("eigen() decomposition\n")
  print(unclass(x), ...)
  invisible(x)
}

#' Whether a matrix is symmetric
#'
#' @param object a matrix.
#' @param tol,tol1 relative tolerances of the comparison.
#' @param ... passed to `all.equal`.
#' @examples
#' isSymmetric(diag(3))
#' isSymmetric(matrix(1:4, 2))
isSymmetric <- function(object, ...) UseMethod("isSymmetric")

#' @rdname isSymmetric
isSymmetric.matrix <- function(object, tol = 100 * .Machine$double.eps,
                               tol1 = 8 * tol, ...) {
  if (!is.matrix(object)) return(FALSE)
  size <- dim(object)
  if (size[1L] != size[2L]) return(FALSE)
  labels <- dimnames(object)
  if (!is.null(labels) && !is.null(labels[[1L]]) && !is.null(labels[[2L]]) &&
      !identical(labels[[1L]], labels[[2L]])) {
    return(FALSE)
  }
  object <- unname(object)
  turned <- if (is.complex(object)) Conj(t(object)) else t(object)
  isTRUE(all.equal(object, turned, tolerance = tol, ...))
}
