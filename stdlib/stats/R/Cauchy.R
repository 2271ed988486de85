#' The Cauchy distribution
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
#' dcauchy(1)
dcauchy <- function(x, location = 0, scale = 1, log = FALSE)
  .Internal(dcauchy(x, location, scale, log))

#' @rdname dcauchy
#' @examples
#' pcauchy(1)
pcauchy <- function(q, location = 0, scale = 1, lower.tail = TRUE,
                    log.p = FALSE)
  .Internal(pcauchy(q, location, scale, lower.tail, log.p))

#' @rdname dcauchy
#' @examples
#' qcauchy(0.25)
qcauchy <- function(p, location = 0, scale = 1, lower.tail = TRUE,
                    log.p = FALSE)
  .Internal(qcauchy(p, location, scale, lower.tail, log.p))

#' @rdname dcauchy
#' @examples
#' set.seed(1)
#' rcauchy(3)
rcauchy <- function(n, location = 0, scale = 1)
  .Internal(rcauchy(n, location, scale))
