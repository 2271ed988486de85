cut.Date <- function(x, breaks, labels = NULL, start.on.monday = TRUE,
                     right = FALSE, ...) {
  if (!inherits(x, "Date")) stop("'x' must be a date-time object")
  x <- as.Date(x)
  if (inherits(breaks, "Date")) {
    breaks <- sort(as.Date(breaks))
  } else if (is.numeric(breaks) && length(breaks) == 1L) {
    codes <- cut(unclass(x), unclass(breaks), labels = labels, right = right, ...)
    # The labels are the first dates of the intervals, in the order of the dates.
    if (is.null(labels)) levels(codes) <- as.character(x[!duplicated(codes)])
    return(codes)
  } else if (is.character(breaks) && length(breaks) == 1L) {
    breaks <- .calendarBreaks(x, breaks, start.on.monday)
  } else {
    stop("invalid specification of 'breaks'")
  }
  codes <- cut(unclass(x), unclass(breaks), labels = labels, right = right, ...)
  if (is.null(labels)) {
    levels(codes) <- as.character(if (is.numeric(breaks)) x[!duplicated(codes)] else {
      breaks[-length(breaks)]
    })
  }
  codes
}

# Beginnings of days, weeks, months, quarters or years that cover `x`.
.calendarBreaks <- function(x, breaks, start.on.monday) {
  parts <- strsplit(breaks, " ", fixed = TRUE)[[1L]]
  units <- c("days", "weeks", "months", "years", "DSTdays", "quarters")
  unit <- units[pmatch(parts[length(parts)], units)]
  if (length(parts) > 2L || is.na(unit)) {
    stop(simpleError("invalid specification of 'breaks'", sys.call(-1L)))
  }
  count <- if (length(parts) == 2L) as.integer(parts[1L]) else 1L
  known <- x[is.finite(x)]
  first <- .Date(min(unclass(known)))
  last <- max(unclass(known))
  if (unit == "weeks") {
    day <- as.POSIXlt(first)$wday
    first <- first - if (start.on.monday) (day + 6L) %% 7L else day
    return(.Date(seq.int(unclass(first), last + 7L * count, by = 7L * count)))
  }
  if (unit %in% c("days", "DSTdays")) {
    return(.Date(seq.int(unclass(first), last + count, by = count)))
  }
  start <- as.POSIXlt(first)
  start$mday <- 1L
  step <- count
  if (unit == "quarters") {
    start$mon <- 3L * (start$mon %/% 3L)
    step <- 3L * count
  }
  if (unit == "years") {
    start$mon <- 0L
    step <- 12L * count
  }
  start$isdst <- -1L
  months <- (as.POSIXlt(.Date(last))$year - start$year) * 12L +
    as.POSIXlt(.Date(last))$mon - start$mon
  breaks <- seq(as.Date(start), by = paste(step, "months"),
                length.out = months %/% step + 2L)
  breaks
}

cut.POSIXt <- function(x, breaks, labels = NULL, start.on.monday = TRUE,
                       right = FALSE, ...) {
  if (!inherits(x, "POSIXt")) stop("'x' must be a date-time object")
  x <- as.POSIXct(x)
  if (inherits(breaks, "POSIXt") || inherits(breaks, "Date")) {
    breaks <- sort(as.POSIXct(breaks))
  } else if (is.numeric(breaks) && length(breaks) == 1L) {
    codes <- cut(unclass(x), breaks, labels = labels, right = right, ...)
    if (is.null(labels)) levels(codes) <- as.character(x[!duplicated(codes)])
    return(codes)
  } else if (is.character(breaks) && length(breaks) == 1L) {
    breaks <- .timeBreaks(x, breaks, start.on.monday)
  } else {
    stop("invalid specification of 'breaks'")
  }
  codes <- cut(unclass(x), unclass(breaks), labels = labels, right = right, ...)
  if (is.null(labels)) levels(codes) <- as.character(breaks[-length(breaks)])
  codes
}

# Beginnings of seconds, ..., years that cover the times `x`.
.timeBreaks <- function(x, breaks, start.on.monday) {
  parts <- strsplit(breaks, " ", fixed = TRUE)[[1L]]
  units <- c("secs", "mins", "hours", "days", "weeks", "months", "years",
             "DSTdays", "quarters")
  unit <- units[pmatch(parts[length(parts)], units)]
  if (length(parts) > 2L || is.na(unit)) {
    stop(simpleError("invalid specification of 'breaks'", sys.call(-1L)))
  }
  count <- if (length(parts) == 2L) as.integer(parts[1L]) else 1L
  known <- x[is.finite(x)]
  last <- max(known)
  start <- as.POSIXlt(min(known))
  start$sec <- 0
  if (unit == "secs") start <- as.POSIXlt(trunc(min(known), "secs"))
  if (!(unit %in% c("secs", "mins"))) start$min <- 0L
  if (!(unit %in% c("secs", "mins", "hours"))) {
    start$hour <- 0L
    start$isdst <- -1L
  }
  if (unit == "weeks") {
    day <- start$wday
    start$mday <- start$mday - if (start.on.monday) (day + 6L) %% 7L else day
  }
  if (unit %in% c("months", "quarters", "years")) start$mday <- 1L
  if (unit == "quarters") start$mon <- 3L * (start$mon %/% 3L)
  if (unit == "years") start$mon <- 0L
  start <- as.POSIXct(start)
  by <- if (unit == "quarters") paste(3L * count, "months") else {
    paste(count, if (unit == "days") "DSTdays" else unit)
  }
  if (unit == "weeks") by <- paste(7L * count, "DSTdays")
  seconds <- c(.unitSeconds, months = 28 * 86400, quarters = 90 * 86400,
               years = 365 * 86400, DSTdays = 86400)[[unit]] * count
  most <- ceiling((.plainSeconds(last) - .plainSeconds(start)) / seconds) + 2
  points <- seq(start, by = by, length.out = most)
  # Up to the first point after the last time.
  points[seq_len(which(points > last)[1L])]
}
