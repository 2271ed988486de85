#' Linear filtering
#'
#' Applies a moving average or an autoregression to a series.
#'
#' @param x a time series.
#' @param filter the coefficients, in reverse time order.
#' @param method `"convolution"` or `"recursive"`.
#' @param sides 1 for past values only, 2 for both sides.
#' @param circular whether the series wraps around.
#' @param init values before the series, for recursive filters.
#' @examples
#' filter(1:6, rep(1 / 3, 3))
filter <- function(x, filter, method = c("convolution", "recursive"), sides = 2L,
                   circular = FALSE, init = NULL) {
  method <- match.arg(method)
  x <- as.ts(x)
  storage.mode(x) <- "double"
  times <- tsp(x)
  filter <- as.double(filter)
  length <- length(filter)
  values <- as.matrix(x)
  count <- nrow(values)
  if (anyNA(filter)) stop("missing values in 'filter'")
  if (method == "convolution") {
    if (length > count) stop("filter is longer than time series")
    if (sides != 1L && sides != 2L) stop("argument 'sides' must be 1 or 2")
    offset <- if (sides == 2L) length %/% 2L else 0L
    result <- apply(values, 2L, function(column) {
      total <- numeric(count)
      for (k in seq_len(length)) {
        index <- seq_len(count) + offset - (k - 1L)
        if (circular) index <- (index - 1L) %% count + 1L
        else index[index < 1L | index > count] <- NA
        total <- total + filter[k] * column[index]
      }
      total
    })
  } else {
    starts <- if (is.null(init)) matrix(0, length, ncol(values)) else as.matrix(init)
    if (nrow(starts) != length) stop("length of 'init' must equal length of 'filter'")
    if (ncol(starts) == 1L) starts <- matrix(starts, length, ncol(values))
    result <- vapply(seq_len(ncol(values)), function(j) {
      .Internal(recursiveFilter(values[, j], filter, rev(starts[, j])))
    }, numeric(count))
  }
  result <- if (is.matrix(x)) matrix(result, count, dimnames = list(NULL, colnames(x))) else as.vector(result)
  ts(result, start = times[1L], frequency = times[3L], names = colnames(x))
}
