#' The F distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param df1 the degrees of freedom of the numerator.
#' @param df2 those of the denominator.
#' @param ncp the non-centralities.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' df(1, 3, 10)
df <- function(x, df1, df2, ncp, log = FALSE) {
  if (missing(ncp)) .Internal(df(x, df1, df2, log))
  else .Internal(dnf(x, df1, df2, ncp, log))
}

#' @rdname df
#' @examples
#' pf(1, 3, 10)
pf <- function(q, df1, df2, ncp, lower.tail = TRUE, log.p = FALSE) {
  if (missing(ncp)) .Internal(pf(q, df1, df2, lower.tail, log.p))
  else .Internal(pnf(q, df1, df2, ncp, lower.tail, log.p))
}

#' @rdname df
#' @examples
#' qf(0.25, 3, 10)
qf <- function(p, df1, df2, ncp, lower.tail = TRUE, log.p = FALSE) {
  if (missing(ncp)) .Internal(qf(p, df1, df2, lower.tail, log.p))
  else .Internal(qnf(p, df1, df2, ncp, lower.tail, log.p))
}

#' @rdname df
#' @examples
#' set.seed(1)
#' rf(3, 3, 10)
rf <- function(n, df1, df2, ncp) {
  if (missing(ncp)) .Internal(rf(n, df1, df2))
  else (rchisq(n, df1, ncp = ncp) / df1) / (rchisq(n, df2) / df2)
}
