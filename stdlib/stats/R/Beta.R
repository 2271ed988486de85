#' The beta distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param shape1 the first shapes.
#' @param shape2 the second shapes.
#' @param ncp the non-centralities.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dbeta(0.25, 2, 3)
dbeta <- function(x, shape1, shape2, ncp = 0, log = FALSE) {
  if (missing(ncp)) .Internal(dbeta(x, shape1, shape2, log))
  else .Internal(dnbeta(x, shape1, shape2, ncp, log))
}

#' @rdname dbeta
#' @examples
#' pbeta(0.25, 2, 3)
pbeta <- function(q, shape1, shape2, ncp = 0, lower.tail = TRUE,
                  log.p = FALSE) {
  if (missing(ncp)) .Internal(pbeta(q, shape1, shape2, lower.tail, log.p))
  else .Internal(pnbeta(q, shape1, shape2, ncp, lower.tail, log.p))
}

#' @rdname dbeta
#' @examples
#' qbeta(0.25, 2, 3)
qbeta <- function(p, shape1, shape2, ncp = 0, lower.tail = TRUE,
                  log.p = FALSE) {
  if (missing(ncp)) .Internal(qbeta(p, shape1, shape2, lower.tail, log.p))
  else .Internal(qnbeta(p, shape1, shape2, ncp, lower.tail, log.p))
}

#' @rdname dbeta
#' @examples
#' set.seed(1)
#' rbeta(3, 2, 3)
rbeta <- function(n, shape1, shape2, ncp = 0) {
  if (ncp == 0) {
    .Internal(rbeta(n, shape1, shape2))
  } else {
    first <- rchisq(n, 2 * shape1, ncp = ncp)
    first / (first + rchisq(n, 2 * shape2))
  }
}
