#' The multinomial distribution
#'
#' Random vectors as the columns of a matrix, and the probability of a vector.
#'
#' @param n the number of random vectors.
#' @param size the total of each vector.
#' @param prob probabilities of the classes, scaled to sum to one.
#' @examples
#' set.seed(1)
#' rmultinom(3, 5, c(0.2, 0.3, 0.5))
rmultinom <- function(n, size, prob) .Internal(rmultinom(n, size, prob))

#' @rdname rmultinom
#' @param x a vector of counts.
#' @param log whether to return the logarithm.
#' @examples
#' dmultinom(c(1, 2, 1), prob = c(0.2, 0.5, 0.3))
dmultinom <- function(x, size = NULL, prob, log = FALSE) {
  if (length(prob) != length(x)) stop("x[] and prob[] must be equal length vectors.")
  if (any(!is.finite(prob)) || any(prob < 0) || sum(prob) == 0) {
    stop("probabilities must be finite, non-negative and not all 0")
  }
  prob <- prob / sum(prob)
  x <- as.integer(x + 0.5)
  if (any(x < 0)) stop("'x' must be non-negative")
  total <- sum(x)
  if (is.null(size)) size <- total
  else if (size != total) stop("size != sum(x), i.e. one is wrong")
  possible <- prob != 0
  if (any(x[!possible] != 0)) return(if (log) -Inf else 0)
  x <- x[possible]
  value <- lgamma(size + 1) + sum(x * log(prob[possible]) - lgamma(x + 1))
  if (log) value else exp(value)
}
