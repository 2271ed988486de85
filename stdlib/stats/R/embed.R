#' Embed a time series
#'
#' Each row of the result holds a value and the ones before it.
#'
#' @param x a vector or matrix.
#' @param dimension how many values.
#' @examples
#' embed(1:5, 2)
embed <- function(x, dimension = 1) {
  if (is.matrix(x)) {
    count <- nrow(x)
    columns <- ncol(x)
    rows <- count - dimension + 1L
    result <- matrix(0, rows, dimension * columns)
    for (i in seq_len(dimension)) {
      result[, seq.int(1, by = 1, length.out = columns) + (i - 1) * columns] <-
        x[seq.int(dimension - i + 1L, length.out = rows), ]
    }
    result
  } else {
    if (!is.vector(x) && !is.ts(x)) stop("'x' is not a vector or matrix")
    count <- length(x)
    if (dimension < 1 | dimension > count) stop("wrong embedding dimension")
    rows <- count - dimension + 1L
    matrix(x[seq_len(rows) + rep.int(dimension:1L, rep.int(rows, dimension)) - 1L],
           rows, dimension)
  }
}

#' Toeplitz matrix
#'
#' @param x the first column.
#' @examples
#' toeplitz(1:3)
toeplitz <- function(x) {
  if (!is.vector(x)) stop("'x' is not a vector")
  count <- length(x)
  matrix(x[abs(col(diag(count)) - row(diag(count))) + 1L], count, count)
}

#' Inverse of differencing
#'
#' @param x a vector or time series.
#' @param ... further arguments for methods.
#' @examples
#' diffinv(1:4)
diffinv <- function(x, ...) UseMethod("diffinv")

diffinv.default <- function(x, lag = 1, differences = 1, xi, ...) {
  if (lag < 1L || differences < 1L) stop("bad value for 'lag' or 'differences'")
  if (is.matrix(x)) {
    parts <- lapply(seq_len(ncol(x)), function(j) {
      diffinv.vector(as.vector(x[, j]), lag, differences,
                     if (missing(xi)) numeric(lag * differences) else xi[, j])
    })
    return(do.call(cbind, parts))
  }
  diffinv.vector(as.vector(x), lag, differences,
                 if (missing(xi)) numeric(lag * differences) else xi)
}

diffinv.vector <- function(x, lag = 1L, differences = 1L, xi, ...) {
  if (missing(xi)) xi <- numeric(lag * differences)
  if (length(xi) != lag * differences) stop("'xi' has not the right length")
  if (differences > 1L) {
    inner <- diff(xi, lag = lag, differences = 1L)
    x <- diffinv.vector(x, lag, differences - 1L, inner)
    xi <- xi[seq_len(lag)]
  }
  values <- c(xi, x)
  phase <- (seq_along(values) - 1L) %% lag
  as.vector(ave(values, phase, FUN = cumsum))
}

diffinv.ts <- function(x, lag = 1, differences = 1, xi, ...) {
  result <- diffinv.default(strip_series(x), lag, differences,
                            if (missing(xi)) numeric(lag * differences) else xi)
  times <- tsp(x)
  ts(result, end = times[2L], frequency = times[3L])
}
