#' The Wilcoxon signed rank distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param nn the number of values, or a vector of that length.
#' @param n the numbers of observations.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dsignrank(1, 10)
dsignrank <- function(x, n, log = FALSE)
  .Internal(dsignrank(x, n, log))

#' @rdname dsignrank
#' @examples
#' psignrank(1, 10)
psignrank <- function(q, n, lower.tail = TRUE, log.p = FALSE)
  .Internal(psignrank(q, n, lower.tail, log.p))

#' @rdname dsignrank
#' @examples
#' qsignrank(0.25, 10)
qsignrank <- function(p, n, lower.tail = TRUE, log.p = FALSE)
  .Internal(qsignrank(p, n, lower.tail, log.p))

#' @rdname dsignrank
#' @examples
#' set.seed(1)
#' rsignrank(3, 10)
rsignrank <- function(nn, n)
  .Internal(rsignrank(nn, n))
