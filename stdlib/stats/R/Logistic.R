#' The logistic distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param location the locations.
#' @param scale the scales.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dlogis(1)
dlogis <- function(x, location = 0, scale = 1, log = FALSE)
  .Internal(dlogis(x, location, scale, log))

#' @rdname dlogis
#' @examples
#' plogis(1)
plogis <- function(q, location = 0, scale = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(plogis(q, location, scale, lower.tail, log.p))

#' @rdname dlogis
#' @examples
#' qlogis(0.25)
qlogis <- function(p, location = 0, scale = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qlogis(p, location, scale, lower.tail, log.p))

#' @rdname dlogis
#' @examples
#' set.seed(1)
#' rlogis(3)
rlogis <- function(n, location = 0, scale = 1)
  .Internal(rlogis(n, location, scale))
