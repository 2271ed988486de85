#' Exact binomial test
#'
#' @param x the number of successes, or successes and failures.
#' @param n the number of trials.
#' @param p the hypothesized probability.
#' @param alternative the alternative.
#' @param conf.level the confidence level.
#' @examples
#' binom.test(7, 20)
binom.test <- function(x, n, p = 0.5,
                       alternative = c("two.sided", "less", "greater"),
                       conf.level = 0.95) {
  data_name <- deparse1(substitute(x))
  whole <- function(v) is.finite(v) & v >= 0 & abs(v - round(v)) < 1e-7
  if (length(x) == 2L) {
    if (!all(whole(x))) stop("'x' must be nonnegative and integer")
    x <- round(x)
    n <- sum(x)
    x <- x[1L]
  } else if (length(x) == 1L) {
    if (!whole(x)) stop("'x' must be nonnegative and integer")
    x <- round(x)
    data_name <- paste(data_name, "and", deparse1(substitute(n)))
    if (length(n) != 1L || !whole(n) || x > n) {
      stop("'n' must be a positive integer >= 'x'")
    }
    n <- round(n)
  } else {
    stop("'x' has incorrect length")
  }
  if (!missing(p) && (length(p) > 1L || is.na(p) || p < 0 || p > 1)) {
    stop("'p' must be a single number between 0 and 1")
  }
  alternative <- match.arg(alternative)
  check_level(conf.level)
  p_value <- switch(
    alternative,
    less = pbinom(x, n, p), greater = pbinom(x - 1, n, p, lower.tail = FALSE),
    two.sided = two_sided_binomial(x, n, p))
  lower <- function(alpha) if (x == 0) 0 else qbeta(alpha, x, n - x + 1)
  upper <- function(alpha) if (x == n) 1 else qbeta(1 - alpha, x + 1, n - x)
  interval <- switch(
    alternative,
    less = c(0, upper(1 - conf.level)), greater = c(lower(1 - conf.level), 1),
    two.sided = {
      alpha <- (1 - conf.level) / 2
      c(lower(alpha), upper(alpha))
    })
  structure(
    list(statistic = c(`number of successes` = x),
         parameter = c(`number of trials` = n), p.value = min(1, p_value),
         conf.int = with_level(interval, conf.level),
         estimate = c(`probability of success` = x / n),
         null.value = c(`probability of success` = p),
         alternative = alternative, method = "Exact binomial test",
         data.name = data_name),
    class = "htest")
}

# The probability of all outcomes that are not more likely than x.
two_sided_binomial <- function(x, n, p) {
  if (p == 0) return(as.numeric(x == 0))
  if (p == 1) return(as.numeric(x == n))
  bound <- dbinom(x, n, p) * (1 + 1e-7)
  expected <- n * p
  if (x == expected) {
    1
  } else if (x < expected) {
    outcomes <- seq.int(ceiling(expected), n)
    count <- sum(dbinom(outcomes, n, p) <= bound)
    pbinom(x, n, p) + pbinom(n - count, n, p, lower.tail = FALSE)
  } else {
    outcomes <- seq.int(0, floor(expected))
    count <- sum(dbinom(outcomes, n, p) <= bound)
    pbinom(count - 1, n, p) + pbinom(x - 1, n, p, lower.tail = FALSE)
  }
}

#' Test of equal proportions
#'
#' @param x numbers of successes, or a matrix of successes and failures.
#' @param n numbers of trials.
#' @param p the hypothesized probabilities.
#' @param alternative the alternative.
#' @param conf.level the confidence level.
#' @param correct whether to correct for continuity.
#' @examples
#' prop.test(c(15, 25), c(50, 50))
prop.test <- function(x, n, p = NULL,
                      alternative = c("two.sided", "less", "greater"),
                      conf.level = 0.95, correct = TRUE) {
  data_name <- deparse1(substitute(x))
  if (is.table(x) && length(dim(x)) == 1L) x <- as.vector(x)
  if (is.matrix(x)) {
    if (ncol(x) != 2L) stop("'x' must have 2 columns")
    n <- rowSums(x)
    x <- x[, 1L]
  } else {
    data_name <- paste(data_name, "out of", deparse1(substitute(n)))
    if (length(x) != length(n)) stop("'x' and 'n' must have the same length")
  }
  complete <- complete.cases(x, n)
  x <- x[complete]
  n <- n[complete]
  groups <- length(x)
  if (groups < 1L) stop("not enough data")
  if (any(n <= 0)) stop("elements of 'n' must be positive")
  if (any(x < 0)) stop("elements of 'x' must be nonnegative")
  if (any(x > n)) stop("elements of 'x' must not be greater than those of 'n'")
  if (is.null(p) && groups == 1L) p <- 0.5
  if (!is.null(p)) {
    data_name <- paste0(data_name, ", null ",
                        if (groups == 1) "probability " else "probabilities ",
                        deparse1(substitute(p)))
    if (length(p) != groups) stop("'p' must have the same length as 'x' and 'n'")
    p <- p[complete]
    if (any(p <= 0 | p >= 1)) stop("elements of 'p' must be in (0,1)")
  }
  alternative <- match.arg(alternative)
  if (groups > 2L || (groups == 2L && !is.null(p))) alternative <- "two.sided"
  if (length(conf.level) != 1L || is.na(conf.level) || conf.level <= 0 || conf.level >= 1) {
    stop("'conf.level' must be a single number between 0 and 1")
  }
  estimate <- setNames(x / n, if (groups == 1L) "p" else paste("prop", seq_len(groups)))
  yates <- if (correct && groups <= 2L) 0.5 else 0
  interval <- NULL
  if (groups == 1L) {
    yates <- min(yates, abs(x - n * p))
    interval <- proportion_interval(x, n, yates, alternative, conf.level)
  } else if (groups == 2L && is.null(p)) {
    difference <- estimate[[1L]] - estimate[[2L]]
    yates <- min(yates, abs(difference) / sum(1 / n))
    interval <- difference_interval(difference, estimate, n, yates, alternative,
                                    conf.level)
  }
  if (!is.null(interval)) interval <- with_level(interval, conf.level)
  method <- paste0(
    if (groups == 1) "1-sample proportions test"
    else paste0(groups, "-sample test for ",
                if (is.null(p)) "equality of" else "given", " proportions"),
    if (yates) " with" else " without", " continuity correction")
  if (is.null(p)) {
    p <- sum(x) / sum(n)
    parameter <- groups - 1
    null_value <- NULL
  } else {
    parameter <- groups
    null_value <- setNames(p, names(estimate))
  }
  observed <- cbind(x, n - x)
  expected <- cbind(n * p, n * (1 - p))
  if (any(expected < 5)) warning("Chi-squared approximation may be incorrect")
  statistic <- sum((abs(observed - expected) - yates)^2 / expected)
  p_value <- if (alternative == "two.sided") {
    pchisq(statistic, parameter, lower.tail = FALSE)
  } else {
    z <- if (groups == 1) sign(estimate - p) * sqrt(statistic)
      else sign(difference) * sqrt(statistic)
    pnorm(as.numeric(z), lower.tail = alternative == "less")
  }
  structure(
    list(statistic = c(`X-squared` = statistic), parameter = c(df = parameter),
         p.value = min(p_value, 1), estimate = estimate,
         null.value = null_value, conf.int = interval,
         alternative = alternative, method = method, data.name = data_name),
    class = "htest")
}

# Wilson's interval of a proportion, corrected for continuity.
proportion_interval <- function(x, n, yates, alternative, level) {
  z <- qnorm(if (alternative == "two.sided") (1 + level) / 2 else level)
  z2 <- z^2 / (2 * n)
  bound <- function(center, direction) {
    width <- z * sqrt(center * (1 - center) / n + z2 / (2 * n))
    (center + z2 + direction * width) / (1 + 2 * z2)
  }
  up <- x / n + yates / n
  down <- x / n - yates / n
  above <- if (up >= 1) 1 else bound(up, 1)
  below <- if (down <= 0) 0 else bound(down, -1)
  switch(alternative, less = c(0, min(above, 1)), greater = c(max(below, 0), 1),
         two.sided = c(max(below, 0), min(above, 1)))
}

# The interval of a difference of two proportions.
difference_interval <- function(difference, estimate, n, yates, alternative, level) {
  z <- qnorm(if (alternative == "two.sided") (1 + level) / 2 else level)
  width <- z * sqrt(sum(estimate * (1 - estimate) / n)) + yates * sum(1 / n)
  switch(
    alternative, less = c(-1, min(difference + width, 1)),
    greater = c(max(difference - width, -1), 1),
    two.sided = c(max(difference - width, -1), min(difference + width, 1)))
}

#' Exact Poisson test
#'
#' @param x the number of events, one or two.
#' @param T the time base.
#' @param r the hypothesized rate or ratio.
#' @param alternative the alternative.
#' @param conf.level the confidence level.
#' @examples
#' poisson.test(137, 24.19893)
poisson.test <- function(x, T = 1, r = 1,
                         alternative = c("two.sided", "less", "greater"),
                         conf.level = 0.95) {
  data_name <- paste(deparse1(substitute(x)), "time base:", deparse1(substitute(T)))
  count <- length(x)
  if (count != length(T)) {
    if (length(T) == 1L) T <- rep(T, count)
    else stop("'x' and 'T' have incompatible length")
  }
  rounded <- round(x)
  if (any(!is.finite(x) | x < 0) || max(abs(x - rounded)) > 1e-7) {
    stop("'x' must be finite, nonnegative, and integer")
  }
  x <- rounded
  if (any(is.na(T) | T < 0)) stop("'T' must be nonnegative")
  if (count < 1L) stop("not enough data")
  if (count > 2L) stop("the case k > 2 is unimplemented")
  if (!missing(r) && (length(r) > 1 || is.na(r) || r < 0)) {
    stop("'r' must be a single positive number")
  }
  alternative <- match.arg(alternative)
  if (count == 2L) {
    result <- binom.test(x, sum(x), r * T[1L] / (r * T[1L] + T[2L]),
                         alternative = alternative, conf.level = conf.level)
    result$data.name <- data_name
    result$statistic <- c(count1 = x[1L])
    result$parameter <- c(`expected count1` = sum(x) * r * T[1L] / sum(T * c(r, 1)))
    result$estimate <- c(`rate ratio` = (x[1L] / T[1L]) / (x[2L] / T[2L]))
    scale <- T[2L] / T[1L]
    result$conf.int[] <- result$conf.int / (1 - result$conf.int) * scale
    result$null.value <- c(`rate ratio` = r)
    result$method <- "Comparison of Poisson rates"
    return(result)
  }
  mean <- r * T
  p_value <- switch(
    alternative,
    less = ppois(x, mean), greater = ppois(x - 1, mean, lower.tail = FALSE),
    two.sided = two_sided_poisson(x, mean))
  lower <- function(alpha) if (x == 0) 0 else qgamma(alpha, x)
  upper <- function(alpha) qgamma(1 - alpha, x + 1)
  interval <- switch(
    alternative,
    less = c(0, upper(1 - conf.level)), greater = c(lower(1 - conf.level), Inf),
    two.sided = {
      alpha <- (1 - conf.level) / 2
      c(lower(alpha), upper(alpha))
    }) / T
  structure(
    list(statistic = c(`number of events` = x), parameter = c(`time base` = T),
         p.value = p_value, conf.int = with_level(interval, conf.level),
         estimate = c(`event rate` = x / T), null.value = c(`event rate` = r),
         alternative = alternative, method = "Exact Poisson test",
         data.name = data_name),
    class = "htest")
}

two_sided_poisson <- function(x, mean) {
  if (mean == 0) return(as.numeric(x == 0))
  bound <- dpois(x, mean) * (1 + 1e-7)
  if (x == mean) {
    1
  } else if (x < mean) {
    far <- ceiling(2 * mean - x)
    while (dpois(far, mean) > bound) far <- 2 * far
    outcomes <- seq.int(ceiling(mean), far)
    count <- sum(dpois(outcomes, mean) <= bound)
    ppois(x, mean) + ppois(far - count, mean, lower.tail = FALSE)
  } else {
    outcomes <- seq.int(0, floor(mean))
    count <- sum(dpois(outcomes, mean) <= bound)
    ppois(count - 1, mean) + ppois(x - 1, mean, lower.tail = FALSE)
  }
}
