#' Solve a system of linear equations
#'
#' `solve(a, b)` gives x with `a %*% x == b`; without `b` the inverse of `a`.
#'
#' @param a a square numeric matrix, or a decomposition made by `qr`.
#' @param b a vector or matrix of right-hand sides.
#' @param tol the smallest reciprocal condition number that is accepted.
#' @param LINPACK no longer used.
#' @param ... passed to methods.
#' @examples
#' solve(matrix(c(2, 0, 1, 3), 2), c(1, 2))
#' solve(diag(2) * 4)
solve <- function(a, b, ...) UseMethod("solve")

#' @rdname solve
solve.default <- function(a, b, tol = .Machine$double.eps, LINPACK = FALSE, ...) {
  if (inherits(a, "qr")) {
    warning("solve.default called with a \"qr\" object: use 'qr.solve'")
    return(solve.qr(a, b, tol))
  }
  if (is.complex(a) || (!missing(b) && is.complex(b))) {
    a <- as.matrix(a)
    if (missing(b)) {
      b <- diag(1 + 0i, nrow(a))
      colnames(b) <- rownames(a)
    }
    return(.Internal(La_solve_cmplx(a, b)))
  }
  a <- as.matrix(a)
  if (missing(b)) {
    b <- diag(1, nrow(a))
    colnames(b) <- rownames(a)
  }
  .Internal(La_solve(a, b, tol))
}

#' @rdname solve
solve.qr <- function(a, b, ...) {
  if (!is.qr(a)) stop("this is the \"qr\" method for the generic function solve()")
  columns <- ncol(a$qr)
  if (a$rank < min(dim(a$qr))) stop("singular matrix 'a' in 'solve'")
  if (missing(b)) {
    if (columns != nrow(a$qr)) stop("only square matrices can be inverted")
    b <- diag(1, columns)
  }
  solution <- qr.coef(a, b)
  solution[is.na(solution)] <- 0
  solution
}

#' Solve a triangular system
#'
#' `backsolve` solves with an upper, `forwardsolve` with a lower triangular
#' matrix.
#'
#' @param r,l a triangular matrix; the other triangle is not looked at.
#' @param x right-hand sides.
#' @param k how many columns (and rows of `x`) to use.
#' @param upper.tri whether the upper triangle is used.
#' @param transpose whether to solve with the transpose.
#' @examples
#' backsolve(rbind(c(1, 2), c(0, 4)), c(4, 8))
#' forwardsolve(rbind(c(2, 0), c(1, 1)), c(4, 5))
backsolve <- function(r, x, k = ncol(r), upper.tri = TRUE, transpose = FALSE) {
  r <- as.matrix(r)
  is_matrix <- is.matrix(x)
  if (!is_matrix) x <- as.matrix(x)
  result <- .Internal(backsolve(r, x, k, upper.tri, transpose))
  if (is_matrix) result else drop(result)
}

#' @rdname backsolve
forwardsolve <- function(l, x, k = ncol(l), upper.tri = FALSE,
                         transpose = FALSE) {
  backsolve(l, x, k = k, upper.tri = upper.tri, transpose = transpose)
}
