#' Time series
#'
#' `ts` makes a time series of regularly spaced values: a vector or matrix with
#' the attribute `tsp` (start, end and frequency).
#'
#' @param data a numeric vector, matrix or data frame.
#' @param start,end the time of the first and last value: a number, or a year
#'   and a period.
#' @param frequency how many values a unit of time has.
#' @param deltat the fraction of a unit between two values.
#' @param ts.eps tolerance for comparing frequencies.
#' @param class the class of the result.
#' @param names names of the columns.
#' @examples
#' ts(1:8, start = c(2020, 2), frequency = 4)
ts <- function(data = NA, start = 1, end = numeric(), frequency = 1,
               deltat = 1, ts.eps = getOption("ts.eps"),
               class = if (nseries > 1) c("mts", "ts", "matrix") else "ts",
               names = if (!is.null(dimnames(data))) colnames(data)
                 else paste("Series", seq(nseries))) {
  if (is.data.frame(data)) data <- data.matrix(data)
  if (is.matrix(data)) {
    nseries <- ncol(data)
    length <- nrow(data)
    dimnames(data) <- list(NULL, names)
  } else {
    nseries <- 1
    length <- length(data)
  }
  if (length == 0) stop("'ts' object must have one or more observations")
  if (missing(frequency)) frequency <- 1 / deltat
  else if (missing(deltat)) deltat <- 1 / frequency
  if (frequency > 1 && abs(frequency - round(frequency)) < ts.eps) {
    frequency <- round(frequency)
  }
  if (!missing(start)) start <- as.numeric(start)
  if (length(start) > 1L) start <- start[1L] + (start[2L] - 1) / frequency
  if (!missing(end)) end <- as.numeric(end)
  if (length(end) > 1L) end <- end[1L] + (end[2L] - 1) / frequency
  if (missing(end)) end <- start + (length - 1) / frequency
  else if (missing(start)) start <- end - (length - 1) / frequency
  if (start > end) stop("'start' cannot be after 'end'")
  wanted <- as.integer(floor((end - start) * frequency + 1.01))
  if (wanted != length) {
    data <- if (nseries == 1) {
      if (wanted < length) data[1L:wanted] else rep_len(data, wanted)
    } else if (wanted < length) {
      data[1L:wanted, ]
    } else {
      data[rep_len(1L:length, wanted), ]
    }
  }
  attr(data, "tsp") <- c(start, end, frequency)
  if (!is.null(class) && class[1L] != "none") attr(data, "class") <- class
  data
}

#' @rdname ts
#' @param x an object.
#' @param ... further arguments for methods.
#' @examples
#' as.ts(1:3)
as.ts <- function(x, ...) UseMethod("as.ts")

as.ts.default <- function(x, ...) {
  if (is.ts(x)) x
  else if (!is.null(times <- attr(x, "tsp"))) {
    ts(x, times[1L], times[2L], times[3L])
  } else {
    ts(x)
  }
}

#' @rdname ts
#' @examples
#' is.ts(1:3)
is.ts <- function(x) inherits(x, "ts") && length(x)

#' @rdname ts
#' @examples
#' is.mts(ts(matrix(1:4, 2)))
is.mts <- function(x) inherits(x, "mts")

#' Attributes of time series
#'
#' `tsp` returns start, end and frequency; `hasTsp` adds them if they are
#' missing.
#'
#' @param x a vector or time series.
#' @examples
#' tsp(ts(1:4, start = 2000))
tsp <- function(x) attr(x, "tsp")

#' @rdname tsp
#' @param value start, end and frequency, or NULL.
#' @examples
#' x <- 1:3
#' tsp(x) <- c(1, 3, 1)
`tsp<-` <- function(x, value) {
  classes <- oldClass(x)
  attr(x, "tsp") <- value
  if (inherits(x, "ts") && is.null(value)) {
    class(x) <- if (!identical(classes, "ts")) classes["ts" != classes]
    attr(x, "tsp") <- NULL
  }
  x
}

#' @rdname tsp
#' @examples
#' attr(hasTsp(1:3), "tsp")
hasTsp <- function(x) {
  if (is.null(attr(x, "tsp"))) attr(x, "tsp") <- c(1, NROW(x), 1)
  x
}

#' Times of a series
#'
#' `time` gives the time of each value, `cycle` its position in the period;
#' `start`, `end`, `frequency` and `deltat` describe the series.
#'
#' @param x a time series.
#' @param ... further arguments for methods.
#' @examples
#' time(ts(1:4, start = 2000, frequency = 4))
time <- function(x, ...) UseMethod("time")

time.default <- function(x, offset = 0, ...) {
  count <- NROW(x)
  times <- attr(hasTsp(x), "tsp")
  result <- seq.int(times[1L], times[2L], length.out = count) + offset / times[3L]
  attr(result, "tsp") <- times
  result
}

time.ts <- function(x, ...) as.ts(time.default(x, ...))

#' @rdname time
#' @examples
#' start(ts(1:4, start = c(2000, 3), frequency = 4))
start <- function(x, ...) UseMethod("start")

start.default <- function(x, ts.eps = getOption("ts.eps"), ...) {
  period_of(attr(hasTsp(x), "tsp"), 1L, ts.eps)
}

#' @rdname time
#' @examples
#' end(ts(1:4, start = c(2000, 3), frequency = 4))
end <- function(x, ...) UseMethod("end")

end.default <- function(x, ts.eps = getOption("ts.eps"), ...) {
  period_of(attr(hasTsp(x), "tsp"), 2L, ts.eps)
}

# A time as year and period, if it is a whole number of periods.
period_of <- function(times, which, tolerance) {
  time <- times[which]
  frequency <- times[3L]
  whole <- floor(time + tolerance)
  period <- (time - whole) * frequency
  if (abs(frequency - round(frequency)) < tolerance &&
      abs(period - round(period)) < tolerance * frequency) {
    c(whole, round(period) + 1)
  } else {
    time
  }
}

#' @rdname time
#' @examples
#' frequency(AirPassengers)
frequency <- function(x, ...) UseMethod("frequency")

frequency.default <- function(x, ...) {
  if (!is.null(times <- attr(x, "tsp"))) times[3L] else 1
}

#' @rdname time
#' @examples
#' deltat(AirPassengers)
deltat <- function(x, ...) UseMethod("deltat")

deltat.default <- function(x, ...) {
  if (!is.null(times <- attr(x, "tsp"))) 1 / times[3L] else 1
}

#' @rdname time
#' @examples
#' cycle(ts(1:4, start = c(2000, 3), frequency = 4))
cycle <- function(x, ...) UseMethod("cycle")

cycle.default <- function(x, ...) {
  times <- attr(hasTsp(x), "tsp")
  first <- round((times[1L] - floor(times[1L] + 1e-8)) * times[3L])
  result <- (first + seq_len(NROW(x)) - 1) %% times[3L] + 1
  attr(result, "tsp") <- times
  result
}

cycle.ts <- function(x, ...) as.ts(cycle.default(x, ...))

`[.ts` <- function(x, i, j, drop = TRUE) {
  result <- NextMethod("[")
  if (missing(i)) {
    return(ts(result, start = tsp(x)[1L], frequency = tsp(x)[3L]))
  }
  result
}

`[<-.ts` <- function(x, i, j, value) {
  result <- NextMethod("[<-")
  if (NROW(result) != NROW(x)) stop("only replacement of elements is allowed")
  result
}

Ops.ts <- function(e1, e2) {
  if (missing(e2)) {
    result <- get(.Generic)(strip_series(e1))
    # `!` keeps what it can of truth values only.
    return(if (.Generic == "!" && !is.logical(e1)) result else restored_series(result, e1))
  }
  if (is.ts(e1) && is.ts(e2)) {
    first <- tsp(e1)
    second <- tsp(e2)
    if (abs(first[3L] - second[3L]) > getOption("ts.eps")) {
      stop("non-conformable time series")
    }
    if (any(abs(first - second) > getOption("ts.eps"))) {
      from <- max(first[1L], second[1L])
      to <- min(first[2L], second[2L])
      if (from > to) stop("non-intersecting series")
      e1 <- window(e1, from, to)
      e2 <- window(e2, from, to)
    }
  }
  model <- if (is.ts(e1) && NCOL(e1) >= NCOL(e2) || !is.ts(e2)) e1 else e2
  result <- get(.Generic)(strip_series(e1), strip_series(e2))
  restored_series(result, model)
}

strip_series <- function(x) {
  if (!is.ts(x)) return(x)
  attr(x, "tsp") <- NULL
  class(x) <- setdiff(oldClass(x), c("ts", "mts", "matrix", "array"))
  if (!length(oldClass(x))) x <- unclass(x)
  x
}

restored_series <- function(result, model) {
  if (NROW(result) != NROW(model)) return(result)
  attr(result, "tsp") <- attr(model, "tsp")
  class(result) <- oldClass(model)
  result
}

t.ts <- function(x) {
  class(x) <- setdiff(oldClass(x), c("mts", "ts", "matrix", "array"))
  attr(x, "tsp") <- NULL
  t(x)
}

diff.ts <- function(x, lag = 1, differences = 1, ...) {
  if (lag < 1 | differences < 1) stop("bad value for 'lag' or 'differences'")
  times <- tsp(x)
  result <- diff.default(strip_series(x), lag = lag, differences = differences)
  ts(result, end = times[2L], frequency = times[3L], names = colnames(x))
}

#' Lag a time series
#'
#' Shifts the time base back by `k` observations.
#'
#' @param x a time series.
#' @param ... further arguments for methods.
#' @examples
#' lag(ts(1:3), -1)
lag <- function(x, ...) UseMethod("lag")

lag.default <- function(x, k = 1, ...) {
  if (k != round(k)) {
    k <- round(k)
    warning("'k' is not an integer")
  }
  x <- hasTsp(x)
  times <- attr(x, "tsp")
  attr(x, "tsp") <- c(times[1:2] - k / times[3L], times[3L])
  x
}
