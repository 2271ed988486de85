#' The singular value decomposition
#'
#' The singular values `d` and vectors `u`, `v` with
#' `x == u %*% diag(d) %*% t(v)`.
#'
#' @param x a numeric matrix.
#' @param nu,nv how many left and right singular vectors are wanted.
#' @param LINPACK no longer used.
#' @examples
#' svd(matrix(1:4, 2))$d
svd <- function(x, nu = min(n, p), nv = min(n, p), LINPACK = FALSE) {
  x <- as.matrix(x)
  if (any(!is.finite(x))) stop("infinite or missing values in 'x'")
  n <- nrow(x)
  p <- ncol(x)
  if (!n || !p) stop("a dimension is zero")
  result <- La.svd(x, nu, nv)
  parts <- list(d = result$d)
  if (nu) parts$u <- result$u
  if (nv) parts$v <- t(result$vt)
  parts
}

#' @rdname svd
La.svd <- function(x, nu = min(n, p), nv = min(n, p)) {
  x <- as.matrix(x)
  if (!is.numeric(x)) stop("argument to 'La.svd' must be numeric or complex")
  if (any(!is.finite(x))) stop("infinite or missing values in 'x'")
  n <- nrow(x)
  p <- ncol(x)
  if (!n || !p) stop("a dimension is zero")
  least <- min(n, p)
  job <- if (nu == 0L && nv == 0L) "N"
  else if (nu > least || nv > least) "A"
  else "S"
  full <- .Internal(La_svd(job, x))
  result <- full["d"]
  if (nu) result$u <- full$u[, seq_len(min(n, nu)), drop = FALSE]
  if (nv) result$vt <- full$vt[seq_len(min(p, nv)), , drop = FALSE]
  result
}
