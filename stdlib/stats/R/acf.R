#' Autocorrelation
#'
#' Estimates of the autocovariance, autocorrelation and partial autocorrelation
#' functions.
#'
#' @param x a time series.
#' @param lag.max the largest lag.
#' @param type which function.
#' @param plot whether to plot.
#' @param na.action a function that treats missing values.
#' @param demean whether to subtract the mean.
#' @param ... not used.
#' @examples
#' acf(lh, lag.max = 3, plot = FALSE)
acf <- function(x, lag.max = NULL, type = c("correlation", "covariance", "partial"),
                plot = TRUE, na.action = na.fail, demean = TRUE, ...) {
  type <- match.arg(type)
  if (type == "partial") {
    call <- match.call()
    call[[1L]] <- quote(stats::pacf)
    call$type <- NULL
    return(eval(call, parent.frame()))
  }
  label <- deparse1(substitute(x))
  x <- na.action(as.ts(x))
  frequency <- frequency(x)
  if (!is.numeric(x)) stop("'x' must be numeric")
  values <- as.matrix(strip_series(x))
  count <- nrow(values)
  series <- ncol(values)
  if (is.na(count) || is.na(series)) stop("'sampleT' and 'nser' must be integer")
  if (is.null(lag.max)) lag.max <- floor(10 * (log10(count) - log10(series)))
  lag.max <- as.integer(min(lag.max, count - 1L))
  if (is.na(lag.max) || lag.max < 0) stop("'lag.max' must be at least 0")
  if (demean) values <- sweep(values, 2, colMeans(values, na.rm = TRUE), check.margin = FALSE)
  result <- array(NA_real_, c(lag.max + 1L, series, series))
  for (u in seq_len(series)) {
    for (v in seq_len(series)) {
      for (lag in 0:lag.max) {
        products <- values[seq.int(lag + 1L, count), u] * values[seq_len(count - lag), v]
        known <- !is.na(products)
        result[lag + 1L, u, v] <- if (any(known)) {
          sum(products[known]) / (sum(known) + lag)
        } else {
          NA
        }
      }
    }
  }
  if (type == "correlation") {
    if (count == 1L) {
      result[] <- 1
    } else {
      scale <- sqrt(vapply(seq_len(series), function(u) result[1L, u, u], 0))
      for (u in seq_len(series)) {
        for (v in seq_len(series)) {
          scaled <- result[, u, v] / (scale[u] * scale[v])
          result[, u, v] <- pmax(-1, pmin(1, scaled))
        }
      }
    }
  }
  lags <- matrix(1, series, series)
  lags[row(lags) > col(lags)] <- -1
  lags <- outer(0:lag.max, lags / frequency)
  result <- structure(
    list(acf = result, type = type, n.used = count, lag = lags, series = label,
         snames = colnames(x)),
    class = "acf")
  if (plot) {
    plot(result, ...)
    invisible(result)
  } else {
    result
  }
}

#' @rdname acf
#' @examples
#' pacf(lh, lag.max = 3, plot = FALSE)
pacf <- function(x, lag.max, plot, na.action, ...) UseMethod("pacf")

pacf.default <- function(x, lag.max = NULL, plot = TRUE, na.action = na.fail, ...) {
  label <- deparse1(substitute(x))
  x <- drop(na.action(as.ts(x)))
  if (!is.numeric(x)) stop("'x' must be numeric")
  frequency <- frequency(x)
  count <- NROW(x)
  if (is.null(lag.max)) lag.max <- floor(10 * (log10(count) - log10(NCOL(x))))
  lag.max <- min(lag.max, count - 1)
  if (lag.max < 1) stop("'lag.max' must be at least 1")
  if (is.matrix(x)) stop("multivariate series are not supported")
  correlations <- acf(x, lag.max = lag.max, plot = FALSE, na.action = na.pass)$acf[, 1, 1]
  partial <- durbin_levinson(correlations[-1L])
  result <- structure(
    list(acf = array(partial, c(lag.max, 1L, 1L)), type = "partial", n.used = count,
         lag = array((1L:lag.max) / frequency, c(lag.max, 1L, 1L)),
         series = label, snames = NULL),
    class = "acf")
  if (plot) {
    plot(result, ...)
    invisible(result)
  } else {
    result
  }
}

durbin_levinson <- function(correlations) {
  count <- length(correlations)
  partial <- numeric(count)
  phi <- numeric()
  for (k in seq_len(count)) {
    top <- correlations[k] - sum(phi * correlations[rev(seq_len(k - 1L))])
    bottom <- 1 - sum(phi * correlations[seq_len(k - 1L)])
    partial[k] <- top / bottom
    phi <- c(phi - partial[k] * rev(phi), partial[k])
  }
  partial
}

#' @rdname acf
#' @param y another series.
#' @examples
#' ccf(mdeaths, fdeaths, lag.max = 2, plot = FALSE)
ccf <- function(x, y, lag.max = NULL, type = c("correlation", "covariance"),
                plot = TRUE, na.action = na.fail, ...) {
  type <- match.arg(type)
  if (is.matrix(x) || is.matrix(y)) stop("univariate time series only")
  series <- na.action(ts.intersect(as.ts(x), as.ts(y)))
  colnames(series) <- c(deparse(substitute(x))[1L], deparse(substitute(y))[1L])
  X <- series
  both <- acf(X, lag.max = lag.max, plot = FALSE, type = type, na.action = na.pass)
  lags <- c(rev(both$lag[-1, 2, 1]), both$lag[, 1, 2])
  values <- c(rev(both$acf[-1, 2, 1]), both$acf[, 1, 2])
  both$acf <- array(values, c(length(lags), 1L, 1L))
  both$lag <- array(lags, c(length(lags), 1L, 1L))
  both$snames <- paste(both$snames, collapse = " & ")
  if (plot) {
    plot(both, ...)
    invisible(both)
  } else {
    both
  }
}

print.acf <- function(x, digits = 3L, ...) {
  kind <- match(x$type, c("correlation", "covariance", "partial"))
  title <- c("Autocorrelations", "Autocovariances", "Partial autocorrelations")[kind]
  cat("\n", title, " of series ", sQuote(x$series), ", by lag\n\n", sep = "")
  series <- ncol(x$lag)
  shown <- if (x$type == "covariance") x$acf else round(x$acf, digits)
  if (series != 1L) {
    names <- x$snames
    if (is.null(names)) names <- paste("Series", seq_len(series))
    cells <- paste0(format(shown, digits = digits), " (",
                    format(x$lag, digits = digits), ")")
    cells <- array(cells, dim(x$acf),
                   list(rep.int("", dim(x$acf)[1L]), names, names))
    print(cells, quote = FALSE, ...)
  } else {
    print(setNames(drop(shown), format(x$lag, digits = digits)), digits = digits, ...)
  }
  invisible(x)
}
