#' The log-normal distribution
#'
#' Density, distribution function, quantile function and random numbers. The
#' result has the length of the longest argument; random numbers come from R's
#' generator.
#'
#' @param x,q quantiles.
#' @param p probabilities.
#' @param n the number of values, or a vector of that length.
#' @param meanlog the means of the logarithm.
#' @param sdlog the standard deviations of the logarithm.
#' @param log,log.p whether probabilities are given as logarithms.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @examples
#' dlnorm(1)
dlnorm <- function(x, meanlog = 0, sdlog = 1, log = FALSE)
  .Internal(dlnorm(x, meanlog, sdlog, log))

#' @rdname dlnorm
#' @examples
#' plnorm(1)
plnorm <- function(q, meanlog = 0, sdlog = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(plnorm(q, meanlog, sdlog, lower.tail, log.p))

#' @rdname dlnorm
#' @examples
#' qlnorm(0.25)
qlnorm <- function(p, meanlog = 0, sdlog = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qlnorm(p, meanlog, sdlog, lower.tail, log.p))

#' @rdname dlnorm
#' @examples
#' set.seed(1)
#' rlnorm(3)
rlnorm <- function(n, meanlog = 0, sdlog = 1)
  .Internal(rlnorm(n, meanlog, sdlog))
