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
    return(restored_series(result, e1))
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
      for (j in seq_len(ncol(part))) columns[[names[j]]] <- as.vector(part[, j])
    } else {
      columns[[labels[i]]] <- as.vector(part)
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

print.ts <- function(x, calendar, ...) {
  x <- as.ts(x)
  if (missing(calendar)) {
    calendar <- any(frequency(x) == c(4, 12)) && length(start(x)) == 2L
  }
  if (!calendar) print_series_header(x)
  print(.preformat.ts(x, calendar), quote = FALSE, right = TRUE, ...)
  invisible(x)
}

print_series_header <- function(x) {
  describe <- function(time) {
    if (frequency(x) == 1 || length(time) == 1L) deparse(time[1L])
    else paste0("c(", time[1L], ", ", time[2L], ")")
  }
  cat("Time Series:\nStart =", describe(start(x)), "\nEnd =", describe(end(x)),
      "\nFrequency =", deparse(frequency(x)), "\n")
}

#' Prepare a time series for printing
#'
#' Returns a matrix by months or quarters, or with the times as names.
#'
#' @param x a time series.
#' @param calendar whether to lay it out as a calendar.
#' @param ... passed on to `format`.
#' @examples
#' .preformat.ts(ts(1:4, start = c(2000, 1), frequency = 4))
.preformat.ts <- function(x, calendar, ...) {
  x <- as.ts(x)
  frequency <- frequency(x)
  if (missing(calendar)) {
    calendar <- any(frequency == c(4, 12)) && length(start(x)) == 2L
  }
  times <- time(x)
  if (NCOL(x) == 1L) {
    x <- drop(x)
    if (calendar) return(calendar_layout(x, frequency, ...))
    values <- strip_series(x)
    attributes(values) <- NULL
    return(values)
  }
  labels <- if (calendar && frequency > 1) {
    years <- format(floor(as.vector(times) + 1e-8))
    if (frequency == 12) paste(month.abb[cycle(x)], years)
    else paste0(years, " ", if (frequency == 4) "Q" else "p", cycle(x))
  } else {
    format(as.vector(times))
  }
  values <- strip_series(x)
  attr(values, "tsp") <- NULL
  values <- matrix(as.vector(values), nrow(x), dimnames = list(labels, colnames(x)))
  values
}

period_names <- function(frequency) {
  if (frequency == 12) month.abb
  else if (frequency == 4) c("Qtr1", "Qtr2", "Qtr3", "Qtr4")
  else paste0("p", seq_len(frequency))
}

calendar_layout <- function(x, frequency, ...) {
  first <- start(x)
  last <- end(x)
  texts <- format(as.vector(strip_series(x)), ...)
  columns <- period_names(frequency)
  if (first[1L] == last[1L]) {
    return(matrix(texts, 1L, dimnames = list(
      first[1L], columns[first[2L]:last[2L]])))
  }
  before <- rep.int("", first[2L] - 1L)
  after <- rep.int("", frequency - last[2L])
  years <- first[1L]:last[1L]
  matrix(c(before, texts, after), ncol = frequency, byrow = TRUE,
         dimnames = list(years, columns))
}
