#' The uniform distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param min the lower limits.
#' @param max the upper limits.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dunif(1)
dunif <- function(x, min = 0, max = 1, log = FALSE)
  .Internal(dunif(x, min, max, log))

#' @rdname dunif
#' @examples
#' punif(1)
punif <- function(q, min = 0, max = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(punif(q, min, max, lower.tail, log.p))

#' @rdname dunif
#' @examples
#' qunif(0.25)
qunif <- function(p, min = 0, max = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qunif(p, min, max, lower.tail, log.p))

#' @rdname dunif
#' @examples
#' set.seed(1)
#' runif(3)
runif <- function(n, min = 0, max = 1)
  .Internal(runif(n, min, max))
