#' Kolmogorov-Smirnov tests
#'
#' Compares a sample with a distribution, or two samples with each other.
#'
#' @param x a numeric vector, or a formula.
#' @param ... parameters of the distribution, or arguments for methods.
#' @examples
#' ks.test(c(0.1, 0.4, 0.7), "punif")
ks.test <- function(x, ...) UseMethod("ks.test")

ks.test.default <- function(x, y, ...,
                            alternative = c("two.sided", "less", "greater"),
                            exact = NULL, simulate.p.value = FALSE, B = 2000) {
  alternative <- match.arg(alternative)
  data_name <- deparse1(substitute(x))
  x <- x[!is.na(x)]
  count <- length(x)
  if (count < 1L) stop("not enough 'x' data")
  if (is.numeric(y)) {
    data_name <- paste(data_name, "and", deparse1(substitute(y)))
    y <- y[!is.na(y)]
    result <- two_sample_ks(x, y, alternative, exact)
  } else {
    if (is.character(y)) y <- get(y, mode = "function", envir = parent.frame())
    if (!is.function(y)) {
      stop("'y' must be numeric or a function or a string naming a valid function")
    }
    distribution <- y
    y <- function(q) distribution(q, ...)
    result <- one_sample_ks(x, y, alternative, exact)
  }
  names(result$statistic) <- switch(alternative, two.sided = "D", greater = "D^+",
                                    less = "D^-")
  structure(
    list(statistic = result$statistic, p.value = min(1, max(0, result$p)),
         alternative = switch(
           alternative, two.sided = "two-sided",
           less = paste("the CDF of x lies below", result$against),
           greater = paste("the CDF of x lies above", result$against)),
         method = result$method, data.name = data_name,
         data = list(x = x, y = y), exact = result$exact),
    class = c("ks.test", "htest"))
}

one_sample_ks <- function(x, distribution, alternative, exact) {
  count <- length(x)
  ties <- length(unique(x)) < count
  if (ties) {
    warning(simpleWarning("ties should not be present for the Kolmogorov-Smirnov test",
                          sys.call(-1L)))
  }
  if (is.null(exact)) exact <- count < 100 && !ties
  gaps <- distribution(sort(x)) - (0:(count - 1)) / count
  statistic <- switch(alternative, two.sided = max(c(gaps, 1 / count - gaps)),
                      greater = max(1 / count - gaps), less = max(gaps))
  p <- if (alternative == "two.sided") {
    if (exact) 1 - ks_exact(statistic, count)
    else 1 - ks_limit(sqrt(count) * statistic)
  } else if (exact) {
    ks_one_sided(statistic, count)
  } else {
    exp(-2 * count * statistic^2)
  }
  list(statistic = statistic, p = p, exact = exact,
       against = "the null hypothesis",
       method = if (exact) "Exact one-sample Kolmogorov-Smirnov test"
         else "Asymptotic one-sample Kolmogorov-Smirnov test")
}

# P(D < d) by the matrix power of Marsaglia, Tsang and Wang (2003).
ks_exact <- function(statistic, count) {
  k <- as.integer(count * statistic) + 1L
  size <- 2L * k - 1L
  h <- k - count * statistic
  H <- outer(seq_len(size), seq_len(size), function(i, j) as.numeric(i - j + 1 >= 0))
  powers <- h^seq_len(size)
  H[, 1L] <- H[, 1L] - powers
  H[size, ] <- H[size, ] - rev(powers)
  if (2 * h - 1 > 0) H[size, 1L] <- H[size, 1L] + (2 * h - 1)^size
  i <- row(H)
  j <- col(H)
  H <- H / ifelse(i - j + 1 > 0, factorial(pmax(i - j + 1, 0)), 1)
  power <- diag(size)
  scale <- 0
  base <- H
  base_scale <- 0
  n <- count
  while (n > 0) {
    if (n %% 2 == 1) {
      power <- power %*% base
      scale <- scale + base_scale
      if (power[k, k] > 1e140) {
        power <- power * 1e-140
        scale <- scale + 140
      }
    }
    base <- base %*% base
    base_scale <- 2 * base_scale
    if (base[k, k] > 1e140) {
      base <- base * 1e-140
      base_scale <- base_scale + 140
    }
    n <- n %/% 2
  }
  exp(log(power[k, k]) + scale * log(10) + lgamma(count + 1) - count * log(count))
}

# The limiting distribution of sqrt(n) D.
ks_limit <- function(x) {
  vapply(x, function(v) {
    if (v <= 0) return(0)
    if (v < 1) {
      terms <- seq(1, 99, by = 2)
      sqrt(2 * pi) / v * sum(exp(-terms^2 * pi^2 / (8 * v^2)))
    } else {
      k <- 1:100
      1 + 2 * sum((-1)^k * exp(-2 * k^2 * v^2))
    }
  }, 0)
}

# Birnbaum and Tingey (1951).
ks_one_sided <- function(statistic, count) {
  if (statistic <= 0) return(1)
  if (statistic >= 1) return(0)
  j <- seq.int(0, floor(count * (1 - statistic)))
  total <- sum(exp(lchoose(count, j) + (count - j) * log(1 - statistic - j / count) +
    (j - 1) * log(statistic + j / count)))
  statistic * total
}

two_sample_ks <- function(x, y, alternative, exact) {
  count_x <- as.double(length(x))
  count_y <- as.double(length(y))
  if (count_y < 1L) stop(simpleError("not enough 'y' data", sys.call(-1L)))
  all <- c(x, y)
  order <- order(all)
  gaps <- cumsum(ifelse(order <= count_x, 1 / count_x, -1 / count_y))
  ties <- length(unique(all)) < count_x + count_y
  if (ties) {
    gaps <- gaps[c(which(diff(sort(all)) != 0), count_x + count_y)]
  }
  statistic <- switch(alternative, two.sided = max(abs(gaps)),
                      greater = max(gaps), less = -min(gaps))
  if (is.null(exact)) exact <- count_x * count_y < 10000
  p <- if (exact) {
    1 - ks_two_sample_exact(statistic, count_x, count_y, alternative, sort(all), ties)
  } else {
    n <- count_x * count_y / (count_x + count_y)
    if (alternative == "two.sided") 1 - ks_limit(sqrt(n) * statistic)
    else exp(-2 * n * statistic^2)
  }
  list(statistic = statistic, p = p, exact = exact, against = "that of y",
       method = if (exact) "Exact two-sample Kolmogorov-Smirnov test"
         else "Asymptotic two-sample Kolmogorov-Smirnov test")
}

# P(D < d) by counting the lattice paths that stay inside the bounds; with ties
# only the ends of a group of ties count.
ks_two_sample_exact <- function(statistic, count_x, count_y, alternative, sorted,
                                ties) {
  bound <- (0.5 + floor(statistic * count_x * count_y - 1e-7)) / (count_x * count_y)
  checked <- if (ties) c(diff(sorted) != 0, TRUE) else rep.int(TRUE, count_x + count_y)
  y <- seq.int(0, count_y)
  ok <- function(i) {
    gap <- i / count_x - y / count_y
    inside <- switch(alternative, two.sided = abs(gap) < bound,
                     greater = gap < bound, less = -gap < bound)
    step <- i + y
    inside | c(TRUE, checked)[step + 1] == FALSE
  }
  row <- cumprod(ok(0))
  for (i in seq_len(count_x)) {
    weight <- i / (i + count_y)
    inside <- ok(i)
    fresh <- numeric(count_y + 1)
    previous <- 0
    # The number of paths to each point, scaled so that the total is one.
    for (j in seq_along(y)) {
      previous <- if (inside[j]) row[j] * weight + previous else 0
      fresh[j] <- previous
    }
    row <- fresh
  }
  row[count_y + 1]
}

ks.test.formula <- function(formula, data, subset, na.action, ...) {
  if (missing(formula) || length(formula) != 3L) {
    stop("'formula' missing or incorrect")
  }
  model <- samples_of_formula(match.call(expand.dots = FALSE), parent.frame())
  response <- model$frame[[1L]]
  if (length(model$frame) == 1L) {
    result <- ks.test.default(response, ...)
    result$data.name <- names(model$frame)[1L]
    return(result)
  }
  group <- factor(model$frame[[2L]])
  if (nlevels(group) != 2L) stop("grouping factor must have exactly 2 levels")
  samples <- split(response, group)
  result <- ks.test.default(samples[[1L]], samples[[2L]], ...)
  result$data.name <- model$names
  result
}
