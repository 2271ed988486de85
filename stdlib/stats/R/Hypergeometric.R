#' The hypergeometric distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param nn the number of values, or a vector of that length.
#' @param m the numbers of white balls.
#' @param n the numbers of black balls.
#' @param k the numbers of balls drawn.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dhyper(1, 5, 4, 3)
dhyper <- function(x, m, n, k, log = FALSE)
  .Internal(dhyper(x, m, n, k, log))

#' @rdname dhyper
#' @examples
#' phyper(1, 5, 4, 3)
phyper <- function(q, m, n, k, lower.tail = TRUE, log.p = FALSE)
  .Internal(phyper(q, m, n, k, lower.tail, log.p))

#' @rdname dhyper
#' @examples
#' qhyper(0.25, 5, 4, 3)
qhyper <- function(p, m, n, k, lower.tail = TRUE, log.p = FALSE)
  .Internal(qhyper(p, m, n, k, lower.tail, log.p))

#' @rdname dhyper
#' @examples
#' set.seed(1)
#' rhyper(3, 5, 4, 3)
rhyper <- function(nn, m, n, k)
  .Internal(rhyper(nn, m, n, k))
