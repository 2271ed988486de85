#' Chi-squared tests of counts
#'
#' Tests the independence of a contingency table, or the goodness of fit of
#' counts.
#'
#' @param x a vector of counts, a factor or a matrix.
#' @param y a factor; not used if `x` is a matrix.
#' @param correct whether to correct for continuity in two by two tables.
#' @param p expected probabilities.
#' @param rescale.p whether to scale them to sum to one.
#' @param simulate.p.value whether to simulate the p-value.
#' @param B the number of simulations.
#' @examples
#' chisq.test(matrix(c(12, 5, 7, 7), 2))
#' chisq.test(c(20, 30, 50), p = c(0.3, 0.3, 0.4))
chisq.test <- function(x, y = NULL, correct = TRUE,
                       p = rep(1/length(x), length(x)), rescale.p = FALSE,
                       simulate.p.value = FALSE, B = 2000) {
  data_name <- deparse1(substitute(x))
  if (is.data.frame(x)) x <- as.matrix(x)
  if (is.matrix(x) && min(dim(x)) == 1L) x <- as.vector(x)
  if (!is.matrix(x) && !is.null(y)) {
    if (length(x) != length(y)) stop("'x' and 'y' must have the same length")
    name_y <- deparse1(substitute(y))
    names <- if (any(nchar(c(data_name, name_y), "w") > 30)) c("", "") else c(data_name, name_y)
    complete <- complete.cases(x, y)
    x <- factor(x[complete])
    y <- factor(y[complete])
    if (nlevels(x) < 2L || nlevels(y) < 2L) {
      stop("'x' and 'y' must have at least 2 levels")
    }
    x <- table(x, y)
    names(dimnames(x)) <- names
    data_name <- paste(paste(data_name, collapse = "\n"), "and",
                       paste(name_y, collapse = "\n"))
  }
  if (any(x < 0) || anyNA(x)) stop("all entries of 'x' must be nonnegative and finite")
  total <- sum(x)
  if (total == 0) stop("at least one entry of 'x' must be positive")
  if (is.matrix(x)) {
    result <- independence_test(x, total, correct, simulate.p.value, B)
  } else {
    if (length(dim(x)) > 2L) stop("invalid 'x'")
    if (length(x) == 1L) stop("'x' must at least have 2 elements")
    if (length(x) != length(p)) stop("'x' and 'p' must have the same number of elements")
    if (any(p < 0)) stop("probabilities must be non-negative.")
    if (abs(sum(p) - 1) > sqrt(.Machine$double.eps)) {
      if (rescale.p) p <- p / sum(p) else stop("probabilities must sum to 1.")
    }
    result <- goodness_test(x, total, p, simulate.p.value, B)
  }
  expected <- result$expected
  parameter <- c(df = result$parameter)
  if (any(expected < 5) && is.finite(parameter)) {
    warning("Chi-squared approximation may be incorrect")
  }
  structure(
    list(statistic = c(`X-squared` = result$statistic), parameter = parameter,
         p.value = result$p.value, method = result$method, data.name = data_name,
         observed = x, expected = expected,
         residuals = (x - expected) / sqrt(expected),
         stdres = (x - expected) / sqrt(result$spread)),
    class = "htest")
}

# The test of the independence of the rows and columns of a table.
independence_test <- function(x, total, correct, simulate, B) {
  method <- "Pearson's Chi-squared test"
  row_sums <- rowSums(x)
  column_sums <- colSums(x)
  expected <- outer(row_sums, column_sums) / total
  spread <- outer(row_sums, column_sums, function(r, c) {
    c * r * (total - r) * (total - c) / total^3
  })
  dimnames(expected) <- dimnames(x)
  if (simulate && all(row_sums > 0) && all(column_sums > 0)) {
    distance <- function(d) sum(sort((d - expected)^2 / expected, decreasing = TRUE))
    draws <- r2dtable(B, row_sums, column_sums)
    values <- vapply(draws, distance, 0)
    statistic <- distance(x)
    return(list(
      method = simulated_method(method, B), statistic = statistic, parameter = NA,
      p.value = (1 + sum(values >= (1 - 64 * .Machine$double.eps) * statistic)) / (B + 1),
      expected = expected, spread = spread))
  }
  if (simulate) {
    warning(simpleWarning("cannot compute simulated p-value with zero marginals",
                          sys.call(-1L)))
  }
  yates <- if (correct && all(dim(x) == 2L)) min(0.5, abs(x - expected)) else 0
  if (yates > 0) method <- paste(method, "with Yates' continuity correction")
  statistic <- sum((abs(x - expected) - yates)^2 / expected)
  parameter <- (nrow(x) - 1L) * (ncol(x) - 1L)
  list(method = method, statistic = statistic, parameter = parameter,
       p.value = pchisq(statistic, parameter, lower.tail = FALSE),
       expected = expected, spread = spread)
}

# The test that counts come from given probabilities.
goodness_test <- function(x, total, p, simulate, B) {
  method <- "Chi-squared test for given probabilities"
  expected <- setNames(total * p, names(x))
  statistic <- sum((x - expected)^2 / expected)
  if (simulate) {
    method <- simulated_method(method, B)
    classes <- length(x)
    draws <- matrix(sample.int(classes, B * total, TRUE, prob = p), nrow = total)
    values <- apply(draws, 2L, function(draw) {
      sum((table(factor(draw, levels = seq_len(classes))) - expected)^2 / expected)
    })
    parameter <- NA
    p_value <- (1 + sum(values >= statistic)) / (B + 1)
  } else {
    parameter <- length(x) - 1
    p_value <- pchisq(statistic, parameter, lower.tail = FALSE)
  }
  list(method = method, statistic = statistic, parameter = parameter, p.value = p_value,
       expected = expected, spread = total * p * (1 - p))
}

simulated_method <- function(method, B) {
  paste(method, paste0("with simulated p-value\n\t (based on ", B, " replicates)"))
}

#' McNemar's test of symmetry
#'
#' @param x a square table, or a factor.
#' @param y a factor; not used if `x` is a matrix.
#' @param correct whether to correct for continuity.
#' @examples
#' mcnemar.test(matrix(c(794, 86, 150, 570), 2))
mcnemar.test <- function(x, y = NULL, correct = TRUE) {
  data_name <- deparse1(substitute(x))
  if (is.matrix(x)) {
    size <- nrow(x)
    if (size < 2 || ncol(x) != size) {
      stop("'x' must be square with at least two rows and columns")
    }
    if (any(x < 0) || anyNA(x)) stop("all entries of 'x' must be nonnegative and finite")
  } else {
    if (is.null(y)) stop("if 'x' is not a matrix, 'y' must be given")
    if (length(x) != length(y)) stop("'x' and 'y' must have the same length")
    data_name <- paste(data_name, "and", deparse1(substitute(y)))
    complete <- complete.cases(x, y)
    x <- as.factor(x[complete])
    y <- as.factor(y[complete])
    size <- nlevels(x)
    if (size < 2 || nlevels(y) != size) {
      stop("'x' and 'y' must have the same number of levels (minimum 2)")
    }
    x <- table(x, y)
  }
  method <- "McNemar's Chi-squared test"
  difference <- abs(x - t(x))
  if (correct && size == 2 && any(x - t(x) != 0)) {
    difference <- difference - 1
    method <- paste(method, "with continuity correction")
  }
  sums <- x + t(x)
  above <- upper.tri(x)
  statistic <- sum(difference[above]^2 / sums[above])
  parameter <- size * (size - 1) / 2
  structure(
    list(statistic = c(`McNemar's chi-squared` = statistic),
         parameter = c(df = parameter),
         p.value = pchisq(statistic, parameter, lower.tail = FALSE),
         method = method, data.name = data_name),
    class = "htest")
}
