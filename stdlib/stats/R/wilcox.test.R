#' Wilcoxon tests
#'
#' The rank sum (Mann-Whitney) test of two samples and the signed rank test of
#' one sample or of pairs.
#'
#' @param x a numeric vector, or a formula.
#' @param ... further arguments for methods.
#' @examples
#' wilcox.test(c(1.1, 2.2, 0.3), c(4.4, 3.9, 5.2, 2.8))
wilcox.test <- function(x, ...) UseMethod("wilcox.test")

wilcox.test.default <- function(x, y = NULL,
                                alternative = c("two.sided", "less", "greater"),
                                mu = 0, paired = FALSE, exact = NULL,
                                correct = TRUE, conf.int = FALSE,
                                conf.level = 0.95, tol.root = 1e-4,
                                digits.rank = Inf, ...) {
  alternative <- match.arg(alternative)
  if (!missing(mu) && (length(mu) > 1L || !is.finite(mu))) {
    stop("'mu' must be a single number")
  }
  if (conf.int) check_level(conf.level)
  if (!is.numeric(x)) stop("'x' must be numeric")
  if (!is.null(y)) {
    if (!is.numeric(y)) stop("'y' must be numeric")
    data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(y)))
    if (paired) {
      if (length(x) != length(y)) stop("'x' and 'y' must have the same length")
      complete <- complete.cases(x, y)
      x <- x[complete] - y[complete]
      y <- NULL
    } else {
      y <- y[!is.na(y)]
    }
  } else {
    data_name <- deparse1(substitute(x))
    if (paired) stop("'y' is missing for paired test")
  }
  x <- x[!is.na(x)]
  if (length(x) < 1L) stop("not enough (non-missing) 'x' observations")
  settings <- list(alternative = alternative, mu = mu, exact = exact,
                   correct = correct, conf.int = conf.int,
                   conf.level = conf.level, tol = tol.root,
                   digits = digits.rank)
  result <- if (is.null(y)) {
    signed_rank_test(x, settings)
  } else {
    if (length(y) < 1L) stop("not enough 'y' observations")
    rank_sum_test(x, y, settings)
  }
  names(mu) <- if (paired || !is.null(y)) "location shift" else "location"
  structure(
    c(list(statistic = result$statistic, parameter = NULL,
           p.value = as.numeric(result$p), null.value = mu,
           alternative = alternative, method = result$method,
           data.name = data_name),
      if (conf.int) list(conf.int = result$interval, estimate = result$estimate)),
    class = "htest")
}

rounded_ranks <- function(x, digits) {
  rank(if (is.finite(digits)) signif(x, digits) else x)
}

tail_probability <- function(alternative, lower, upper) {
  switch(alternative, two.sided = min(2 * min(lower, upper), 1), less = lower,
         greater = upper)
}

# P-value and correction of a statistic that is nearly normal.
normal_tail <- function(z, sigma, settings) {
  correction <- if (settings$correct) {
    switch(settings$alternative, two.sided = sign(z) * 0.5, greater = 0.5,
           less = -0.5)
  } else {
    0
  }
  z <- (z - correction) / sigma
  switch(settings$alternative, less = pnorm(z),
         greater = pnorm(z, lower.tail = FALSE),
         two.sided = 2 * min(pnorm(z), pnorm(z, lower.tail = FALSE)))
}

signed_rank_test <- function(x, settings) {
  raw <- x
  x <- x - settings$mu
  zeroes <- any(x == 0)
  if (zeroes) x <- x[x != 0]
  count <- length(x)
  exact <- if (is.null(settings$exact)) count < 50 else settings$exact
  ranks <- rounded_ranks(abs(x), settings$digits)
  ties <- length(ranks) != length(unique(ranks))
  statistic <- c(V = sum(ranks[x > 0]))
  interval <- estimate <- NULL
  if (exact && !ties && !zeroes) {
    method <- "Wilcoxon signed rank exact test"
    p <- tail_probability(settings$alternative, psignrank(statistic, count),
                          psignrank(statistic - 1, count, lower.tail = FALSE))
    if (settings$conf.int) {
      found <- exact_signed_interval(raw, settings)
      interval <- found$interval
      estimate <- found$estimate
    }
  } else {
    method <- "Wilcoxon signed rank test"
    center <- count * (count + 1) / 4
    tie_counts <- table(ranks)
    sigma <- sqrt(count * (count + 1) * (2 * count + 1) / 24 -
                    sum(tie_counts^3 - tie_counts) / 48)
    if (settings$correct) method <- paste(method, "with continuity correction")
    p <- normal_tail(statistic - center, sigma, settings)
    if (settings$conf.int) {
      found <- normal_signed_interval(raw, settings)
      interval <- found$interval
      estimate <- found$estimate
    }
    if (exact && ties) {
      warning(simpleWarning("cannot compute exact p-value with ties", sys.call(-1L)))
      if (settings$conf.int) {
        warning(simpleWarning("cannot compute exact confidence interval with ties", sys.call(-1L)))
      }
    }
    if (exact && zeroes) {
      warning(simpleWarning("cannot compute exact p-value with zeroes", sys.call(-1L)))
      if (settings$conf.int) {
        warning(simpleWarning("cannot compute exact confidence interval with zeroes", sys.call(-1L)))
      }
    }
  }
  list(statistic = statistic, p = p, method = method, interval = interval,
       estimate = estimate)
}

exact_signed_interval <- function(x, settings) {
  count <- length(x)
  alpha <- 1 - settings$conf.level
  averages <- outer(x, x, `+`)
  averages <- sort(averages[!lower.tri(averages)]) / 2
  bounds <- quantile_bounds(averages, count * (count + 1) / 2,
                            function(p) qsignrank(p, count),
                            function(q) psignrank(trunc(q), count), alpha,
                            settings$alternative,
                            list(message = "requested conf.level not achievable",
                                 round = function(alpha) signif(alpha, 2)))
  list(interval = bounds, estimate = c(`(pseudo)median` = median(averages)))
}

# Order statistics that bound a location parameter.
quantile_bounds <- function(sorted, total, quantile, distribution, alpha,
                            alternative, unachievable) {
  position <- function(p) {
    q <- quantile(p)
    if (q == 0) 1 else q
  }
  if (alternative == "two.sided") {
    q <- position(alpha / 2)
    level <- 1 - 2 * distribution(q - 1)
    interval <- c(sorted[q], sorted[total - q + 1])
  } else {
    q <- position(alpha)
    level <- 1 - distribution(q - 1)
    interval <- if (alternative == "greater") c(sorted[q], Inf)
      else c(-Inf, sorted[total - q + 1])
  }
  achieved <- 1 - level
  if (achieved - alpha > alpha / 2) {
    warning(unachievable$message, call. = FALSE)
    alpha <- unachievable$round(achieved)
  }
  with_level(interval, 1 - alpha)
}

normal_signed_interval <- function(x, settings) {
  alpha <- 1 - settings$conf.level
  x <- x[!is.na(x)]
  z_at <- function(location, correction) {
    shifted <- x - location
    shifted <- shifted[shifted != 0]
    count <- length(shifted)
    ranks <- rank(abs(shifted))
    ties <- table(ranks)
    z <- sum(ranks[shifted > 0]) - count * (count + 1) / 4
    sigma <- sqrt(count * (count + 1) * (2 * count + 1) / 24 -
                    sum(ties^3 - ties) / 48)
    if (sigma == 0) {
      warning("cannot compute confidence interval when all observations are zero or tied",
              call. = FALSE)
    }
    (z - correction(z)) / sigma
  }
  normal_bounds(z_at, min(x), max(x), settings, "(pseudo)median")
}

normal_bounds <- function(z_at, low, high, settings, label) {
  correction <- function(direction) {
    if (!settings$correct) return(function(z) 0)
    switch(direction, two.sided = function(z) sign(z) * 0.5,
           greater = function(z) 0.5, less = function(z) -0.5)
  }
  sided <- settings$alternative
  shift <- correction(sided)
  at_low <- z_at(low, shift)
  at_high <- z_at(high, shift)
  requested <- alpha <- 1 - settings$conf.level
  # The level falls until the quantiles lie between the values at the ends.
  repeat {
    tail <- if (sided == "two.sided") alpha / 2 else alpha
    upper <- qnorm(tail, lower.tail = FALSE)
    reached <- switch(sided, two.sided = at_low >= upper && at_high <= -upper,
                      greater = at_low >= upper, less = at_high <= -upper)
    if (reached || alpha >= 1) break
    alpha <- alpha * 2
  }
  if (alpha >= 1 || requested < alpha * 0.75) {
    settings$conf.level <- 1 - pmin(1, alpha)
    warning("requested conf.level not achievable", call. = FALSE)
  }
  root <- function(quantile) {
    if (alpha >= 1) return(median(c(low, high)))
    uniroot(function(d) z_at(d, shift) - quantile, c(low, high),
            f.lower = at_low - quantile, f.upper = at_high - quantile,
            tol = settings$tol)$root
  }
  interval <- switch(sided, two.sided = c(root(upper), root(-upper)),
                     greater = c(root(upper), Inf), less = c(-Inf, root(-upper)))
  center <- uniroot(function(d) z_at(d, function(z) 0), c(low, high),
                    tol = settings$tol)$root
  list(interval = with_level(interval, settings$conf.level),
       estimate = setNames(center, label))
}

rank_sum_test <- function(x, y, settings) {
  count_x <- length(x)
  count_y <- length(y)
  ranks <- rounded_ranks(c(x - settings$mu, y), settings$digits)
  exact <- if (is.null(settings$exact)) count_x < 50 && count_y < 50 else settings$exact
  statistic <- c(W = sum(ranks[seq_along(x)]) - count_x * (count_x + 1) / 2)
  ties <- length(ranks) != length(unique(ranks))
  interval <- estimate <- NULL
  if (exact && !ties) {
    method <- "Wilcoxon rank sum exact test"
    p <- tail_probability(
      settings$alternative, pwilcox(statistic, count_x, count_y),
      pwilcox(statistic - 1, count_x, count_y, lower.tail = FALSE))
    if (settings$conf.int) {
      differences <- sort(outer(x, y, `-`))
      interval <- quantile_bounds(
        differences, count_x * count_y,
        function(p) qwilcox(p, count_x, count_y),
        function(q) pwilcox(trunc(q), count_x, count_y),
        1 - settings$conf.level, settings$alternative,
        list(message = "Requested conf.level not achievable", round = identity))
      estimate <- c(`difference in location` = median(differences))
    }
  } else {
    method <- "Wilcoxon rank sum test"
    z <- statistic - count_x * count_y / 2
    sigma <- rank_sum_sigma(ranks, count_x, count_y)
    if (settings$correct) method <- paste(method, "with continuity correction")
    p <- normal_tail(z, sigma, settings)
    if (settings$conf.int) {
      z_at <- function(d, correction) {
        ranks <- rank(c(x - d, y))
        z <- sum(ranks[seq_along(x)]) - count_x * (count_x + 1) / 2 -
          count_x * count_y / 2
        (z - correction(z)) / rank_sum_sigma(ranks, count_x, count_y)
      }
      found <- normal_bounds(z_at, min(x) - max(y), max(x) - min(y), settings,
                             "difference in location")
      interval <- found$interval
      estimate <- found$estimate
    }
    if (exact && ties) {
      warning(simpleWarning("cannot compute exact p-value with ties", sys.call(-1L)))
      if (settings$conf.int) {
        warning(simpleWarning("cannot compute exact confidence intervals with ties", sys.call(-1L)))
      }
    }
  }
  list(statistic = statistic, p = p, method = method, interval = interval,
       estimate = estimate)
}

rank_sum_sigma <- function(ranks, count_x, count_y) {
  ties <- table(ranks)
  total <- count_x + count_y
  sqrt((count_x * count_y / 12) *
    ((total + 1) - sum(ties^3 - ties) / (total * (total - 1))))
}

wilcox.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula) || length(formula) != 3L) {
    stop("'formula' missing or incorrect")
  }
  samples <- samples_for_test(formula, match.call(expand.dots = FALSE),
                              parent.frame())
  DATA <- samples$data
  if (samples$paired) {
    result <- wilcox.test(x = DATA[[1L]], y = DATA[[2L]], paired = TRUE, ...)
  } else if (length(DATA) == 1L) {
    result <- wilcox.test(x = DATA[[1L]], ...)
  } else {
    result <- wilcox.test(x = DATA[[1L]], y = DATA[[2L]], ...)
  }
  result$data.name <- samples$name
  result
}
