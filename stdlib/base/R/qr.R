#' The QR decomposition of a matrix
#'
#' `qr` decomposes a matrix into an orthogonal and an upper triangular one by
#' Householder reflections. Columns that depend on those before them are moved
#' to the end, and the rank is the number of the others. `is.qr` and `as.qr`
#' recognise and refuse what is no such decomposition.
#'
#' @param x a numeric matrix.
#' @param tol how small the remainder of a dependent column is, relative to it.
#' @param LAPACK whether to pivot columns by their norms instead.
#' @param ... passed to methods.
#' @examples
#' qr(cbind(1, 1:3, 2:4))$rank
qr <- function(x, ...) UseMethod("qr")

#' @rdname qr
qr.default <- function(x, tol = 1e-07, LAPACK = FALSE, ...) {
  x <- as.matrix(x)
  if (is.complex(x)) stop("complex matrices are not decomposed by 'qr'")
  if (LAPACK) {
    return(structure(.Internal(La_qr(x)), useLAPACK = TRUE, class = "qr"))
  }
  if (anyNA(x) || any(is.infinite(x))) {
    stop("NA/NaN/Inf in foreign function call (arg 1)")
  }
  result <- .Internal(qrFactor(x, tol))
  labels <- dimnames(x)
  if (!is.null(labels)) {
    if (!is.null(labels[[2L]])) labels[[2L]] <- labels[[2L]][result$pivot]
    dimnames(result$qr) <- labels
  }
  structure(result, class = "qr")
}

#' @rdname qr
is.qr <- function(x) inherits(x, "qr")

#' @rdname qr
as.qr <- function(x) stop("you cannot be serious", domain = NA)

#' Use a QR decomposition
#'
#' With the decomposition of X, `qr.coef` gives the least-squares coefficients of
#' `y` on the columns of X (NA for dependent ones), `qr.fitted` and `qr.resid` the
#' two parts of `y`, `qr.qy` and `qr.qty` products with the orthogonal matrix and its
#' transpose, `qr.solve` solves a system.
#'
#' @param qr a decomposition made by `qr`.
#' @param y a numeric vector or matrix.
#' @param k how many columns to use.
#' @param a,b a matrix (or its decomposition) and right-hand sides.
#' @param tol passed to `qr`.
#' @examples
#' d <- qr(cbind(1, 1:4))
#' qr.coef(d, c(2, 4, 6, 9))
#' qr.resid(d, c(2, 4, 6, 9))
qr.coef <- function(qr, y) {
  .checkQR(qr)
  is_vector <- !is.matrix(y)
  if (is_vector) y <- as.matrix(y)
  columns <- ncol(qr$qr)
  rank <- qr$rank
  if (nrow(qr$qr) != nrow(y)) {
    stop("'qr' and 'y' must have the same number of rows")
  }
  result <- matrix(NA_real_, columns, ncol(y))
  if (rank > 0L) {
    solved <- if (.isLapack(qr)) .Internal(qr_coef_real(qr$qr, qr$qraux, y))
    else .Internal(qrCoefficients(qr$qr, qr$qraux, rank, y))
    result[qr$pivot[seq_len(rank)], ] <- solved
  }
  labels <- colnames(qr$qr)
  if (!is.null(labels)) labels[qr$pivot] <- labels
  if (is_vector) {
    result <- drop(result)
    if (columns == 1L) result <- as.vector(result)
    if (!is.null(labels)) names(result) <- labels
    return(result)
  }
  if (!is.null(labels) || !is.null(colnames(y))) {
    dimnames(result) <- list(labels, colnames(y))
  }
  result
}

#' @rdname qr.coef
qr.qy <- function(qr, y) {
  .checkQR(qr)
  if (.isLapack(qr)) {
    return(.Internal(qr_qy_real(qr$qr, qr$qraux, as.matrix(y), FALSE)))
  }
  .checkRows(qr, y)
  .Internal(qrApply(qr$qr, qr$qraux, qr$rank, y, FALSE))
}

#' @rdname qr.coef
qr.qty <- function(qr, y) {
  .checkQR(qr)
  if (.isLapack(qr)) {
    return(.Internal(qr_qy_real(qr$qr, qr$qraux, as.matrix(y), TRUE)))
  }
  .checkRows(qr, y)
  .Internal(qrApply(qr$qr, qr$qraux, qr$rank, y, TRUE))
}

#' @rdname qr.coef
qr.resid <- function(qr, y) {
  .checkQR(qr)
  if (.isLapack(qr)) stop("not implemented for LAPACK QR")
  .checkRows(qr, y)
  if (qr$rank == 0L) return(y)
  .Internal(qrProject(qr$qr, qr$qraux, qr$rank, y, TRUE))
}

#' @rdname qr.coef
qr.fitted <- function(qr, y, k = qr$rank) {
  .checkQR(qr)
  if (.isLapack(qr)) stop("not implemented for LAPACK QR")
  if (k > qr$rank) stop("'k' is too large")
  .checkRows(qr, y)
  .Internal(qrProject(qr$qr, qr$qraux, k, y, FALSE))
}

#' @rdname qr.coef
qr.solve <- function(a, b, tol = 1e-07) {
  if (!inherits(a, "qr")) a <- qr(a, tol = tol)
  rows <- nrow(a$qr)
  columns <- ncol(a$qr)
  if (a$rank < min(rows, columns)) stop("singular matrix 'a' in solve")
  if (missing(b)) {
    if (rows != columns) stop("only square matrices can be inverted")
    b <- diag(1, rows)
  }
  result <- qr.coef(a, b)
  result[is.na(result)] <- 0
  result
}

.checkQR <- function(qr) {
  if (!is.qr(qr)) {
    stop(simpleError("argument is not a QR decomposition", sys.call(-1L)))
  }
}

.checkRows <- function(qr, y) {
  if (NROW(y) != nrow(qr$qr)) {
    stop(simpleError("'qr' and 'y' must have the same number of rows",
                     sys.call(-1L)))
  }
}

.isLapack <- function(qr) isTRUE(attr(qr, "useLAPACK"))

#' The matrices of a QR decomposition
#'
#' @param qr a decomposition made by `qr`.
#' @param complete whether to complete Q to a square matrix.
#' @param Dvec a vector of multipliers for the columns of Q.
#' @param ncol how many columns of X.
#' @examples
#' d <- qr(cbind(1, 1:3))
#' qr.Q(d) %*% qr.R(d)
#' qr.X(d)
qr.Q <- function(qr, complete = FALSE, Dvec) {
  .checkQR(qr)
  rows <- nrow(qr$qr)
  columns <- if (complete) rows else min(dim(qr$qr))
  if (missing(Dvec)) Dvec <- rep.int(1, columns)
  else if (length(Dvec) < columns) stop("'Dvec' has wrong length")
  unit <- matrix(0, rows, columns)
  unit[cbind(seq_len(columns), seq_len(columns))] <- Dvec[seq_len(columns)]
  qr.qy(qr, unit)
}

#' @rdname qr.Q
qr.R <- function(qr, complete = FALSE) {
  .checkQR(qr)
  triangle <- qr$qr
  if (!complete) triangle <- triangle[seq_len(min(dim(triangle))), , drop = FALSE]
  triangle[row(triangle) > col(triangle)] <- 0
  triangle
}

#' @rdname qr.Q
qr.X <- function(qr, complete = FALSE,
                 ncol = if (complete) nrow(R) else min(dim(R))) {
  .checkQR(qr)
  pivot <- qr$pivot
  R <- qr.R(qr, complete = TRUE)
  labels <- colnames(R)
  columns <- dim(R)[2L]
  if (ncol < columns) R <- R[, seq_len(ncol), drop = FALSE]
  else if (ncol > columns) {
    extra <- diag(nrow(R))[, seq.int(columns + 1L, ncol), drop = FALSE]
    R <- cbind(R, extra)
  }
  result <- qr.qy(qr, R)
  if (ncol >= columns) {
    result[, pivot] <- result[, seq_along(pivot)]
    if (!is.null(labels)) {
      all <- character(ncol)
      all[pivot] <- labels
      colnames(result) <- all
    }
  }
  if (!is.null(rownames(qr$qr))) rownames(result) <- rownames(qr$qr)
  result
}
