#' The normal distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param mean the means.
#' @param sd the standard deviations.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dnorm(1)
dnorm <- function(x, mean = 0, sd = 1, log = FALSE)
  .Internal(dnorm(x, mean, sd, log))

#' @rdname dnorm
#' @examples
#' pnorm(1)
pnorm <- function(q, mean = 0, sd = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(pnorm(q, mean, sd, lower.tail, log.p))

#' @rdname dnorm
#' @examples
#' qnorm(0.25)
qnorm <- function(p, mean = 0, sd = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qnorm(p, mean, sd, lower.tail, log.p))

#' @rdname dnorm
#' @examples
#' set.seed(1)
#' rnorm(3)
rnorm <- function(n, mean = 0, sd = 1)
  .Internal(rnorm(n, mean, sd))
