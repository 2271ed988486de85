#' The binomial distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param size the numbers of trials.
#' @param prob the probabilities of success.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dbinom(1, 5, 0.5)
dbinom <- function(x, size, prob, log = FALSE)
  .Internal(dbinom(x, size, prob, log))

#' @rdname dbinom
#' @examples
#' pbinom(1, 5, 0.5)
pbinom <- function(q, size, prob, lower.tail = TRUE, log.p = FALSE)
  .Internal(pbinom(q, size, prob, lower.tail, log.p))

#' @rdname dbinom
#' @examples
#' qbinom(0.25, 5, 0.5)
qbinom <- function(p, size, prob, lower.tail = TRUE, log.p = FALSE)
  .Internal(qbinom(p, size, prob, lower.tail, log.p))

#' @rdname dbinom
#' @examples
#' set.seed(1)
#' rbinom(3, 5, 0.5)
rbinom <- function(n, size, prob)
  .Internal(rbinom(n, size, prob))
