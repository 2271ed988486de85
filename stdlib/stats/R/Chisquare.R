#' The chi-squared distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param df the degrees of freedom.
#' @param ncp the non-centralities.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dchisq(1, 3)
dchisq <- function(x, df, ncp = 0, log = FALSE) {
  if (missing(ncp)) .Internal(dchisq(x, df, log))
  else .Internal(dnchisq(x, df, ncp, log))
}

#' @rdname dchisq
#' @examples
#' pchisq(1, 3)
pchisq <- function(q, df, ncp = 0, lower.tail = TRUE, log.p = FALSE) {
  if (missing(ncp)) .Internal(pchisq(q, df, lower.tail, log.p))
  else .Internal(pnchisq(q, df, ncp, lower.tail, log.p))
}

#' @rdname dchisq
#' @examples
#' qchisq(0.25, 3)
qchisq <- function(p, df, ncp = 0, lower.tail = TRUE, log.p = FALSE) {
  if (missing(ncp)) .Internal(qchisq(p, df, lower.tail, log.p))
  else .Internal(qnchisq(p, df, ncp, lower.tail, log.p))
}

#' @rdname dchisq
#' @examples
#' set.seed(1)
#' rchisq(3, 3)
rchisq <- function(n, df, ncp = 0) {
  if (missing(ncp)) .Internal(rchisq(n, df)) else .Internal(rnchisq(n, df, ncp))
}
