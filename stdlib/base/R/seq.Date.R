seq.Date <- function(from, to, by, length.out = NULL, along.with = NULL, ...) {
  if (missing(from)) stop("'from' must be specified")
  if (!inherits(from, "Date")) stop("'from' must be a \"Date\" object")
  if (length(as.Date(from)) != 1L) stop("'from' must be of length 1")
  if (!missing(to)) {
    if (!inherits(to, "Date")) stop("'to' must be a \"Date\" object")
    if (length(as.Date(to)) != 1L) stop("'to' must be of length 1")
  }
  if (!missing(along.with)) {
    length.out <- length(along.with)
  } else if (!is.null(length.out)) {
    if (length(length.out) != 1L) stop("'length.out' must be of length 1")
    length.out <- ceiling(length.out)
  }
  status <- c(!missing(to), !missing(by), !is.null(length.out))
  if (sum(status) != 2L) {
    stop("exactly two of 'to', 'by' and 'length.out' / 'along.with' must be specified")
  }
  if (missing(by)) {
    values <- seq.int(unclass(from), unclass(to), length.out = length.out)
    return(.Date(values))
  }
  if (length(by) != 1L) stop("'by' must be of length 1")
  step <- .dateStep(by)
  if (is.na(step$by)) stop("'by' is NA")
  if (step$unit == "days") {
    start <- unclass(from)
    values <- if (!missing(to)) {
      seq.int(start, unclass(to), by = step$by)
    } else {
      seq.int(start, by = step$by, length.out = length.out)
    }
    return(.Date(values))
  }
  fields <- as.POSIXlt(from)
  fields <- .stepFields(fields, step$unit, step$by, length.out,
                        if (missing(to)) NULL else as.POSIXlt(to))
  values <- as.Date(fields)
  if (!missing(to)) {
    values <- if (step$by > 0) values[values <= to] else values[values >= to]
  }
  values
}

# "2 weeks", a number or a time difference as a number of days, months or years.
.dateStep <- function(by) {
  if (inherits(by, "difftime")) {
    units(by) <- "days"
    return(list(by = as.vector(by), unit = "days"))
  }
  if (is.character(by)) {
    parts <- strsplit(by, " ", fixed = TRUE)[[1L]]
    if (length(parts) > 2L || length(parts) < 1L) {
      stop(simpleError("invalid 'by' string", sys.call(-1L)))
    }
    units <- c("days", "weeks", "months", "quarters", "years", "DSTdays")
    unit <- pmatch(parts[length(parts)], units)
    if (is.na(unit)) stop(simpleError("invalid string for 'by'", sys.call(-1L)))
    count <- if (length(parts) == 2L) as.integer(parts[1L]) else 1L
    return(switch(units[unit],
      days = , DSTdays = list(by = count, unit = "days"),
      weeks = list(by = 7L * count, unit = "days"),
      months = list(by = count, unit = "months"),
      quarters = list(by = 3L * count, unit = "months"),
      years = list(by = count, unit = "years")
    ))
  }
  if (!is.numeric(by)) stop(simpleError("invalid mode for 'by'", sys.call(-1L)))
  list(by = by, unit = "days")
}

# Fields of the times `by` months or years apart, as many as asked or up to `to`.
.stepFields <- function(fields, unit, by, count, to) {
  name <- if (unit == "months") "mon" else "year"
  parts <- unclass(fields)
  start <- parts[[name]]
  values <- if (is.null(to)) {
    seq.int(start, by = by, length.out = count)
  } else {
    end <- unclass(to)
    last <- if (unit == "months") 12 * (end$year - parts$year) + end$mon else end$year
    seq.int(start, last, by = by)
  }
  parts <- lapply(parts, rep_len, length(values))
  parts[[name]] <- as.integer(values)
  parts$isdst <- rep.int(-1L, length(values))
  .POSIXlt(parts, attr(fields, "tzone"))
}

seq.POSIXt <- function(from, to, by, length.out = NULL, along.with = NULL, ...) {
  if (missing(from)) stop("'from' must be specified")
  if (!inherits(from, "POSIXt")) stop("'from' must be a \"POSIXt\" object")
  start <- as.POSIXct(from)
  if (length(start) != 1L) stop("'from' must be of length 1")
  zone <- attr(start, "tzone")
  if (!missing(to)) {
    if (!inherits(to, "POSIXt")) stop("'to' must be a \"POSIXt\" object")
    if (length(as.POSIXct(to)) != 1) stop("'to' must be of length 1")
  }
  if (!missing(along.with)) {
    length.out <- length(along.with)
  } else if (!is.null(length.out)) {
    if (length(length.out) != 1L) stop("'length.out' must be of length 1")
    length.out <- ceiling(length.out)
  }
  status <- c(!missing(to), !missing(by), !is.null(length.out))
  if (sum(status) != 2L) {
    stop("exactly two of 'to', 'by' and 'length.out' / 'along.with' must be specified")
  }
  if (missing(by)) {
    values <- seq.int(.plainSeconds(start), .plainSeconds(as.POSIXct(to)),
                      length.out = length.out)
    return(.POSIXct(values, zone))
  }
  if (length(by) != 1L) stop("'by' must be of length 1")
  step <- .timeStep(by)
  if (is.na(step$by)) stop("'by' is NA")
  if (step$unit == "secs") {
    first <- .plainSeconds(start)
    values <- if (!missing(to)) {
      seq.int(first, .plainSeconds(as.POSIXct(to)), by = step$by)
    } else {
      seq.int(first, by = step$by, length.out = length.out)
    }
    return(.POSIXct(as.vector(values), zone))
  }
  fields <- as.POSIXlt(start)
  if (step$unit == "DSTdays") {
    count <- if (missing(to)) length.out else {
      2L + floor((.plainSeconds(as.POSIXct(to)) - .plainSeconds(start)) / (step$by * 86400))
    }
    parts <- unclass(fields)
    days <- seq.int(parts$mday, by = step$by, length.out = count)
    parts <- lapply(parts, rep_len, length(days))
    parts$mday <- as.integer(days)
    parts$isdst <- rep.int(-1L, length(days))
    fields <- .POSIXlt(parts, attr(fields, "tzone"))
  } else {
    fields <- .stepFields(fields, step$unit, step$by, length.out,
                          if (missing(to)) NULL else as.POSIXlt(to))
  }
  values <- as.POSIXct(fields)
  attr(values, "tzone") <- zone
  if (!missing(to)) {
    end <- as.POSIXct(to)
    values <- if (step$by > 0) values[values <= end] else values[values >= end]
  }
  values
}

# Seconds since 1970 without class.
.plainSeconds <- function(x) as.vector(unclass(x))

# "2 hours", a number or a time difference as seconds, months, years or days.
.timeStep <- function(by) {
  if (inherits(by, "difftime")) {
    return(list(by = .inSeconds(by), unit = "secs"))
  }
  if (is.character(by)) {
    parts <- strsplit(by, " ", fixed = TRUE)[[1L]]
    if (length(parts) > 2L || length(parts) < 1L) {
      stop(simpleError("invalid 'by' string", sys.call(-1L)))
    }
    units <- c("secs", "mins", "hours", "days", "weeks", "months", "years",
               "DSTdays", "quarters")
    unit <- pmatch(parts[length(parts)], units)
    if (is.na(unit)) stop(simpleError("invalid string for 'by'", sys.call(-1L)))
    count <- if (length(parts) == 2L) as.integer(parts[1L]) else 1L
    unit <- units[unit]
    if (unit %in% names(.unitSeconds)) {
      return(list(by = count * .unitSeconds[[unit]], unit = "secs"))
    }
    if (unit == "quarters") return(list(by = 3L * count, unit = "months"))
    return(list(by = count, unit = unit))
  }
  if (!is.numeric(by)) stop(simpleError("invalid mode for 'by'", sys.call(-1L)))
  list(by = by, unit = "secs")
}
