#' Zeros of a polynomial
#'
#' All complex zeros of \eqn{z_1 + z_2 x + \dots + z_n x^{n-1}}, by the
#' algorithm of Jenkins and Traub.
#'
#' @param z the coefficients, that of the constant first.
#' @examples
#' polyroot(c(6, -5, 1))
polyroot <- function(z) .Internal(polyroot(z))
