#' Time windows
#'
#' The part of a series between `start` and `end`.
#'
#' @param x a time series.
#' @param ... further arguments for methods.
#' @examples
#' window(AirPassengers, 1960)
window <- function(x, ...) UseMethod("window")

window.default <- function(x, start = NULL, end = NULL, frequency = NULL,
                           deltat = NULL, extend = FALSE,
                           ts.eps = getOption("ts.eps"), ...) {
  x <- hasTsp(x)
  times <- attr(x, "tsp")
  old <- times[3L]
  new <- if (!is.null(frequency)) frequency
    else if (!is.null(deltat)) 1 / deltat else old
  step <- round(old / new)
  if (abs(old / new - step) > ts.eps || step < 1) {
    step <- 1
    new <- old
    warning("'frequency' not changed")
  }
  as_time <- function(value, default) {
    if (is.null(value)) default
    else switch(length(value), value, value[1L] + (value[2L] - 1) / old,
                stop("bad value for 'start' or 'end'"))
  }
  first <- as_time(start, times[1L])
  last <- as_time(end, times[2L])
  tolerance <- ts.eps / old
  if (!extend) {
    if (first < times[1L] - tolerance) {
      first <- times[1L]
      warning("'start' value not changed")
    }
    if (last > times[2L] + tolerance) {
      last <- times[2L]
      warning("'end' value not changed")
    }
  }
  if (first > last + tolerance) stop("'start' cannot be after 'end'")
  from <- ceiling((first - times[1L]) * old - ts.eps)
  to <- floor((last - times[1L]) * old + ts.eps)
  if (from > to && !extend) stop("'start' cannot be after 'end'")
  index <- seq(from, to, by = step) + 1
  count <- NROW(x)
  index[index < 1 | index > count] <- NA
  result <- if (is.matrix(x)) unclass(x)[index, , drop = FALSE] else as.vector(unclass(x))[index]
  start_time <- times[1L] + from / old
  ts(result, start = start_time, frequency = new,
     names = colnames(x))
}

window.ts <- function(x, ...) as.ts(window.default(x, ...))

#' @rdname window
#' @param value new values.
#' @examples
#' x <- ts(1:4)
#' window(x, 2, 3) <- 0
#' x
`window<-` <- function(x, ..., value) UseMethod("window<-")

`window<-.ts` <- function(x, start, end, frequency, deltat, ..., value) {
  part <- ts(seq_len(NROW(x)), start = tsp(x)[1L], frequency = tsp(x)[3L])
  index <- window(part, if (!missing(start)) start, if (!missing(end)) end, ...)
  if (is.matrix(x)) x[as.vector(index), ] <- value
  else x[as.vector(index)] <- value
  x
}
