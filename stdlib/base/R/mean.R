#' Arithmetic mean
#'
#' @param x a numeric, logical or complex vector, or an object with a method.
#' @param trim share of elements to leave out at each end.
#' @param na.rm leave out missing values?
#' @param ... further arguments of methods.
#' @examples
#' mean(c(1, 2, 6))
#' mean(c(1, 2, 3, 100), trim = 0.25)
mean <- function(x, ...) UseMethod("mean")

mean.default <- function(x, trim = 0, na.rm = FALSE, ...) {
  if (!is.numeric(x) && !is.complex(x) && !is.logical(x)) {
    warning("argument is not numeric or logical: returning NA")
    return(NA_real_)
  }
  if (isTRUE(na.rm)) x <- x[!is.na(x)]
  if (!is.numeric(trim) || length(trim) != 1L) {
    stop("'trim' must be numeric of length one")
  }
  size <- length(x)
  if (trim > 0 && size) {
    if (is.complex(x)) stop("trimmed means are not defined for complex data")
    if (anyNA(x)) return(NA_real_)
    if (trim >= 0.5) return(stats::median(x, na.rm = FALSE))
    first <- floor(size * trim) + 1
    last <- size + 1 - first
    x <- sort.int(x, partial = unique(c(first, last)))[first:last]
  }
  .Internal(mean(x))
}

#' Lagged differences
#'
#' @param x a vector or matrix.
#' @param lag which element to subtract.
#' @param differences how often.
#' @param ... further arguments of methods.
#' @examples
#' diff(c(1, 4, 9))
#' diff(1:10, lag = 2)
diff <- function(x, ...) UseMethod("diff")

diff.default <- function(x, lag = 1L, differences = 1L, ...) {
  isMatrix <- is.matrix(x)
  size <- if (isMatrix) dim(x)[1L] else length(x)
  if (length(lag) != 1L || length(differences) > 1L || lag < 1L ||
      differences < 1L) {
    stop("'lag' and 'differences' must be integers >= 1")
  }
  if (lag * differences >= size) return(x[0L])
  r <- unclass(x)
  for (step in seq_len(differences)) {
    r <- if (isMatrix) {
      rows <- nrow(r)
      r[seq.int(lag + 1L, rows), , drop = FALSE] -
        r[seq_len(rows - lag), , drop = FALSE]
    } else {
      count <- length(r)
      r[seq.int(lag + 1L, count)] - r[seq_len(count - lag)]
    }
  }
  class(r) <- oldClass(x)
  r
}

#' Least and greatest element
#'
#' The default method of [range()].
#'
#' @param ... vectors.
#' @param na.rm leave out missing values?
#' @param finite leave out infinite and missing values?
#' @examples
#' range(c(3, 1, 2))
#' range.default(c(1, Inf, NA), finite = TRUE)
range.default <- function(..., na.rm = FALSE, finite = FALSE) {
  x <- c(..., recursive = TRUE)
  if (is.numeric(x)) {
    if (finite) x <- x[is.finite(x)]
    else if (na.rm) x <- x[!is.na(x)]
    c(min(x), max(x))
  } else {
    if (finite) na.rm <- TRUE
    c(min(x, na.rm = na.rm), max(x, na.rm = na.rm))
  }
}
