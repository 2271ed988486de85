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
