#' Dates
#'
#' `as.Date` converts to dates, counted in days since 1970-01-01; `Sys.Date` is
#' today.
#'
#' @param x an object.
#' @param format format of the strings, see [strptime()].
#' @param tryFormats formats to try if none is given.
#' @param optional give `NA`, not an error, for strings that do not fit?
#' @param origin date that numbers count from.
#' @param tz time zone.
#' @param ... further arguments of methods.
#' @examples
#' as.Date("2020-02-28") + 0:2
#' as.Date("01/02/2020", "%d/%m/%Y")
as.Date <- function(x, ...) UseMethod("as.Date")

as.Date.default <- function(x, ...) {
  if (inherits(x, "Date")) return(x)
  if (is.logical(x) && all(is.na(x))) return(.Date(as.numeric(x)))
  stop(gettextf("do not know how to convert '%s' to class %s",
                deparse1(substitute(x)), dQuote("Date")), domain = NA)
}

as.Date.numeric <- function(x, origin, ...) {
  if (missing(origin)) {
    if (!any(is.finite(x))) return(.Date(x))
    stop("'origin' must be supplied")
  }
  as.Date(origin, ...) + x
}

as.Date.factor <- function(x, ...) as.Date(as.character(x), ...)

as.Date.POSIXct <- function(x, tz = "UTC", ...) {
  if (tz %in% c("UTC", "GMT")) {
    days <- floor(unclass(x) / 86400)
    attr(days, "tzone") <- NULL
    return(.Date(days))
  }
  as.Date(as.POSIXlt(x, tz = tz))
}

as.Date.POSIXlt <- function(x, ...) {
  days <- .Internal(POSIXlt2Date(x))
  .Date(days)
}

as.Date.character <- function(x, format,
                              tryFormats = c("%Y-%m-%d", "%Y/%m/%d"),
                              optional = FALSE, ...) {
  charToDate <- function(x) {
    filled <- x[!is.na(x) & nzchar(x)]
    if (!length(filled)) return(strptime(x, tryFormats[1L], tz = "GMT"))
    for (format in tryFormats) {
      if (!is.na(strptime(filled[1L], format, tz = "GMT"))) {
        return(strptime(x, format, tz = "GMT"))
      }
    }
    if (optional) {
      as.Date.character(rep.int(NA_character_, length(x)), tz = "GMT")
    } else {
      stop("character string is not in a standard unambiguous format")
    }
  }
  times <- if (missing(format)) charToDate(x) else strptime(x, format, tz = "GMT")
  as.Date(times)
}

#' Make dates and times from numbers
#'
#' @param xx a number of days, seconds, or of `units`; or the fields of a time.
#' @param cl the class.
#' @param tz,tzone time zone.
#' @param units unit of a time difference.
#' @examples
#' .Date(18000)
.Date <- function(xx, cl = "Date") {
  class(xx) <- cl
  xx
}

#' @rdname as.Date
Sys.Date <- function() as.Date(as.POSIXlt(Sys.time()))

format.Date <- function(x, ...) {
  text <- format(as.POSIXlt(x), ...)
  names(text) <- names(x)
  text
}

as.character.Date <- function(x, ...) format(x, ...)

print.Date <- function(x, max = NULL, ...) {
  .printTimes(x, max, "Date", format(x[seq_len(min(length(x), .mostShown(max)))]), ...)
}

# How many elements are printed at most.
.mostShown <- function(max) if (is.null(max)) getOption("max.print", 9999L) else max

# Prints formatted dates or times.
.printTimes <- function(x, max, class, text, ...) {
  max <- .mostShown(max)
  if (length(x) == 0L) {
    cat(class, "of length 0\n")
    return(invisible(x))
  }
  print(text, max = max, ...)
  if (length(x) > max) {
    cat(" [ reached 'max' / getOption(\"max.print\") -- omitted",
        length(x) - max, "entries ]\n")
  }
  invisible(x)
}

`+.Date` <- function(e1, e2) {
  if (nargs() == 1) return(e1)
  if (inherits(e1, "Date") && inherits(e2, "Date")) {
    stop("binary + is not defined for \"Date\" objects")
  }
  .Date(unclass(.inDays(e1)) + unclass(.inDays(e2)))
}

`-.Date` <- function(e1, e2) {
  if (!inherits(e1, "Date")) stop("can only subtract from \"Date\" objects")
  if (nargs() == 1) stop("unary - is not defined for \"Date\" objects")
  if (inherits(e2, "Date")) return(difftime(e1, e2, units = "days"))
  e2 <- .inDays(e2)
  if (!is.null(attr(e2, "class"))) {
    stop("can only subtract numbers from \"Date\" objects")
  }
  .Date(unclass(as.Date(e1)) - e2)
}

# A time difference as a number of days; other objects as they are.
.inDays <- function(x) {
  if (inherits(x, "difftime")) {
    units <- units(x)
    as.vector(unclass(x)) * unname(.unitSeconds[units]) / 86400
  } else {
    x
  }
}

# Seconds in each unit of time differences.
.unitSeconds <- c(secs = 1, mins = 60, hours = 3600, days = 86400, weeks = 604800)

Ops.Date <- function(e1, e2) {
  if (nargs() == 1) {
    stop(gettextf("unary %s not defined for \"Date\" objects", .Generic), domain = NA)
  }
  if (!(.Generic %in% c("==", "!=", "<", "<=", ">", ">="))) {
    stop(gettextf("%s not defined for \"Date\" objects", .Generic), domain = NA)
  }
  if (is.character(e1)) e1 <- as.Date(e1)
  if (is.character(e2)) e2 <- as.Date(e2)
  NextMethod(.Generic)
}

Math.Date <- function(x, ...) {
  stop(gettextf("%s not defined for \"Date\" objects", .Generic), domain = NA)
}

Summary.Date <- function(..., na.rm) {
  if (!(.Generic %in% c("max", "min", "range"))) {
    stop(gettextf("%s not defined for \"Date\" objects", .Generic), domain = NA)
  }
  .Date(NextMethod(.Generic))
}

`[.Date` <- function(x, ..., drop = TRUE) .Date(NextMethod("["), oldClass(x))

`[[.Date` <- function(x, ..., drop = TRUE) .Date(NextMethod("[["), oldClass(x))

`[<-.Date` <- function(x, ..., value) {
  if (!length(value)) return(x)
  class <- oldClass(x)
  value <- unclass(as.Date(value))
  class(x) <- NULL
  .Date(NextMethod(.Generic), class)
}

`length<-.Date` <- function(x, value) .Date(NextMethod(), oldClass(x))

as.list.Date <- function(x, ...) lapply(unclass(x), .Date, oldClass(x))

c.Date <- function(..., recursive = FALSE) {
  .Date(c(unlist(lapply(list(...), function(e) unclass(as.Date(e))))))
}

mean.Date <- function(x, ...) .Date(mean(unclass(x), ...))

is.numeric.Date <- function(x) FALSE

summary.Date <- function(object, digits = 12L, ...) {
  value <- summary.default(unclass(object), digits = digits, ...)
  .timeSummary(value, oldClass(object), NULL)
}

# A summary of numbers as one of dates or times.
.timeSummary <- function(value, class, tzone) {
  place <- match("NA's", names(value))
  if (!is.na(place)) {
    count <- value[[place]]
    value <- value[-place]
    attr(value, "NAs") <- count
  }
  class(value) <- c("summaryDefault", "table", class)
  if (!is.null(tzone)) attr(value, "tzone") <- tzone
  value
}

diff.Date <- function(x, lag = 1L, differences = 1L, ...) {
  .laggedDifference(x, lag, differences)
}

# Differences of dates or times.
.laggedDifference <- function(x, lag, differences) {
  if (is.matrix(x)) {
    stop(simpleError("'lag' and 'differences' must be integers >= 1", sys.call(-1L)))
  }
  if (length(lag) != 1L || length(differences) > 1L || lag < 1L || differences < 1L) {
    stop(simpleError("'lag' and 'differences' must be integers >= 1", sys.call(-1L)))
  }
  if (lag * differences >= length(x)) {
    return(structure(numeric(), class = "difftime", units = "days"))
  }
  for (step in seq_len(differences)) {
    size <- length(x)
    x <- x[seq.int(lag + 1L, size)] - x[seq_len(size - lag)]
  }
  x
}

round.Date <- function(x, ...) {
  class <- oldClass(x)
  .Date(round(unclass(x), ...), class)
}

trunc.Date <- function(x, units = c("secs", "mins", "hours", "days", "months", "years"),
                       ...) {
  units <- match.arg(units)
  if (units == "months" || units == "years") {
    as.Date(trunc.POSIXt(x, units, ...))
  } else {
    .Date(floor(unclass(x)), oldClass(x))
  }
}

#' Parts of dates
#'
#' Names of weekdays, months and quarters, and days since an origin.
#'
#' @param x a date or time.
#' @param abbreviate short names?
#' @param origin the origin.
#' @param ... further arguments of methods.
#' @examples
#' d <- as.Date("2020-02-29")
#' weekdays(d)
#' months(d)
#' quarters(d)
#' julian(d)
weekdays <- function(x, abbreviate) UseMethod("weekdays")

weekdays.Date <- function(x, abbreviate = FALSE) {
  format(x, if (abbreviate) "%a" else "%A")
}

weekdays.POSIXt <- weekdays.Date

#' @rdname weekdays
months <- function(x, abbreviate) UseMethod("months")

months.Date <- function(x, abbreviate = FALSE) {
  format(x, if (abbreviate) "%b" else "%B")
}

months.POSIXt <- months.Date

#' @rdname weekdays
quarters <- function(x, abbreviate) UseMethod("quarters")

quarters.Date <- function(x, ...) paste0("Q", as.POSIXlt(x)$mon %/% 3 + 1)

quarters.POSIXt <- quarters.Date

#' @rdname weekdays
julian <- function(x, ...) UseMethod("julian")

julian.Date <- function(x, origin = as.Date("1970-01-01"), ...) {
  if (length(origin) != 1L) stop("'origin' must be of length one")
  structure(unclass(x) - unclass(origin), origin = origin)
}

julian.POSIXt <- function(x, origin = as.POSIXct("1970-01-01", tz = "GMT"), ...) {
  if (length(origin) != 1L) stop("'origin' must be of length one")
  days <- difftime(as.POSIXct(x), origin, units = "days")
  structure(days, origin = origin)
}
