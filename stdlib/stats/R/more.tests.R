#' Box-Pierce and Ljung-Box tests
#'
#' Tests the independence of a time series.
#'
#' @param x a time series.
#' @param lag how many autocorrelations.
#' @param type the test.
#' @param fitdf how many parameters have been fitted.
#' @examples
#' Box.test(lh, lag = 2, type = "Ljung")
Box.test <- function(x, lag = 1, type = c("Box-Pierce", "Ljung-Box"), fitdf = 0) {
  if (NCOL(x) > 1) stop("x is not a vector or univariate time series")
  data_name <- deparse1(substitute(x))
  type <- match.arg(type)
  correlations <- acf(x, lag.max = lag, plot = FALSE, na.action = na.pass)$acf[2:(lag + 1)]
  count <- sum(!is.na(x))
  if (type == "Box-Pierce") {
    method <- "Box-Pierce test"
    statistic <- count * sum(correlations^2)
  } else {
    method <- "Box-Ljung test"
    statistic <- count * (count + 2) * sum(1 / seq.int(count - 1, count - lag) * correlations^2)
  }
  structure(
    list(statistic = c(`X-squared` = statistic), parameter = c(df = lag - fitdf),
         p.value = 1 - pchisq(statistic, lag - fitdf), method = method,
         data.name = data_name),
    class = "htest")
}

#' Power of t tests, tests of proportions and analyses of variance
#'
#' Leave out exactly one of the quantities to have it computed.
#'
#' @param n the number of observations in each group.
#' @param delta the true difference.
#' @param sd the standard deviation.
#' @param sig.level the significance level.
#' @param power the power.
#' @param type the kind of test.
#' @param alternative one- or two-sided.
#' @param strict whether to count the wrong tail.
#' @param tol the accuracy.
#' @examples
#' power.t.test(n = 20, delta = 1, sd = 1)
power.t.test <- function(n = NULL, delta = NULL, sd = 1, sig.level = 0.05,
                         power = NULL,
                         type = c("two.sample", "one.sample", "paired"),
                         alternative = c("two.sided", "one.sided"),
                         strict = FALSE, tol = .Machine$double.eps^0.25) {
  check_one_null(list(n, delta, sd, power, sig.level),
                 "exactly one of 'n', 'delta', 'sd', 'power', and 'sig.level' must be NULL")
  type <- match.arg(type)
  alternative <- match.arg(alternative)
  samples <- if (type == "two.sample") 2 else 1
  sides <- if (alternative == "two.sided") 2 else 1
  if (sides == 2 && !is.null(delta)) delta <- abs(delta)
  power_of <- function(n, delta, sd, sig.level) {
    freedom <- pmax(1e-7, n - 1) * samples
    limit <- qt(sig.level / sides, freedom, lower.tail = FALSE)
    center <- sqrt(n / samples) * delta / sd
    value <- pt(limit, freedom, ncp = center, lower.tail = FALSE)
    if (strict && sides == 2) value + pt(-limit, freedom, ncp = center) else value
  }
  if (is.null(power)) power <- power_of(n, delta, sd, sig.level)
  else if (is.null(n)) {
    n <- uniroot(function(n) power_of(n, delta, sd, sig.level) - power, c(2, 1e7),
                 tol = tol, extendInt = "upX")$root
  } else if (is.null(sd)) {
    sd <- uniroot(function(sd) power_of(n, delta, sd, sig.level) - power,
                  delta * c(1e-7, 1e7), tol = tol, extendInt = "downX")$root
  } else if (is.null(delta)) {
    delta <- uniroot(function(delta) power_of(n, delta, sd, sig.level) - power,
                     sd * c(1e-7, 1e7), tol = tol, extendInt = "upX")$root
  } else {
    sig.level <- uniroot(function(level) power_of(n, delta, sd, level) - power,
                         c(1e-10, 1 - 1e-10), tol = tol, extendInt = "yes")$root
  }
  note <- switch(
    type,
    paired = "n is number of *pairs*, sd is std.dev. of *differences* within pairs",
    two.sample = "n is number in *each* group")
  method <- paste(switch(type, one.sample = "One-sample", two.sample = "Two-sample",
                         paired = "Paired"), "t test power calculation")
  structure(
    list(n = n, delta = delta, sd = sd, sig.level = sig.level, power = power,
         alternative = alternative, note = note, method = method),
    class = "power.htest")
}

check_one_null <- function(values, message) {
  if (sum(vapply(values, is.null, NA)) != 1) stop(simpleError(message, sys.call(-1L)))
}

#' @rdname power.t.test
#' @param p1,p2 probabilities in the groups.
#' @examples
#' power.prop.test(n = 50, p1 = 0.5, p2 = 0.75)
power.prop.test <- function(n = NULL, p1 = NULL, p2 = NULL, sig.level = 0.05,
                            power = NULL,
                            alternative = c("two.sided", "one.sided"),
                            strict = FALSE, tol = .Machine$double.eps^0.25) {
  check_one_null(list(n, p1, p2, power, sig.level),
                 "exactly one of 'n', 'p1', 'p2', 'power', and 'sig.level' must be NULL")
  alternative <- match.arg(alternative)
  sides <- if (alternative == "two.sided") 2 else 1
  power_of <- function(n, p1, p2, sig.level) {
    limit <- qnorm(sig.level / sides, lower.tail = FALSE)
    pooled <- (p1 + p2) * (1 - (p1 + p2) / 2)
    separate <- p1 * (1 - p1) + p2 * (1 - p2)
    value <- pnorm((sqrt(n) * abs(p1 - p2) - limit * sqrt(pooled)) / sqrt(separate))
    if (strict && sides == 2) {
      value + pnorm((sqrt(n) * abs(p1 - p2) + limit * sqrt(pooled)) / sqrt(separate),
                    lower.tail = FALSE)
    } else {
      value
    }
  }
  if (is.null(power)) power <- power_of(n, p1, p2, sig.level)
  else if (is.null(n)) {
    n <- uniroot(function(n) power_of(n, p1, p2, sig.level) - power, c(2, 1e7),
                 tol = tol, extendInt = "upX")$root
  } else if (is.null(p2)) {
    p2 <- uniroot(function(p2) power_of(n, p1, p2, sig.level) - power, c(p1, 1),
                  tol = tol, extendInt = "yes")$root
  } else if (is.null(p1)) {
    p1 <- uniroot(function(p1) power_of(n, p1, p2, sig.level) - power, c(0, p2),
                  tol = tol, extendInt = "yes")$root
  } else {
    sig.level <- uniroot(function(level) power_of(n, p1, p2, level) - power,
                         c(1e-10, 1 - 1e-10), tol = tol, extendInt = "upX")$root
  }
  structure(
    list(n = n, p1 = p1, p2 = p2, sig.level = sig.level, power = power,
         alternative = alternative, note = "n is number in *each* group",
         method = "Two-sample comparison of proportions power calculation"),
    class = "power.htest")
}

#' @rdname power.t.test
#' @param groups the number of groups.
#' @param between.var,within.var the variances between and within groups.
#' @examples
#' power.anova.test(groups = 4, n = 5, between.var = 1, within.var = 3)
power.anova.test <- function(groups = NULL, n = NULL, between.var = NULL,
                             within.var = NULL, sig.level = 0.05, power = NULL) {
  check_one_null(list(groups, n, between.var, within.var, power, sig.level),
                 "exactly one of 'groups', 'n', 'between.var', 'within.var', 'power', and 'sig.level' must be NULL")
  if (!is.null(groups) && groups < 2) stop("number of groups must be at least 2")
  if (!is.null(n) && n < 2) stop("number of observations in each group must be at least 2")
  power_of <- function(groups, n, between.var, within.var, sig.level) {
    center <- (groups - 1) * n * (between.var / within.var)
    pf(qf(sig.level, groups - 1, (n - 1) * groups, lower.tail = FALSE),
       groups - 1, (n - 1) * groups, center, lower.tail = FALSE)
  }
  if (is.null(power)) {
    power <- power_of(groups, n, between.var, within.var, sig.level)
  } else if (is.null(groups)) {
    groups <- uniroot(function(g) power_of(g, n, between.var, within.var, sig.level) - power, c(2, 100))$root
  } else if (is.null(n)) {
    n <- uniroot(function(n) power_of(groups, n, between.var, within.var, sig.level) - power, c(2, 1e5))$root
  } else if (is.null(within.var)) {
    within.var <- uniroot(function(w) power_of(groups, n, between.var, w, sig.level) - power, between.var * c(1e-7, 1e7))$root
  } else if (is.null(between.var)) {
    between.var <- uniroot(function(b) power_of(groups, n, b, within.var, sig.level) - power, within.var * c(1e-7, 1e7))$root
  } else {
    sig.level <- uniroot(function(level) power_of(groups, n, between.var, within.var, level) - power, c(1e-10, 1 - 1e-10))$root
  }
  structure(
    list(groups = groups, n = n, between.var = between.var,
         within.var = within.var, sig.level = sig.level, power = power,
         note = "n is number in each group",
         method = "Balanced one-way analysis of variance power calculation"),
    class = "power.htest")
}

print.power.htest <- function(x, digits = getOption("digits"), ...) {
  cat("\n    ", x$method, "\n\n")
  note <- x$note
  x[c("method", "note")] <- NULL
  cat(paste(format(names(x), width = 15L, justify = "right"),
            format(x, digits = digits), sep = " = "), sep = "\n")
  if (!is.null(note)) cat("\n", "NOTE: ", note, "\n\n", sep = "") else cat("\n")
  invisible(x)
}

#' Cochran-Mantel-Haenszel test
#'
#' Tests the independence of two factors within strata.
#'
#' @param x a three-dimensional table, or a factor.
#' @param y,z factors; not used if `x` is a table.
#' @param alternative the alternative.
#' @param correct whether to correct for continuity.
#' @param exact whether to do the exact test.
#' @param conf.level the confidence level.
#' @examples
#' mantelhaen.test(UCBAdmissions)
mantelhaen.test <- function(x, y = NULL, z = NULL,
                            alternative = c("two.sided", "less", "greater"),
                            correct = TRUE, exact = FALSE, conf.level = 0.95) {
  data_name <- deparse1(substitute(x))
  if (is.array(x)) {
    if (length(dim(x)) != 3L) stop("'x' must be a 3-dimensional array")
    if (anyNA(x)) stop("NAs are not allowed")
  } else {
    if (is.null(y)) stop("if 'x' is not an array, 'y' must be given")
    if (is.null(z)) stop("if 'x' is not an array, 'z' must be given")
    data_name <- paste(data_name, "and", deparse1(substitute(y)), "and", deparse1(substitute(z)))
    complete <- complete.cases(x, y, z)
    x <- table(as.factor(x[complete]), as.factor(y[complete]), as.factor(z[complete]))
  }
  strata <- apply(x, 3L, sum) >= 2
  x <- x[, , strata, drop = FALSE]
  rows <- dim(x)[1L]
  columns <- dim(x)[2L]
  if (rows == 2 && columns == 2) {
    alternative <- match.arg(alternative)
    mantel_haenszel_two(x, alternative, correct, exact, conf.level, data_name)
  } else {
    mantel_haenszel_general(x, rows, columns, data_name)
  }
}

mantel_haenszel_two <- function(x, alternative, correct, exact, level, data_name) {
  first <- x[1, 1, ]
  row_sums <- apply(x, c(1L, 3L), sum)
  column_sums <- apply(x, c(2L, 3L), sum)
  totals <- as.double(apply(x, 3L, sum))
  delta <- sum(first - row_sums[1, ] * column_sums[1, ] / totals)
  yates <- if (correct && abs(delta) >= 0.5) 0.5 else 0
  variance <- sum(apply(rbind(row_sums, column_sums), 2L, function(v) prod(as.double(v))) /
                    (totals^2 * (totals - 1)))
  statistic <- (abs(delta) - yates)^2 / variance
  p <- if (alternative == "two.sided") {
    pchisq(statistic, 1, lower.tail = FALSE)
  } else {
    pnorm(sign(delta) * sqrt(statistic), lower.tail = alternative == "less")
  }
  diagonal <- x[1, 1, ] * x[2, 2, ] / totals
  crossed <- x[1, 2, ] * x[2, 1, ] / totals
  ratio <- sum(diagonal) / sum(crossed)
  agree <- (x[1, 1, ] + x[2, 2, ]) / totals
  disagree <- (x[1, 2, ] + x[2, 1, ]) / totals
  deviation <- sqrt(
    sum(agree * diagonal) / (2 * sum(diagonal)^2) +
      sum(agree * crossed + disagree * diagonal) / (2 * sum(diagonal) * sum(crossed)) +
      sum(disagree * crossed) / (2 * sum(crossed)^2))
  interval <- switch(
    alternative,
    less = c(0, ratio * exp(qnorm(level) * deviation)),
    greater = c(ratio * exp(qnorm(level, lower.tail = FALSE) * deviation), Inf),
    two.sided = ratio * exp(c(1, -1) * qnorm((1 - level) / 2) * deviation))
  structure(
    list(statistic = c(`Mantel-Haenszel X-squared` = statistic),
         parameter = c(df = 1), p.value = p,
         conf.int = with_level(interval, level),
         estimate = c(`common odds ratio` = ratio),
         null.value = c(`common odds ratio` = 1), alternative = alternative,
         method = paste("Mantel-Haenszel chi-squared test",
                        if (yates) "with" else "without", "continuity correction"),
         data.name = data_name),
    class = "htest")
}

mantel_haenszel_general <- function(x, rows, columns, data_name) {
  freedom <- (rows - 1) * (columns - 1)
  difference <- numeric(freedom)
  covariance <- matrix(0, freedom, freedom)
  for (k in seq_len(dim(x)[3L])) {
    part <- x[, , k]
    total <- sum(part)
    row_sums <- rowSums(part)[-rows]
    column_sums <- colSums(part)[-columns]
    difference <- difference + c(part[-rows, -columns]) - c(outer(row_sums, column_sums)) / total
    covariance <- covariance + kronecker(
      diag(total * column_sums, nrow = columns - 1) - outer(column_sums, column_sums),
      diag(total * row_sums, nrow = rows - 1) - outer(row_sums, row_sums)) /
      (total^2 * (total - 1))
  }
  statistic <- c(crossprod(difference, qr.solve(covariance, difference)))
  structure(
    list(statistic = c(`Cochran-Mantel-Haenszel M^2` = statistic),
         parameter = c(df = freedom),
         p.value = pchisq(statistic, freedom, lower.tail = FALSE),
         method = "Cochran-Mantel-Haenszel test", data.name = data_name),
    class = "htest")
}

#' Mood's and Ansari-Bradley's tests of scale
#'
#' @param x a numeric vector or a formula.
#' @param ... further arguments for methods.
#' @examples
#' mood.test(c(1, 5, 2, 8), c(3, 4, 3.5, 4.5))
mood.test <- function(x, ...) UseMethod("mood.test")

mood.test.default <- function(x, y, alternative = c("two.sided", "less", "greater"), ...) {
  alternative <- match.arg(alternative)
  data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(y)))
  x <- x[is.finite(x)]
  y <- y[is.finite(y)]
  count_x <- length(x)
  count <- count_x + length(y)
  if (count < 3L) stop("not enough observations")
  center <- count_x * (count^2 - 1) / 12
  variance <- count_x * length(y) * (count + 1) * (count + 2) * (count - 2) / 180
  z <- c(x, y)
  if (!anyDuplicated(z)) {
    statistic <- sum((rank(z)[seq_len(count_x)] - (count + 1) / 2)^2)
  } else {
    values <- sort(unique(z))
    in_x <- tabulate(match(x, values), length(values))
    in_all <- tabulate(match(z, values), length(values))
    scores <- cumsum((seq_len(count) - (count + 1) / 2)^2)
    sums <- diff(c(0, scores[cumsum(in_all)]))
    statistic <- sum(in_x * sums / in_all)
  }
  z <- (statistic - center) / sqrt(variance)
  p <- switch(alternative, less = pnorm(z, lower.tail = FALSE), greater = pnorm(z),
              two.sided = 2 * min(pnorm(z), pnorm(z, lower.tail = FALSE)))
  structure(
    list(statistic = c(Z = z), p.value = p, alternative = alternative,
         method = "Mood two-sample test of scale", data.name = data_name),
    class = "htest")
}

mood.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula) || length(formula) != 3L) {
    stop("'formula' missing or incorrect")
  }
  samples <- samples_for_test(formula, match.call(expand.dots = FALSE),
                              parent.frame())
  DATA <- samples$data
  result <- mood.test(x = DATA[[1L]], y = DATA[[2L]], ...)
  result$data.name <- samples$name
  result
}
