#' Bessel functions
#'
#' Bessel functions of real order: of the first kind (`besselJ`), the second
#' (`besselY`), and the modified ones (`besselI`, `besselK`).
#'
#' @param x numbers, not negative.
#' @param nu the orders, recycled with `x`.
#' @param expon.scaled scale by \eqn{e^{-x}} (`besselI`) or \eqn{e^x}
#'   (`besselK`), against overflow and underflow?
#' @examples
#' besselJ(0:3, 0)
#' besselY(1, 0.5)
#' besselI(10, 1, expon.scaled = TRUE)
#' besselK(0.1, 1:3)
besselI <- function(x, nu, expon.scaled = FALSE) {
  .Internal(besselI(x, nu, 1 + as.logical(expon.scaled)))
}

#' @rdname besselI
besselK <- function(x, nu, expon.scaled = FALSE) {
  .Internal(besselK(x, nu, 1 + as.logical(expon.scaled)))
}

#' @rdname besselI
besselJ <- function(x, nu) .Internal(besselJ(x, nu))

#' @rdname besselI
besselY <- function(x, nu) .Internal(besselY(x, nu))
