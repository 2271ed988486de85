#' The Student t distribution
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
#' dt(1, 5)
dt <- function(x, df, ncp, log = FALSE) {
  if (missing(ncp)) .Internal(dt(x, df, log))
  else .Internal(dnt(x, df, ncp, log))
}

#' @rdname dt
#' @examples
#' pt(1, 5)
pt <- function(q, df, ncp, lower.tail = TRUE, log.p = FALSE) {
  if (missing(ncp)) .Internal(pt(q, df, lower.tail, log.p))
  else .Internal(pnt(q, df, ncp, lower.tail, log.p))
}

#' @rdname dt
#' @examples
#' qt(0.25, 5)
qt <- function(p, df, ncp, lower.tail = TRUE, log.p = FALSE) {
  if (missing(ncp)) .Internal(qt(p, df, lower.tail, log.p))
  else .Internal(qnt(p, df, ncp, lower.tail, log.p))
}

#' @rdname dt
#' @examples
#' set.seed(1)
#' rt(3, 5)
rt <- function(n, df, ncp) {
  if (missing(ncp)) .Internal(rt(n, df))
  else rnorm(n, ncp) / sqrt(rchisq(n, df) / df)
}
