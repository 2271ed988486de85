#' Shapiro-Wilk test of normality
#'
#' By the approximation of Royston (1995).
#'
#' @param x a numeric vector of 3 to 5000 values.
#' @examples
#' shapiro.test(c(2.1, 3.3, 2.9, 4.8, 3.7, 2.2, 3.0))
shapiro.test <- function(x) {
  data_name <- deparse1(substitute(x))
  stopifnot(is.numeric(x))
  x <- sort(x[complete.cases(x)])
  count <- length(x)
  if (is.na(count) || count < 3L) stop("sample size must be between 3 and 5000")
  if (count > 5000L) stop("sample size must be between 3 and 5000")
  range <- x[count] - x[1L]
  if (range < 1e-10) stop("all 'x' values are identical")
  x <- x - median(x)
  weights <- shapiro_weights(count)
  centered <- x - mean(x)
  statistic <- sum(weights * x)^2 / sum(centered^2)
  structure(
    list(statistic = c(W = statistic), p.value = shapiro_p(statistic, count),
         method = "Shapiro-Wilk normality test", data.name = data_name),
    class = "htest")
}

shapiro_weights <- function(count) {
  if (count == 3L) return(c(-sqrt(0.5), 0, sqrt(0.5)))
  half <- count %/% 2L
  scores <- qnorm((seq_len(half) - 0.375) / (count + 0.25))
  total <- 2 * sum(scores^2)
  root <- sqrt(total)
  u <- 1 / sqrt(count)
  polynomial <- function(coefficients) sum(coefficients * u^seq.int(0, length(coefficients) - 1))
  first <- polynomial(c(0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056)) -
    scores[1L] / root
  if (count > 5L) {
    second <- polynomial(c(0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633)) -
      scores[2L] / root
    factor <- sqrt((total - 2 * scores[1L]^2 - 2 * scores[2L]^2) /
                     (1 - 2 * first^2 - 2 * second^2))
    upper <- c(first, second, -scores[-(1:2)] / factor)
  } else {
    factor <- sqrt((total - 2 * scores[1L]^2) / (1 - 2 * first^2))
    upper <- c(first, -scores[-1L] / factor)
  }
  c(-upper, if (count %% 2L == 1L) 0, rev(upper))
}

shapiro_p <- function(statistic, count) {
  if (count == 3L) {
    p <- 6 / pi * (asin(sqrt(statistic)) - asin(sqrt(0.75)))
    return(max(p, 0))
  }
  polynomial <- function(coefficients, at) {
    sum(coefficients * at^seq.int(0, length(coefficients) - 1))
  }
  y <- log(1 - statistic)
  if (count <= 11L) {
    gamma <- polynomial(c(-2.273, 0.459), count)
    if (y >= gamma) return(1e-99)
    y <- -log(gamma - y)
    mean <- polynomial(c(0.544, -0.39978, 0.025054, -6.714e-4), count)
    deviation <- exp(polynomial(c(1.3822, -0.77857, 0.062767, -0.0020322), count))
  } else {
    size <- log(count)
    mean <- polynomial(c(-1.5861, -0.31082, -0.083751, 0.0038915), size)
    deviation <- exp(polynomial(c(-0.4803, -0.082676, 0.0030302), size))
  }
  pnorm(y, mean, deviation, lower.tail = FALSE)
}
