#' The gamma distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param shape the shapes.
#' @param rate the rates.
#' @param scale the scales, the inverse of `rate`.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dgamma(1, 2)
dgamma <- function(x, shape, rate = 1, scale = 1/rate, log = FALSE) {
  check_gamma_rate(missing(rate), missing(scale), rate, scale)
  .Internal(dgamma(x, shape, scale, log))
}

#' @rdname dgamma
#' @examples
#' pgamma(1, 2)
pgamma <- function(q, shape, rate = 1, scale = 1/rate, lower.tail = TRUE,
                   log.p = FALSE) {
  check_gamma_rate(missing(rate), missing(scale), rate, scale)
  .Internal(pgamma(q, shape, scale, lower.tail, log.p))
}

#' @rdname dgamma
#' @examples
#' qgamma(0.25, 2)
qgamma <- function(p, shape, rate = 1, scale = 1/rate, lower.tail = TRUE,
                   log.p = FALSE) {
  check_gamma_rate(missing(rate), missing(scale), rate, scale)
  .Internal(qgamma(p, shape, scale, lower.tail, log.p))
}

#' @rdname dgamma
#' @examples
#' set.seed(1)
#' rgamma(3, 2)
rgamma <- function(n, shape, rate = 1, scale = 1/rate) {
  check_gamma_rate(missing(rate), missing(scale), rate, scale)
  .Internal(rgamma(n, shape, scale))
}

check_gamma_rate <- function(no_rate, no_scale, rate, scale) {
  if (no_rate || no_scale) return(invisible())
  caller <- sys.call(-1L)
  if (abs(rate * scale - 1) < 1e-15) {
    warning(simpleWarning("specify 'rate' or 'scale' but not both", caller))
  } else {
    stop(simpleError("specify 'rate' or 'scale' but not both", caller))
  }
}
