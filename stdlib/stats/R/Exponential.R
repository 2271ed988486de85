#' The exponential distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param rate the rates.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dexp(1)
dexp <- function(x, rate = 1, log = FALSE)
  .Internal(dexp(x, 1/rate, log))

#' @rdname dexp
#' @examples
#' pexp(1)
pexp <- function(q, rate = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(pexp(q, 1/rate, lower.tail, log.p))

#' @rdname dexp
#' @examples
#' qexp(0.25)
qexp <- function(p, rate = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qexp(p, 1/rate, lower.tail, log.p))

#' @rdname dexp
#' @examples
#' set.seed(1)
#' rexp(3)
rexp <- function(n, rate = 1)
  .Internal(rexp(n, 1/rate))
