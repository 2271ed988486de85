#' Test of association
#'
#' Tests whether a correlation is zero.
#'
#' @param x a numeric vector or a formula such as `~ u + v`.
#' @param ... further arguments for methods.
#' @examples
#' cor.test(~ speed + dist, cars)
cor.test <- function(x, ...) UseMethod("cor.test")

cor.test.default <- function(x, y,
                             alternative = c("two.sided", "less", "greater"),
                             method = c("pearson", "kendall", "spearman"),
                             exact = NULL, conf.level = 0.95,
                             continuity = FALSE, ...) {
  alternative <- match.arg(alternative)
  method <- match.arg(method)
  data_name <- paste(deparse1(substitute(x)), "and", deparse1(substitute(y)))
  if (!is.numeric(x)) stop("'x' must be a numeric vector")
  if (!is.numeric(y)) stop("'y' must be a numeric vector")
  if (length(x) != length(y)) stop("'x' and 'y' must have the same length")
  complete <- complete.cases(x, y)
  x <- x[complete]
  y <- y[complete]
  result <- switch(
    method,
    pearson = pearson_test(x, y, alternative, conf.level),
    kendall = kendall_test(x, y, alternative, exact, continuity),
    spearman = spearman_test(x, y, alternative, exact, continuity))
  result$alternative <- alternative
  result$data.name <- data_name
  order <- c("statistic", "parameter", "p.value", "estimate", "null.value",
             "alternative", "method", "data.name", "conf.int")
  kept <- intersect(order, names(result))
  full <- list(statistic = NULL, parameter = NULL)
  full[kept] <- result[kept]
  if (is.null(result$parameter)) full["parameter"] <- list(NULL)
  structure(full[intersect(order, names(full))], class = "htest")
}

pearson_test <- function(x, y, alternative, level) {
  count <- length(x)
  if (count < 3L) stop(simpleError("not enough finite observations", sys.call(-1L)))
  r <- cor(x, y)
  freedom <- count - 2L
  statistic <- sqrt(freedom) * r / sqrt(1 - r^2)
  interval <- NULL
  if (count > 3) {
    check_level(level)
    z <- atanh(r)
    error <- 1 / sqrt(count - 3)
    interval <- with_level(tanh(switch(
      alternative,
      less = c(-Inf, z + error * qnorm(level)),
      greater = c(z - error * qnorm(level), Inf),
      two.sided = z + c(-1, 1) * error * qnorm((1 + level) / 2))), level)
  }
  p <- switch(alternative, less = pt(statistic, freedom),
              greater = pt(statistic, freedom, lower.tail = FALSE),
              two.sided = 2 * min(pt(statistic, freedom),
                                  pt(statistic, freedom, lower.tail = FALSE)))
  result <- list(statistic = c(t = statistic), parameter = c(df = freedom),
                 p.value = p, estimate = c(cor = r),
                 null.value = c(correlation = 0),
                 method = "Pearson's product-moment correlation")
  result$conf.int <- interval
  result
}

kendall_test <- function(x, y, alternative, exact, continuity) {
  count <- length(x)
  if (count < 2) stop(simpleError("not enough finite observations", sys.call(-1L)))
  method <- "Kendall's rank correlation tau"
  tau <- cor(x, y, method = "kendall")
  estimate <- c(tau = tau)
  if (!is.finite(tau)) {
    return(list(statistic = c(T = NA), parameter = NULL, p.value = NA,
                estimate = c(tau = NA), null.value = c(tau = 0), method = method))
  }
  if (is.null(exact)) exact <- count < 50
  ties <- anyDuplicated(x) > 0L || anyDuplicated(y) > 0L
  if (exact && !ties) {
    statistic <- round((tau + 1) * count * (count - 1) / 4)
    below <- kendall_distribution(statistic, count)
    above <- 1 - kendall_distribution(statistic - 1, count)
    p <- switch(alternative, two.sided = min(1, 2 * min(below, above)),
                greater = above, less = below)
    return(list(statistic = c(T = statistic), p.value = p, estimate = estimate,
                null.value = c(tau = 0), method = method))
  }
  ties_x <- table(x[duplicated(x)]) + 1
  ties_y <- table(y[duplicated(y)]) + 1
  pairs <- count * (count - 1) / 2
  tied_x <- sum(ties_x * (ties_x - 1) / 2)
  tied_y <- sum(ties_y * (ties_y - 1) / 2)
  score <- tau * sqrt((pairs - tied_x) * (pairs - tied_y))
  v0 <- count * (count - 1) * (2 * count + 5)
  vx <- sum(ties_x * (ties_x - 1) * (2 * ties_x + 5))
  vy <- sum(ties_y * (ties_y - 1) * (2 * ties_y + 5))
  v1 <- sum(ties_x * (ties_x - 1)) * sum(ties_y * (ties_y - 1)) / (2 * count * (count - 1))
  v2 <- sum(ties_x * (ties_x - 1) * (ties_x - 2)) *
    sum(ties_y * (ties_y - 1) * (ties_y - 2)) /
    (9 * count * (count - 1) * (count - 2))
  variance <- (v0 - vx - vy) / 18 + v1 + v2
  if (exact && ties) {
    warning(simpleWarning("Cannot compute exact p-value with ties", sys.call(-1L)))
  }
  if (continuity) score <- sign(score) * (abs(score) - 1)
  z <- score / sqrt(variance)
  list(statistic = c(z = z), p.value = normal_p(z, alternative),
       estimate = estimate, null.value = c(tau = 0), method = method)
}

normal_p <- function(z, alternative) {
  switch(alternative, less = pnorm(z), greater = pnorm(z, lower.tail = FALSE),
         two.sided = 2 * min(pnorm(z), pnorm(z, lower.tail = FALSE)))
}

# P(T <= q) of the number of concordant pairs of n untied pairs, by convolution.
kendall_distribution <- function(q, count) {
  if (q < 0) return(0)
  if (q >= count * (count - 1) / 2) return(1)
  counts <- 1
  for (k in seq_len(count)[-1L]) {
    longer <- numeric(length(counts) + k - 1L)
    for (shift in seq_len(k) - 1L) {
      at <- seq_along(counts) + shift
      longer[at] <- longer[at] + counts / k
    }
    counts <- longer
  }
  sum(counts[seq_len(floor(q + 1e-7) + 1)])
}

spearman_test <- function(x, y, alternative, exact, continuity) {
  count <- length(x)
  if (count < 2) stop(simpleError("not enough finite observations", sys.call(-1L)))
  method <- "Spearman's rank correlation rho"
  rho <- cor(rank(x), rank(y))
  estimate <- c(rho = rho)
  if (!is.finite(rho)) {
    return(list(statistic = c(S = NA), parameter = NULL, p.value = NA,
                estimate = c(rho = NA), null.value = c(rho = 0), method = method))
  }
  ties <- anyDuplicated(x) > 0L || anyDuplicated(y) > 0L
  if (is.null(exact)) exact <- TRUE
  statistic <- (count^3 - count) * (1 - rho) / 6
  if (ties && exact) {
    exact <- FALSE
    warning(simpleWarning("Cannot compute exact p-value with ties", sys.call(-1L)))
  }
  tail <- function(q, lower) {
    if (count <= 1290 && exact) {
      spearman_distribution(round(q) + 2 * lower, count, lower)
    } else {
      r <- 1 - 6 * q / (count * (count^2 - 1))
      if (continuity) r <- 1 - 6 * (q + (if (lower) 1 else -1)) / (count * (count^2 - 1))
      pt(r / sqrt((1 - r^2) / (count - 2)), count - 2, lower.tail = !lower)
    }
  }
  middle <- (count^3 - count) / 6
  p <- switch(
    alternative,
    two.sided = min(2 * if (statistic > middle) tail(statistic, FALSE) else tail(statistic, TRUE), 1),
    greater = tail(statistic, TRUE), less = tail(statistic, FALSE))
  list(statistic = c(S = statistic), p.value = p, estimate = estimate,
       null.value = c(rho = 0), method = method)
}

# P(S < s) or P(S >= s) of the sum of squared rank differences: all
# permutations up to nine, then an Edgeworth series (Best and Roberts, 1975).
spearman_distribution <- function(s, count, lower) {
  result <- if (lower) 0 else 1
  if (count <= 1 || s <= 0) return(result)
  largest <- count * (count^2 - 1) / 3
  if (s > largest) return(1 - result)
  upper <- if (count <= 9) {
    sums <- permutation_sums(count)
    mean(sums >= s)
  } else {
    b <- 1 / count
    x <- (6 * (s - 1) * b / (count^2 - 1) - 1) * sqrt(1 / b - 1)
    y <- x * x
    u <- x * b * (0.2274 + b * (0.2531 + 0.1745 * b) +
      y * (-0.0758 + b * (0.1033 + 0.3932 * b) -
        y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b +
          y * b * (0.0131 - 4.6e-04 * y)))))
    min(max(u / exp(y / 2) + pnorm(x, lower.tail = FALSE), 0), 1)
  }
  if (lower) 1 - upper else upper
}

# Sums of squared differences of all permutations.
permutation_sums <- function(count) {
  used <- 0L
  sums <- 0
  for (i in seq_len(count)) {
    parts <- lapply(seq_len(count), function(j) {
      bit <- bitwShiftL(1L, j - 1L)
      free <- bitwAnd(used, bit) == 0L
      list(used = bitwOr(used[free], bit), sums = sums[free] + (i - j)^2)
    })
    used <- unlist(lapply(parts, `[[`, "used"))
    sums <- unlist(lapply(parts, `[[`, "sums"))
  }
  sums
}

cor.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula) || !inherits(formula, "formula") || length(formula) != 2L) {
    stop("'formula' missing or invalid")
  }
  call <- match.call(expand.dots = FALSE)
  call <- call[c(1L, match(c("formula", "data", "subset", "na.action"), names(call), 0L))]
  call[[1L]] <- quote(stats::model.frame)
  frame <- eval(call, environment(formula))
  if (length(frame) != 2L) stop("invalid formula")
  result <- cor.test.default(frame[[1L]], frame[[2L]], ...)
  result$data.name <- paste(names(frame), collapse = " and ")
  result
}
