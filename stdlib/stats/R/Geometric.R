#' The geometric distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param prob the probabilities of success.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dgeom(1, 0.3)
dgeom <- function(x, prob, log = FALSE)
  .Internal(dgeom(x, prob, log))

#' @rdname dgeom
#' @examples
#' pgeom(1, 0.3)
pgeom <- function(q, prob, lower.tail = TRUE, log.p = FALSE)
  .Internal(pgeom(q, prob, lower.tail, log.p))

#' @rdname dgeom
#' @examples
#' qgeom(0.25, 0.3)
qgeom <- function(p, prob, lower.tail = TRUE, log.p = FALSE)
  .Internal(qgeom(p, prob, lower.tail, log.p))

#' @rdname dgeom
#' @examples
#' set.seed(1)
#' rgeom(3, 0.3)
rgeom <- function(n, prob)
  .Internal(rgeom(n, prob))
