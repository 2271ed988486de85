#' Bind time series
#'
#' `ts.union` and `ts.intersect` put series side by side over all times or the
#' common ones.
#'
#' @param ... time series.
#' @param dframe whether the result is a data frame.
#' @examples
#' ts.intersect(a = ts(1:4), b = ts(5:8, start = 2))
ts.intersect <- function(..., dframe = FALSE) {
  bound_series(list(...), argument_labels(...), dframe, FALSE)
}

#' @rdname ts.intersect
#' @examples
#' ts.union(a = ts(1:2), b = ts(5:6, start = 2))
ts.union <- function(..., dframe = FALSE) {
  bound_series(list(...), argument_labels(...), dframe, TRUE)
}

cbind.ts <- function(..., deparse.level = 1) {
  bound_series(list(...), argument_labels(...), FALSE, TRUE)
}

argument_labels <- function(...) {
  expressions <- as.list(substitute(list(...)))[-1L]
  labels <- vapply(expressions, deparse1, "")
  given <- names(expressions)
  if (!is.null(given)) labels[nzchar(given)] <- given[nzchar(given)]
  unname(labels)
}

bound_series <- function(series, labels, dframe, union) {
  kept <- !vapply(series, is.null, NA)
  series <- series[kept]
  labels <- labels[kept]
  are_series <- vapply(series, is.ts, NA)
  times <- vapply(series[are_series], tsp, numeric(3))
  frequency <- times[3L, 1L]
  if (any(abs(times[3L, ] - frequency) > getOption("ts.eps"))) {
    stop("not all series have the same frequency")
  }
  first <- if (union) min(times[1L, ]) else max(times[1L, ])
  last <- if (union) max(times[2L, ]) else min(times[2L, ])
  if (first > last) stop("non-intersecting series")
  count <- round((last - first) * frequency) + 1
  columns <- list()
  for (i in seq_along(series)) {
    part <- series[[i]]
    if (is.ts(part)) {
      part <- window(part, first, last, extend = TRUE)
    } else if (NROW(part) == 1L) {
      part <- rep.int(part, count)
    } else if (NROW(part) != count) {
      stop("non-time series not of the correct length")
    }
    if (is.matrix(part)) {
      names <- colnames(part)
      names <- if (is.null(names)) paste(labels[i], seq_len(ncol(part)), sep = ".")
        else paste(labels[i], names, sep = ".")
      for (j in seq_len(ncol(part))) {
        columns <- c(columns, structure(list(as.vector(part[, j])), names = names[j]))
      }
    } else {
      columns <- c(columns, structure(list(as.vector(part)), names = labels[i]))
    }
  }
  if (dframe) {
    result <- as.data.frame(columns, optional = TRUE)
    return(result)
  }
  values <- matrix(unlist(columns), nrow = count,
                   dimnames = list(NULL, names(columns)))
  if (ncol(values) == 1L) values <- drop(values)
  ts(values, start = first, frequency = frequency)
}
