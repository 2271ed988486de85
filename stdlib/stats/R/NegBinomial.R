#' The negative binomial distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param size the target numbers of successes.
#' @param prob the probabilities of success.
#' @param mu the means, instead of `prob`.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dnbinom(1, 3, 0.5)
dnbinom <- function(x, size, prob, mu, log = FALSE) {
  if (!missing(mu)) {
    if (!missing(prob)) stop("'prob' and 'mu' both specified")
    .Internal(dnbinom_mu(x, size, mu, log))
  } else {
    .Internal(dnbinom(x, size, prob, log))
  }
}

#' @rdname dnbinom
#' @examples
#' pnbinom(1, 3, 0.5)
pnbinom <- function(q, size, prob, mu, lower.tail = TRUE, log.p = FALSE) {
  if (!missing(mu)) {
    if (!missing(prob)) stop("'prob' and 'mu' both specified")
    .Internal(pnbinom_mu(q, size, mu, lower.tail, log.p))
  } else {
    .Internal(pnbinom(q, size, prob, lower.tail, log.p))
  }
}

#' @rdname dnbinom
#' @examples
#' qnbinom(0.25, 3, 0.5)
qnbinom <- function(p, size, prob, mu, lower.tail = TRUE, log.p = FALSE) {
  if (!missing(mu)) {
    if (!missing(prob)) stop("'prob' and 'mu' both specified")
    .Internal(qnbinom_mu(p, size, mu, lower.tail, log.p))
  } else {
    .Internal(qnbinom(p, size, prob, lower.tail, log.p))
  }
}

#' @rdname dnbinom
#' @examples
#' set.seed(1)
#' rnbinom(3, 3, 0.5)
rnbinom <- function(n, size, prob, mu) {
  if (!missing(mu)) {
    if (!missing(prob)) stop("'prob' and 'mu' both specified")
    .Internal(rnbinom_mu(n, size, mu))
  } else {
    .Internal(rnbinom(n, size, prob))
  }
}
