#' The determinant of a matrix
#'
#' `det` gives the determinant, `determinant` its sign and the (logarithm of
#' the) modulus apart.
#'
#' @param x a square numeric matrix.
#' @param logarithm whether the logarithm of the modulus is wanted.
#' @param ... passed to methods.
#' @examples
#' det(matrix(c(2, 1, 1, 3), 2))
#' determinant(diag(3))$sign
det <- function(x, ...) {
  parts <- determinant(x, logarithm = TRUE, ...)
  parts$sign * exp(parts$modulus)[1L]
}

#' @rdname det
determinant <- function(x, logarithm = TRUE, ...) UseMethod("determinant")

#' @rdname det
determinant.matrix <- function(x, logarithm = TRUE, ...) {
  if (nrow(x) != ncol(x)) stop("'x' must be a square matrix")
  if (is.complex(x)) stop("'determinant' not currently defined for complex matrices")
  .Internal(det_ge_real(x, logarithm))
}

#' Norm and condition of a matrix
#'
#' `norm` gives the one norm (`"O"`), the infinity norm (`"I"`), the Frobenius
#' norm (`"F"`), the largest element (`"M"`) or the largest singular value
#' (`"2"`); `rcond` the reciprocal condition number; `kappa` a condition number,
#' by default an estimate.
#'
#' @param x,z a numeric matrix.
#' @param type,norm which norm.
#' @param triangular whether to look only at the upper triangle.
#' @param exact whether to compute by singular values instead of estimating.
#' @param method,inv_z,uplo,LINPACK how to compute.
#' @param ... passed to methods.
#' @examples
#' norm(matrix(1:4, 2))
#' norm(matrix(1:4, 2), "2")
#' kappa(diag(2))
norm <- function(x, type = c("O", "I", "F", "M", "2")) {
  if (identical("2", type)) {
    if (!length(x)) return(0)
    if (anyNA(x)) return(NA_real_)
    return(svd(x, nu = 0L, nv = 0L)$d[1L])
  }
  .Internal(La_dlange(x, if (missing(type)) "O" else type))
}

#' @rdname norm
rcond <- function(x, norm = c("O", "I", "1"), triangular = FALSE, ...) {
  norm <- match.arg(norm)
  x <- as.matrix(x)
  if (nrow(x) != ncol(x)) {
    x <- qr.R(qr(if (nrow(x) < ncol(x)) t(x) else x))
    triangular <- TRUE
  }
  if (triangular) .Internal(La_dtrcon(x, norm)) else .Internal(La_dgecon(x, norm))
}

#' @rdname norm
kappa <- function(z, ...) UseMethod("kappa")

#' @rdname norm
kappa.default <- function(z, exact = FALSE, norm = NULL,
                          method = c("qr", "direct"), ...) {
  method <- match.arg(method)
  z <- as.matrix(z)
  norm <- if (!is.null(norm)) match.arg(norm, c("2", "1", "O", "I"))
  is_two <- is.null(norm) || norm == "2"
  if (exact && is_two) {
    values <- svd(z, nu = 0L, nv = 0L)$d
    return(max(values) / min(values[values > 0]))
  }
  if (exact) {
    warning(gettextf("norm '%s' currently always uses exact = FALSE", norm), domain = NA)
  }
  size <- dim(z)
  if (method == "direct" && size[1L] == size[2L]) {
    return(.kappa_tri(z, exact = FALSE, norm = norm))
  }
  kappa.qr(qr(if (size[1L] < size[2L]) t(z) else z), exact = FALSE, norm = norm)
}

#' @rdname norm
kappa.qr <- function(z, ...) {
  .kappa_tri(qr.R(z), ...)
}

#' @rdname norm
kappa.lm <- function(z, ...) kappa.qr(z$qr, ...)

#' @rdname norm
.kappa_tri <- function(z, exact = FALSE, LINPACK = TRUE, norm = NULL, ...) {
  if (exact) return(kappa.default(z, exact = TRUE, norm = norm))
  if (!nrow(z)) return(0)
  if (is.null(norm)) norm <- "1"
  if (LINPACK) return(1 / .Internal(dtrco(if (norm == "I") t(z) else z)))
  1 / .Internal(La_dtrcon(z, if (norm == "2") "1" else norm))
}
