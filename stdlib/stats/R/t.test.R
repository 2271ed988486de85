#' Student's t test
#'
#' Tests of the mean of one sample, of the difference of the means of two, or of
#' paired values. Returns an object of class `"htest"`.
#'
#' @param x a numeric vector, or a formula such as `value ~ group`.
#' @param ... further arguments for methods.
#' @examples
#' t.test(extra ~ group, sleep)
t.test <- function(x, ...) UseMethod("t.test")

t.test.default <- function(x, y = NULL,
                           alternative = c("two.sided", "less", "greater"),
                           mu = 0, paired = FALSE, var.equal = FALSE,
                           conf.level = 0.95, ...) {
  alternative <- match.arg(alternative)
  if (!missing(mu) && (length(mu) != 1 || is.na(mu))) {
    stop("'mu' must be a single number")
  }
  check_level(conf.level)
  if (!is.null(y)) {
    data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(y)))
    if (paired) {
      complete <- complete.cases(x, y)
      x <- x[complete] - y[complete]
      y <- NULL
    } else {
      y <- y[!is.na(y)]
      x <- x[!is.na(x)]
    }
  } else {
    data_name <- deparse1(substitute(x))
    if (paired) stop("'y' is missing for paired test")
    x <- x[!is.na(x)]
  }
  count <- length(x)
  mean_x <- mean(x)
  if (is.null(y)) {
    if (count < 2) stop("not enough 'x' observations")
    freedom <- count - 1
    error <- sqrt(var(x) / count)
    if (error < 10 * .Machine$double.eps * abs(mean_x)) {
      stop("data are essentially constant")
    }
    statistic <- (mean_x - mu) / error
    method <- if (paired) "Paired t-test" else "One Sample t-test"
    estimate <- setNames(mean_x, if (paired) "mean difference" else "mean of x")
    null_name <- if (paired) "mean difference" else "mean"
  } else {
    parts <- two_sample_t(x, y, var.equal)
    freedom <- parts$freedom
    error <- parts$error
    method <- paste(if (!var.equal) "Welch", "Two Sample t-test")
    estimate <- c(`mean of x` = mean_x, `mean of y` = mean(y))
    statistic <- (mean_x - estimate[[2L]] - mu) / error
    null_name <- "difference in means"
  }
  tail <- switch(
    alternative,
    less = list(pt(statistic, freedom), c(-Inf, statistic + qt(conf.level, freedom))),
    greater = list(pt(statistic, freedom, lower.tail = FALSE),
                   c(statistic - qt(conf.level, freedom), Inf)),
    two.sided = {
      width <- qt(1 - (1 - conf.level) / 2, freedom)
      list(2 * pt(-abs(statistic), freedom), statistic + c(-width, width))
    })
  structure(
    list(statistic = c(t = statistic), parameter = c(df = freedom),
         p.value = tail[[1L]],
         conf.int = with_level(mu + tail[[2L]] * error, conf.level),
         estimate = estimate, null.value = setNames(mu, null_name),
         stderr = error, alternative = alternative, method = method,
         data.name = data_name),
    class = "htest")
}

# The standard error of a difference of means and its degrees of freedom.
two_sample_t <- function(x, y, pooled) {
  count_x <- length(x)
  count_y <- length(y)
  if (count_x < 1 || (!pooled && count_x < 2)) stop_in_test("not enough 'x' observations")
  if (count_y < 1 || (!pooled && count_y < 2)) stop_in_test("not enough 'y' observations")
  if (pooled && count_x + count_y < 3) stop_in_test("not enough observations")
  if (pooled) {
    freedom <- count_x + count_y - 2
    variance <- 0
    if (count_x > 1) variance <- variance + (count_x - 1) * var(x)
    if (count_y > 1) variance <- variance + (count_y - 1) * var(y)
    error <- sqrt(variance / freedom * (1 / count_x + 1 / count_y))
  } else {
    error_x <- sqrt(var(x) / count_x)
    error_y <- sqrt(var(y) / count_y)
    error <- sqrt(error_x^2 + error_y^2)
    freedom <- error^4 / (error_x^4 / (count_x - 1) + error_y^4 / (count_y - 1))
  }
  if (error < 10 * .Machine$double.eps * max(abs(mean(x)), abs(mean(y)))) {
    stop_in_test("data are essentially constant")
  }
  list(error = error, freedom = freedom)
}

# An error of the function that called the caller.
stop_in_test <- function(message) stop(simpleError(message, sys.call(-2L)))

t.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula) || length(formula) != 3L) {
    stop("'formula' missing or incorrect")
  }
  samples <- samples_for_test(formula, match.call(expand.dots = FALSE),
                              parent.frame())
  DATA <- samples$data
  if (samples$paired) {
    result <- t.test(x = DATA[[1L]], y = DATA[[2L]], paired = TRUE, ...)
  } else if (length(DATA) == 1L) {
    result <- t.test(x = DATA[[1L]], ...)
  } else {
    result <- t.test(x = DATA[[1L]], y = DATA[[2L]], ...)
    if (length(result$estimate) == 2L) {
      groups <- paste("group", samples$levels)
      names(result$estimate) <- paste("mean in", groups)
      names(result$null.value) <- paste("difference in means between",
                                        paste(groups, collapse = " and "))
    }
  }
  result$data.name <- samples$name
  result
}

#' F test of two variances
#'
#' @param x a numeric vector, a linear model, or a formula.
#' @param ... further arguments for methods.
#' @examples
#' var.test(c(1, 2, 4), c(2, 5, 11, 3))
var.test <- function(x, ...) UseMethod("var.test")

var.test.default <- function(x, y, ratio = 1,
                             alternative = c("two.sided", "less", "greater"),
                             conf.level = 0.95, ...) {
  if (!(length(ratio) == 1L && is.finite(ratio) && ratio > 0)) {
    stop("'ratio' must be a single positive number")
  }
  alternative <- match.arg(alternative)
  check_level(conf.level)
  data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(y)))
  spread <- function(v, name) {
    if (inherits(v, "lm")) {
      return(list(df = v$df.residual, variance = sum(v$residuals^2) / v$df.residual))
    }
    v <- v[is.finite(v)]
    if (length(v) < 2L) {
      stop(simpleError(sprintf("not enough '%s' observations", name), sys.call(-1L)))
    }
    list(df = length(v) - 1L, variance = var(v))
  }
  first <- spread(x, "x")
  second <- spread(y, "y")
  estimate <- first$variance / second$variance
  statistic <- estimate / ratio
  p <- pf(statistic, first$df, second$df)
  if (alternative == "two.sided") {
    p <- 2 * min(p, 1 - p)
    tail <- (1 - conf.level) / 2
    interval <- c(estimate / qf(1 - tail, first$df, second$df),
                  estimate / qf(tail, first$df, second$df))
  } else if (alternative == "greater") {
    p <- 1 - p
    interval <- c(estimate / qf(conf.level, first$df, second$df), Inf)
  } else {
    interval <- c(0, estimate / qf(1 - conf.level, first$df, second$df))
  }
  structure(
    list(statistic = c(F = statistic),
         parameter = c(`num df` = first$df, `denom df` = second$df),
         p.value = p, conf.int = with_level(interval, conf.level),
         estimate = c(`ratio of variances` = estimate),
         null.value = c(`ratio of variances` = ratio),
         alternative = alternative,
         method = "F test to compare two variances", data.name = data_name),
    class = "htest")
}

var.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula) || length(formula) != 3L) {
    stop("'formula' missing or incorrect")
  }
  samples <- samples_for_test(formula, match.call(expand.dots = FALSE),
                              parent.frame())
  DATA <- samples$data
  result <- var.test(x = DATA[[1L]], y = DATA[[2L]], ...)
  result$data.name <- samples$name
  result
}
