#' Fisher's exact test
#'
#' Tests the independence of a contingency table with fixed margins.
#'
#' @param x a matrix, or a factor.
#' @param y a factor; not used if `x` is a matrix.
#' @param workspace,hybrid,hybridPars not used.
#' @param control not used.
#' @param or the hypothesized odds ratio of a two by two table.
#' @param alternative the alternative.
#' @param conf.int whether to give a confidence interval.
#' @param conf.level its level.
#' @param simulate.p.value whether to simulate the p-value.
#' @param B the number of simulations.
#' @examples
#' fisher.test(matrix(c(3, 1, 1, 3), 2))
fisher.test <- function(x, y = NULL, workspace = 200000, hybrid = FALSE,
                        hybridPars = c(expect = 5, percent = 80, Emin = 1),
                        control = list(), or = 1, alternative = "two.sided",
                        conf.int = TRUE, conf.level = 0.95,
                        simulate.p.value = FALSE, B = 2000) {
  data_name <- deparse1(substitute(x))
  if (is.data.frame(x)) x <- as.matrix(x)
  if (is.matrix(x)) {
    if (any(dim(x) < 2L)) stop("'x' must have at least 2 rows and columns")
    if (!is.numeric(x) || any(x < 0) || anyNA(x)) {
      stop("all entries of 'x' must be nonnegative and finite")
    }
    if (!is.integer(x)) {
      rounded <- round(x)
      if (any(rounded > .Machine$integer.max)) {
        stop("'x' has entries too large to be integer")
      }
      if (!isTRUE(all.equal(x, rounded))) {
        warning("'x' has been rounded to integer")
      }
      x <- rounded
      storage.mode(x) <- "integer"
    }
  } else {
    if (is.null(y)) stop("if 'x' is not a matrix, 'y' must be given")
    if (length(x) != length(y)) stop("'x' and 'y' must have the same length")
    data_name <- paste(data_name, "and", deparse1(substitute(y)))
    complete <- complete.cases(x, y)
    x <- as.factor(x[complete])
    y <- as.factor(y[complete])
    if (nlevels(x) < 2L || nlevels(y) < 2L) {
      stop("'x' and 'y' must have at least 2 levels")
    }
    x <- table(x, y)
  }
  small <- all(dim(x) == 2L)
  if (small) {
    alternative <- char_expand(alternative, c("two.sided", "less", "greater"))
    if (!(length(conf.level) == 1L && is.finite(conf.level) && conf.level > 0 && conf.level < 1)) {
      stop("'conf.level' must be a single number between 0 and 1")
    }
    if (!missing(or) && (length(or) > 1L || is.na(or) || or < 0)) {
      stop("'or' must be a single number between 0 and Inf")
    }
    return(fisher_two_by_two(x, or, alternative, conf.int, conf.level, data_name))
  }
  method <- "Fisher's Exact Test for Count Data"
  x <- x[rowSums(x) > 0, colSums(x) > 0, drop = FALSE]
  if (simulate.p.value) {
    statistic <- -sum(lfactorial(x))
    draws <- r2dtable(B, rowSums(x), colSums(x))
    values <- vapply(draws, function(d) -sum(lfactorial(d)), 0)
    slack <- 1 + 64 * .Machine$double.eps
    p <- (1 + sum(values <= statistic / slack)) / (B + 1)
    method <- paste(method, "with simulated p-value\n\t (based on", B, "replicates)")
  } else {
    p <- if (any(dim(x) < 2L)) 1 else table_probability(unclass(x))
  }
  structure(list(p.value = p, alternative = "two.sided", method = method,
                 data.name = data_name), class = "htest")
}

char_expand <- function(value, table) {
  found <- pmatch(value, table)
  if (length(found) != 1L || is.na(found)) {
    stop(simpleError("alternative must be \"two.sided\", \"less\" or \"greater\"", sys.call(-1L)))
  }
  table[found]
}

# The noncentral hypergeometric distribution of the first cell.
fisher_two_by_two <- function(x, or, alternative, conf.int, conf.level, data_name) {
  m <- sum(x[, 1L])
  n <- sum(x[, 2L])
  k <- sum(x[1L, ])
  first <- x[1L, 1L]
  low <- max(0L, k - n)
  high <- min(k, m)
  support <- low:high
  logs <- dhyper(support, m, n, k, log = TRUE)
  density <- function(ratio) {
    values <- logs + log(ratio) * support
    values <- exp(values - max(values))
    values / sum(values)
  }
  average <- function(ratio) {
    if (ratio == 0) low else if (ratio == Inf) high else sum(support * density(ratio))
  }
  tail <- function(q, ratio = 1, upper = FALSE) {
    if (ratio == 1) {
      return(if (upper) phyper(first - 1, m, n, k, lower.tail = FALSE) else phyper(first, m, n, k))
    }
    if (ratio == 0) return(as.numeric(if (upper) q <= low else q >= low))
    if (ratio == Inf) return(as.numeric(if (upper) q <= high else q >= high))
    sum(density(ratio)[if (upper) support >= q else support <= q])
  }
  p <- switch(
    alternative,
    less = tail(first, or), greater = tail(first, or, upper = TRUE),
    two.sided = if (or == 0) as.numeric(first == low)
      else if (or == Inf) as.numeric(first == high)
      else {
        values <- density(or)
        sum(values[values <= values[first - low + 1] * (1 + 1e-07)])
      })
  estimate <- if (first == low) 0 else if (first == high) Inf else {
    at_one <- average(1)
    if (at_one > first) uniroot(function(t) average(t) - first, c(0, 1))$root
    else if (at_one < first) 1 / uniroot(function(t) average(1 / t) - first, c(.Machine$double.eps, 1))$root
    else 1
  }
  result <- list(p.value = p)
  if (conf.int) {
    upper_bound <- function(alpha) {
      if (first == high) return(Inf)
      at_one <- tail(first, 1)
      if (at_one < alpha) uniroot(function(t) tail(first, t) - alpha, c(0, 1))$root
      else if (at_one > alpha) 1 / uniroot(function(t) tail(first, 1 / t) - alpha, c(.Machine$double.eps, 1))$root
      else 1
    }
    lower_bound <- function(alpha) {
      if (first == low) return(0)
      at_one <- tail(first, 1, upper = TRUE)
      if (at_one > alpha) uniroot(function(t) tail(first, t, upper = TRUE) - alpha, c(0, 1))$root
      else if (at_one < alpha) 1 / uniroot(function(t) tail(first, 1 / t, upper = TRUE) - alpha, c(.Machine$double.eps, 1))$root
      else 1
    }
    interval <- switch(
      alternative,
      less = c(0, upper_bound(1 - conf.level)),
      greater = c(lower_bound(1 - conf.level), Inf),
      two.sided = c(lower_bound((1 - conf.level) / 2), upper_bound((1 - conf.level) / 2)))
    result$conf.int <- with_level(interval, conf.level)
  }
  structure(
    c(result, list(
      estimate = c(`odds ratio` = estimate), null.value = c(`odds ratio` = or),
      alternative = alternative, method = "Fisher's Exact Test for Count Data",
      data.name = data_name)),
    class = "htest")
}

# The probability of all tables with the margins of x that are not more likely
# than x: columns are filled one after the other, and partial tables with the
# same remaining row sums and the same probability so far are merged.
table_probability <- function(x) {
  if (ncol(x) > nrow(x)) x <- t(x)
  rows <- rowSums(x)
  columns <- colSums(x)
  observed <- -sum(lfactorial(x))
  constant <- sum(lfactorial(rows)) + sum(lfactorial(columns)) - lfactorial(sum(x))
  states <- list(rows)
  names(states) <- paste(rows, collapse = ",")
  logs <- list(0)
  weights <- list(1)
  for (j in seq_len(length(columns) - 1L)) {
    next_states <- new.env(hash = TRUE)
    for (s in seq_along(states)) {
      fills <- bounded_compositions(columns[j], states[[s]])
      cost <- -rowSums(matrix(lfactorial(fills), nrow(fills)))
      left <- rep(states[[s]], each = nrow(fills)) - fills
      keys <- apply(left, 1L, function(r) paste(sort(r), collapse = ","))
      for (k in seq_len(nrow(fills))) {
        key <- keys[k]
        old <- next_states[[key]]
        values <- logs[[s]] + cost[k]
        if (is.null(old)) {
          next_states[[key]] <- list(rows = sort(left[k, ]), logs = values, weights = weights[[s]])
        } else {
          old$logs <- c(old$logs, values)
          old$weights <- c(old$weights, weights[[s]])
          next_states[[key]] <- old
        }
      }
    }
    merged <- lapply(as.list(next_states), merged_state)
    states <- lapply(merged, `[[`, "rows")
    logs <- lapply(merged, `[[`, "logs")
    weights <- lapply(merged, `[[`, "weights")
  }
  total <- 0
  for (s in seq_along(states)) {
    values <- logs[[s]] - sum(lfactorial(states[[s]]))
    likely <- values <= observed + 1e-7
    total <- total + sum((weights[[s]] * exp(values + constant))[likely])
  }
  min(total, 1)
}

merged_state <- function(state) {
  rounded <- round(state$logs, 9)
  groups <- match(rounded, values <- unique(rounded))
  list(rows = state$rows, logs = state$logs[match(values, rounded)],
       weights = as.vector(tapply(state$weights, groups, sum)))
}

# All ways to write a total as a sum of numbers up to given bounds.
bounded_compositions <- function(total, bounds) {
  result <- matrix(0, 1L, 0L)
  left <- total
  for (i in seq_along(bounds)) {
    rest <- sum(bounds[-seq_len(i)])
    low <- pmax(0, left - rest)
    high <- pmin(bounds[i], left)
    room <- pmax(high - low + 1, 0)
    index <- rep.int(seq_along(left), room)
    value <- sequence(room) - 1 + low[index]
    result <- cbind(result[index, , drop = FALSE], value)
    left <- left[index] - value
  }
  unname(result)
}

#' Random two-way tables
#'
#' @param n how many.
#' @param r,c the row and column sums.
#' @examples
#' set.seed(1)
#' r2dtable(1, c(3, 2), c(2, 3))
r2dtable <- function(n, r, c) {
  n <- as.integer(n)
  r <- as.integer(r)
  c <- as.integer(c)
  if (length(n) == 0L || is.na(n[1L]) || n[1L] < 0L) stop("invalid argument 'n'")
  if (length(r) <= 1L || anyNA(r) || any(r < 0L)) stop("invalid argument 'r'")
  if (length(c) <= 1L || anyNA(c) || any(c < 0L)) stop("invalid argument 'c'")
  if (sum(r) != sum(c)) stop("arguments 'r' and 'c' must have the same sums")
  .Internal(r2dtable(n[1L], r, c))
}
