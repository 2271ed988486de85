#' The Wilcoxon rank sum distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param nn the number of values, or a vector of that length.
#' @param m the sizes of the first sample.
#' @param n the sizes of the second.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dwilcox(1, 4, 6)
dwilcox <- function(x, m, n, log = FALSE)
  .Internal(dwilcox(x, m, n, log))

#' @rdname dwilcox
#' @examples
#' pwilcox(1, 4, 6)
pwilcox <- function(q, m, n, lower.tail = TRUE, log.p = FALSE)
  .Internal(pwilcox(q, m, n, lower.tail, log.p))

#' @rdname dwilcox
#' @examples
#' qwilcox(0.25, 4, 6)
qwilcox <- function(p, m, n, lower.tail = TRUE, log.p = FALSE)
  .Internal(qwilcox(p, m, n, lower.tail, log.p))

#' @rdname dwilcox
#' @examples
#' set.seed(1)
#' rwilcox(3, 4, 6)
rwilcox <- function(nn, m, n)
  .Internal(rwilcox(nn, m, n))
