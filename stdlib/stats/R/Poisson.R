#' The Poisson distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param lambda the means.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dpois(1, 2)
dpois <- function(x, lambda, log = FALSE)
  .Internal(dpois(x, lambda, log))

#' @rdname dpois
#' @examples
#' ppois(1, 2)
ppois <- function(q, lambda, lower.tail = TRUE, log.p = FALSE)
  .Internal(ppois(q, lambda, lower.tail, log.p))

#' @rdname dpois
#' @examples
#' qpois(0.25, 2)
qpois <- function(p, lambda, lower.tail = TRUE, log.p = FALSE)
  .Internal(qpois(p, lambda, lower.tail, log.p))

#' @rdname dpois
#' @examples
#' set.seed(1)
#' rpois(3, 2)
rpois <- function(n, lambda)
  .Internal(rpois(n, lambda))
