#' Kruskal-Wallis rank sum test
#'
#' @param x a numeric vector, a list of them, or a formula.
#' @param ... further arguments for methods.
#' @examples
#' kruskal.test(Ozone ~ Month, airquality)
kruskal.test <- function(x, ...) UseMethod("kruskal.test")

kruskal.test.default <- function(x, g, ...) {
  if (is.list(x)) {
    if (length(x) < 2L) stop("'x' must be a list with at least 2 elements")
    if (!missing(g)) warning("'x' is a list, so ignoring argument 'g'")
    data_name <- deparse1(substitute(x))
    groups <- grouped_list(x)
    x <- groups$values
    g <- groups$group
  } else {
    if (length(x) != length(g)) stop("'x' and 'g' must have the same length")
    data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(g)))
    complete <- complete.cases(x, g)
    x <- x[complete]
    g <- factor(g[complete])
    if (nlevels(g) < 2L) stop("all observations are in the same group")
  }
  count <- length(x)
  if (count < 2L) stop("not enough observations")
  ranks <- rank(x)
  ties <- table(x)
  statistic <- sum(tapply(ranks, g, sum)^2 / tapply(ranks, g, length))
  statistic <- (12 * statistic / (count * (count + 1)) - 3 * (count + 1)) /
    (1 - sum(ties^3 - ties) / (count^3 - count))
  parameter <- nlevels(g) - 1L
  structure(
    list(statistic = c(`Kruskal-Wallis chi-squared` = statistic),
         parameter = c(df = parameter),
         p.value = pchisq(statistic, parameter, lower.tail = FALSE),
         method = "Kruskal-Wallis rank sum test", data.name = data_name),
    class = "htest")
}

grouped_list <- function(x) {
  x <- lapply(x, function(v) v[complete.cases(v)])
  lengths <- lengths(x)
  if (any(lengths == 0L)) stop(simpleError("all groups must contain data", sys.call(-1L)))
  list(values = unlist(x), group = factor(rep.int(seq_along(x), lengths)))
}

# The data of a test of groups from a formula.
grouped_formula <- function(test, formula, call, frame, ...) {
  if (length(formula) != 3L) {
    stop(simpleError("'formula' missing or incorrect", sys.call(-1L)))
  }
  model <- samples_of_formula(call, frame)
  if (length(model$frame) > 2L) {
    stop(simpleError("'formula' should be of the form response ~ group", sys.call(-1L)))
  }
  result <- test(x = model$frame[[1L]], g = model$frame[[2L]], ...)
  result$data.name <- model$names
  result
}

kruskal.test.formula <- function(formula, data, subset, na.action, ...) {
  grouped_formula(kruskal.test.default, formula, match.call(expand.dots = FALSE),
                  parent.frame())
}

#' Bartlett's test of equal variances
#'
#' @param x a numeric vector, a list of them, or a formula.
#' @param ... further arguments for methods.
#' @examples
#' bartlett.test(count ~ spray, InsectSprays)
bartlett.test <- function(x, ...) UseMethod("bartlett.test")

bartlett.test.default <- function(x, g, ...) {
  if (is.list(x)) {
    if (length(x) < 2L) stop("'x' must be a list with at least 2 elements")
    data_name <- deparse1(substitute(x))
    if (all(vapply(x, inherits, NA, "lm"))) {
      freedom <- vapply(x, function(fit) as.numeric(fit$df.residual), 0)
      variance <- vapply(x, function(fit) sum(fit$residuals^2), 0) / freedom
    } else {
      x <- lapply(x, function(v) v[is.finite(v)])
      freedom <- lengths(x) - 1
      variance <- vapply(x, var, 0)
    }
  } else {
    if (length(x) != length(g)) stop("'x' and 'g' must have the same length")
    data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(g)))
    complete <- complete.cases(x, g)
    x <- x[complete]
    g <- factor(g[complete])
    if (nlevels(g) < 2) stop("all observations are in the same group")
    parts <- split(x, g)
    freedom <- lengths(parts) - 1
    if (any(freedom <= 0)) stop("there must be at least 2 observations in each group")
    variance <- vapply(parts, var, 0)
  }
  groups <- length(variance)
  total <- sum(freedom)
  pooled <- sum(freedom * variance) / total
  statistic <- (total * log(pooled) - sum(freedom * log(variance))) /
    (1 + (sum(1 / freedom) - 1 / total) / (3 * (groups - 1)))
  parameter <- groups - 1
  structure(
    list(statistic = c(`Bartlett's K-squared` = statistic),
         parameter = c(df = parameter),
         p.value = pchisq(statistic, parameter, lower.tail = FALSE),
         data.name = data_name,
         method = "Bartlett test of homogeneity of variances"),
    class = "htest")
}

bartlett.test.formula <- function(formula, data, subset, na.action, ...) {
  grouped_formula(bartlett.test.default, formula, match.call(expand.dots = FALSE),
                  parent.frame())
}

#' Fligner-Killeen test of equal variances
#'
#' @param x a numeric vector, a list of them, or a formula.
#' @param ... further arguments for methods.
#' @examples
#' fligner.test(count ~ spray, InsectSprays)
fligner.test <- function(x, ...) UseMethod("fligner.test")

fligner.test.default <- function(x, g, ...) {
  if (is.list(x)) {
    if (length(x) < 2L) stop("'x' must be a list with at least 2 elements")
    data_name <- deparse1(substitute(x))
    groups <- grouped_list(x)
    x <- groups$values
    g <- groups$group
  } else {
    if (length(x) != length(g)) stop("'x' and 'g' must have the same length")
    data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(g)))
    complete <- complete.cases(x, g)
    x <- x[complete]
    g <- factor(g[complete])
    if (nlevels(g) < 2) stop("all observations are in the same group")
  }
  count <- length(x)
  if (count < 2) stop("not enough observations")
  x <- x - tapply(x, g, median)[g]
  scores <- qnorm((1 + rank(abs(x)) / (count + 1)) / 2)
  scores <- scores - mean(scores)
  statistic <- sum(tapply(scores, g, function(v) length(v) * mean(v)^2)) / var(as.vector(scores))
  parameter <- nlevels(g) - 1
  structure(
    list(statistic = c(`Fligner-Killeen:med chi-squared` = statistic),
         parameter = c(df = parameter),
         p.value = pchisq(statistic, parameter, lower.tail = FALSE),
         method = "Fligner-Killeen test of homogeneity of variances",
         data.name = data_name),
    class = "htest")
}

fligner.test.formula <- function(formula, data, subset, na.action, ...) {
  grouped_formula(fligner.test.default, formula, match.call(expand.dots = FALSE),
                  parent.frame())
}

#' Friedman rank sum test
#'
#' @param y a matrix with a row for each block, a numeric vector, or a formula.
#' @param ... further arguments for methods.
#' @examples
#' friedman.test(matrix(c(5.4, 5.5, 5.9, 5.2, 5.8, 5.6), 3, byrow = TRUE))
friedman.test <- function(y, ...) UseMethod("friedman.test")

friedman.test.default <- function(y, groups, blocks, ...) {
  data_name <- deparse1(substitute(y))
  if (is.matrix(y)) {
    y <- y[complete.cases(y), , drop = FALSE]
    treatments <- ncol(y)
    count <- nrow(y)
  } else {
    if (anyNA(groups) || anyNA(blocks)) {
      stop("NA's are not allowed in 'groups' or 'blocks'")
    }
    if (any(diff(c(length(y), length(groups), length(blocks))) != 0L)) {
      stop("'y', 'groups' and 'blocks' must have the same length")
    }
    data_name <- paste0(data_name, ", ", deparse1(substitute(groups)), " and ",
                        deparse1(substitute(blocks)))
    if (any(table(groups, blocks) != 1)) stop("not an unreplicated complete block design")
    groups <- factor(groups)
    blocks <- factor(blocks)
    order <- order(groups, blocks)
    y <- matrix(y[order], ncol = nlevels(groups))
    y <- y[complete.cases(y), , drop = FALSE]
    treatments <- ncol(y)
    count <- nrow(y)
  }
  ranks <- t(apply(y, 1L, rank))
  ties <- apply(ranks, 1L, function(row) {
    counts <- tabulate(match(row, unique(row)))
    sum(counts^3 - counts)
  })
  statistic <- 12 * sum((colSums(ranks) - count * (treatments + 1) / 2)^2) /
    (count * treatments * (treatments + 1) - sum(ties) / (treatments - 1))
  parameter <- treatments - 1
  structure(
    list(statistic = c(`Friedman chi-squared` = statistic),
         parameter = c(df = parameter),
         p.value = pchisq(statistic, parameter, lower.tail = FALSE),
         method = "Friedman rank sum test", data.name = data_name),
    class = "htest")
}

friedman.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula)) stop("formula missing")
  right <- formula[[length(formula)]]
  if (length(formula) != 3L || length(right) != 3L ||
      !identical(right[[1L]], as.name("|"))) {
    stop("incorrect specification for 'formula'")
  }
  formula[[3L]] <- call("+", right[[2L]], right[[3L]])
  call <- match.call(expand.dots = FALSE)
  call$formula <- formula
  call <- call[c(1L, match(c("formula", "data", "subset", "na.action"), names(call), 0L))]
  call[[1L]] <- quote(stats::model.frame)
  frame <- eval(call, parent.frame())
  result <- friedman.test.default(frame[[1L]], frame[[2L]], frame[[3L]])
  names <- names(frame)
  result$data.name <- paste(names, collapse = " and ")
  result
}

#' Test of equal means in a one-way layout
#'
#' @param formula a formula such as `value ~ group`.
#' @param data a data frame.
#' @param subset which cases to use.
#' @param na.action a function that treats missing values.
#' @param var.equal whether the variances are equal.
#' @examples
#' oneway.test(extra ~ group, sleep)
oneway.test <- function(formula, data, subset, na.action, var.equal = FALSE) {
  if (missing(formula) || length(formula) != 3L) {
    stop("'formula' missing or incorrect")
  }
  model <- samples_of_formula(match.call(expand.dots = FALSE), parent.frame())
  data_name <- paste(names(model$frame), collapse = " and ")
  y <- model$frame[[1L]]
  group <- if (length(model$frame) > 2L) factor(do.call(interaction, model$frame[-1L]))
    else factor(model$frame[[2L]])
  groups <- nlevels(group)
  if (groups < 2L) stop("not enough groups")
  sizes <- tapply(y, group, length)
  if (any(sizes < 2)) stop("not enough observations")
  means <- tapply(y, group, mean)
  variances <- tapply(y, group, var)
  method <- "One-way analysis of means"
  if (var.equal) {
    count <- sum(sizes)
    statistic <- (sum(sizes * (means - mean(y))^2) / (groups - 1)) /
      (sum((sizes - 1) * variances) / (count - groups))
    parameter <- c(groups - 1, count - groups)
  } else {
    weights <- sizes / variances
    total <- sum(weights)
    term <- sum((1 - weights / total)^2 / (sizes - 1)) / (groups^2 - 1)
    center <- sum(weights * means) / total
    statistic <- sum(weights * (means - center)^2) /
      ((groups - 1) * (1 + 2 * (groups - 2) * term))
    parameter <- c(groups - 1, 1 / (3 * term))
    method <- paste(method, "(not assuming equal variances)")
  }
  structure(
    list(statistic = c(F = statistic),
         parameter = setNames(parameter, c("num df", "denom df")),
         p.value = pf(statistic, parameter[1L], parameter[2L], lower.tail = FALSE),
         method = method, data.name = data_name),
    class = "htest")
}

#' Adjust p-values for multiple comparisons
#'
#' @param p a vector of p-values.
#' @param method the method.
#' @param n the number of comparisons.
#' @examples
#' p.adjust(c(0.01, 0.02, 0.03), "holm")
p.adjust <- function(p, method = p.adjust.methods, n = length(p)) {
  method <- match.arg(method)
  if (method == "fdr") method <- "BH"
  names <- names(p)
  original <- p
  p <- as.numeric(p)
  known <- !is.na(p)
  values <- p[known]
  count <- length(values)
  if (missing(n)) n <- count
  stopifnot(n >= count)
  if (n <= 1) return(original)
  if (n == 2 && method == "hommel") method <- "hochberg"
  decreasing <- order(values, decreasing = TRUE)
  increasing <- order(values)
  back_down <- order(decreasing)
  back_up <- order(increasing)
  steps <- count:1L
  p[known] <- switch(
    method,
    bonferroni = pmin(1, n * values),
    holm = pmin(1, cummax((n + 1L - seq_len(count)) * values[increasing]))[back_up],
    hommel = hommel_values(values, n),
    hochberg = pmin(1, cummin((n + 1L - steps) * values[decreasing]))[back_down],
    BH = pmin(1, cummin(n / steps * values[decreasing]))[back_down],
    BY = pmin(1, cummin(sum(1 / (1L:n)) * n / steps * values[decreasing]))[back_down],
    none = values)
  names(p) <- names
  p
}

#' @rdname p.adjust
p.adjust.methods <- c("holm", "hochberg", "hommel", "bonferroni", "BH", "BY",
                      "fdr", "none")

# Hommel (1988), by the algorithm of Wright (1992).
hommel_values <- function(p, n) {
  count <- length(p)
  if (n > count) p <- c(p, rep.int(1, n - count))
  order <- order(p)
  sorted <- p[order]
  adjusted <- rep.int(min(n * sorted / seq_len(n)), n)
  for (m in (n - 1L):2L) {
    last <- n - m + 1L
    low <- seq_len(last)
    high <- seq.int(last + 1L, n)
    smallest <- min(m * sorted[high] / (2L:m))
    current <- numeric(n)
    current[low] <- pmin(m * sorted[low], smallest)
    current[high] <- current[last]
    adjusted <- pmax(adjusted, current)
  }
  pmax(adjusted, sorted)[order(order)][seq_len(count)]
}

#' Tests of all pairs of groups
#'
#' @param x a numeric vector.
#' @param g the groups.
#' @param p.adjust.method how to adjust the p-values.
#' @param pool.sd whether to pool the standard deviations.
#' @param paired whether the tests are paired.
#' @param alternative the alternative.
#' @param ... passed on to the test.
#' @examples
#' pairwise.t.test(PlantGrowth$weight, PlantGrowth$group)
pairwise.t.test <- function(x, g, p.adjust.method = p.adjust.methods,
                            pool.sd = !paired, paired = FALSE,
                            alternative = c("two.sided", "less", "greater"), ...) {
  if (paired && pool.sd) stop("pooling of SD is incompatible with paired tests")
  data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(g)))
  g <- factor(g)
  p.adjust.method <- match.arg(p.adjust.method)
  alternative <- match.arg(alternative)
  if (pool.sd) {
    method <- "t tests with pooled SD"
    means <- tapply(x, g, mean, na.rm = TRUE)
    deviations <- tapply(x, g, sd, na.rm = TRUE)
    counts <- tapply(!is.na(x), g, sum)
    freedom <- counts - 1
    total <- sum(freedom)
    pooled <- sqrt(sum(deviations^2 * freedom) / total)
    compare <- function(i, j) {
      statistic <- (means[i] - means[j]) /
        (pooled * sqrt(1 / counts[i] + 1 / counts[j]))
      if (alternative == "two.sided") 2 * pt(-abs(statistic), total)
      else pt(statistic, total, lower.tail = alternative == "less")
    }
  } else {
    method <- if (paired) "paired t tests" else "t tests with non-pooled SD"
    compare <- function(i, j) {
      first <- x[as.integer(g) == i]
      second <- x[as.integer(g) == j]
      t.test(first, second, paired = paired, alternative = alternative, ...)$p.value
    }
  }
  structure(
    list(method = method, data.name = data_name,
         p.value = pairwise.table(compare, levels(g), p.adjust.method),
         p.adjust.method = p.adjust.method),
    class = "pairwise.htest")
}

#' @rdname pairwise.t.test
#' @examples
#' pairwise.wilcox.test(PlantGrowth$weight, PlantGrowth$group, exact = FALSE)
pairwise.wilcox.test <- function(x, g, p.adjust.method = p.adjust.methods,
                                 paired = FALSE, ...) {
  p.adjust.method <- match.arg(p.adjust.method)
  data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(g)))
  g <- factor(g)
  method <- NULL
  compare <- function(i, j) {
    first <- x[as.integer(g) == i]
    second <- x[as.integer(g) == j]
    result <- wilcox.test(first, second, paired = paired, ...)
    if (is.null(method)) method <<- result$method
    result$p.value
  }
  values <- pairwise.table(compare, levels(g), p.adjust.method)
  structure(
    list(method = method, data.name = data_name, p.value = values,
         p.adjust.method = p.adjust.method),
    class = "pairwise.htest")
}

#' @rdname pairwise.t.test
#' @param n the numbers of trials.
#' @examples
#' pairwise.prop.test(c(15, 25, 30), c(50, 50, 50))
pairwise.prop.test <- function(x, n, p.adjust.method = p.adjust.methods, ...) {
  p.adjust.method <- match.arg(p.adjust.method)
  method <- "Pairwise comparison of proportions"
  data_name <- deparse1(substitute(x))
  if (is.matrix(x)) {
    if (ncol(x) != 2) stop("'x' must have 2 columns")
    n <- rowSums(x)
    x <- x[, 1L]
  } else {
    data_name <- paste(data_name, "out of", deparse1(substitute(n)))
    if (length(x) != length(n)) stop("'x' and 'n' must have the same length")
  }
  complete <- complete.cases(x, n)
  x <- x[complete]
  n <- n[complete]
  if (length(x) < 2L) stop("too few groups")
  compare <- function(i, j) prop.test(x[c(i, j)], n[c(i, j)], ...)$p.value
  labels <- names(x)
  if (is.null(labels)) labels <- seq_along(x)
  structure(
    list(method = method, data.name = data_name,
         p.value = pairwise.table(compare, labels, p.adjust.method),
         p.adjust.method = p.adjust.method),
    class = "pairwise.htest")
}

#' @rdname pairwise.t.test
#' @param compare.levels a function of two numbers of levels.
#' @param level.names the names of the levels.
#' @examples
#' pairwise.table(function(i, j) 0.01 * i, c("a", "b", "c"), "bonferroni")
pairwise.table <- function(compare.levels, level.names, p.adjust.method) {
  positions <- setNames(seq_along(level.names), level.names)
  values <- outer(positions[-1L], positions[-length(positions)],
                  function(rows, columns) {
                    vapply(seq_along(rows), function(k) {
                      i <- rows[k]
                      j <- columns[k]
                      if (i > j) compare.levels(i, j) else NA_real_
                    }, 0)
                  })
  below <- lower.tri(values, diag = TRUE)
  values[below] <- p.adjust(values[below], p.adjust.method)
  values
}

print.pairwise.htest <- function(x, digits = max(1L, getOption("digits") - 5L), ...) {
  cat("\n\tPairwise comparisons using", x$method, "\n\n")
  cat("data: ", x$data.name, "\n\n")
  shown <- format.pval(x$p.value, digits = digits, na.form = "-")
  attributes(shown) <- attributes(x$p.value)
  print(shown, quote = FALSE, ...)
  cat("\nP value adjustment method:", x$p.adjust.method, "\n")
  invisible(x)
}
