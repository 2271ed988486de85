#' The Weibull distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param shape the shapes.
#' @param scale the scales.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dweibull(1, 2)
dweibull <- function(x, shape, scale = 1, log = FALSE)
  .Internal(dweibull(x, shape, scale, log))

#' @rdname dweibull
#' @examples
#' pweibull(1, 2)
pweibull <- function(q, shape, scale = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(pweibull(q, shape, scale, lower.tail, log.p))

#' @rdname dweibull
#' @examples
#' qweibull(0.25, 2)
qweibull <- function(p, shape, scale = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qweibull(p, shape, scale, lower.tail, log.p))

#' @rdname dweibull
#' @examples
#' set.seed(1)
#' rweibull(3, 2)
rweibull <- function(n, shape, scale = 1)
  .Internal(rweibull(n, shape, scale))
