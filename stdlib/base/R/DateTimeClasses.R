#' Times
#'
#' `as.POSIXct` converts to seconds since 1970, `as.POSIXlt` to the fields year,
#' month, ... in a time zone.
#'
#' @param x an object.
#' @param tz time zone; `""` is the current one.
#' @param format format of strings, see [strptime()].
#' @param tryFormats formats to try if none is given.
#' @param optional give `NA`, not an error, for strings that do not fit?
#' @param origin time that numbers count from.
#' @param ... further arguments of methods.
#' @examples
#' x <- as.POSIXct("2020-03-01 10:00:00", tz = "UTC")
#' x + 3600
#' as.POSIXlt(x)$hour
as.POSIXct <- function(x, tz = "", ...) UseMethod("as.POSIXct")

as.POSIXct.Date <- function(x, ...) .POSIXct(unclass(x) * 86400)

as.POSIXct.POSIXlt <- function(x, tz = "", ...) {
  tzone <- attr(x, "tzone")
  if (missing(tz) && !is.null(tzone)) tz <- tzone[[1L]]
  seconds <- .Internal(as.POSIXct(x, tz))
  names(seconds) <- names(x$year)
  .POSIXct(seconds, tz)
}

as.POSIXct.numeric <- function(x, tz = "", origin, ...) {
  if (missing(origin)) {
    if (!any(is.finite(x))) return(.POSIXct(x, tz))
    stop("'origin' must be supplied")
  }
  .POSIXct(as.POSIXct(origin, tz = "GMT", ...) + x, tz)
}

as.POSIXct.default <- function(x, tz = "", ...) {
  if (inherits(x, "POSIXct")) return(if (missing(tz)) x else .POSIXct(x, tz))
  if (is.null(x)) return(.POSIXct(numeric(), tz))
  if (is.character(x) || is.factor(x)) return(as.POSIXct(as.POSIXlt(x, tz, ...), tz, ...))
  if (is.logical(x) && all(is.na(x))) return(.POSIXct(as.numeric(x), tz))
  stop(gettextf("do not know how to convert '%s' to class %s",
                deparse1(substitute(x)), dQuote("POSIXct")), domain = NA)
}

#' @rdname as.POSIXct
as.POSIXlt <- function(x, tz = "", ...) UseMethod("as.POSIXlt")

as.POSIXlt.Date <- function(x, ...) .Internal(Date2POSIXlt(x))

as.POSIXlt.POSIXct <- function(x, tz = "", ...) {
  tzone <- attr(x, "tzone")
  if (missing(tz) && !is.null(tzone)) tz <- tzone[[1L]]
  .Internal(as.POSIXlt(x, tz))
}

as.POSIXlt.factor <- function(x, ...) {
  times <- as.POSIXlt(as.character(x), ...)
  names(times$year) <- names(x)
  times
}

as.POSIXlt.character <- function(x, tz = "", format,
                                 tryFormats = c(
                                   "%Y-%m-%d %H:%M:%OS", "%Y/%m/%d %H:%M:%OS",
                                   "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M",
                                   "%Y-%m-%d", "%Y/%m/%d"
                                 ), optional = FALSE, ...) {
  x <- unclass(x)
  if (!missing(format)) {
    times <- strptime(x, format, tz = tz)
    if (nchar(tz)) attr(times, "tzone") <- tz
    return(times)
  }
  filled <- x[!is.na(x)]
  if (!length(filled)) {
    times <- strptime(x, "%Y/%m/%d")
    if (nchar(tz)) attr(times, "tzone") <- tz
    return(times)
  }
  for (format in tryFormats) {
    if (!anyNA(strptime(filled, format, tz = tz))) {
      times <- strptime(x, format, tz = tz)
      if (nchar(tz)) attr(times, "tzone") <- tz
      return(times)
    }
  }
  if (optional) {
    as.POSIXlt.character(rep.int(NA_character_, length(x)), tz = tz)
  } else {
    stop("character string is not in a standard unambiguous format")
  }
}

as.POSIXlt.numeric <- function(x, tz = "", origin, ...) {
  if (missing(origin)) {
    if (!any(is.finite(x))) return(as.POSIXlt(.POSIXct(x, tz), tz = tz))
    stop("'origin' must be supplied")
  }
  as.POSIXlt(as.POSIXct(origin, tz = "UTC", ...) + x, tz = tz)
}

as.POSIXlt.default <- function(x, tz = "", optional = FALSE, ...) {
  if (inherits(x, "POSIXlt")) return(if (missing(tz)) x else .POSIXlt(x, tz))
  if (is.null(x)) return(as.POSIXlt.character(character(), tz))
  if (is.logical(x) && all(is.na(x))) {
    return(as.POSIXlt(.POSIXct(as.numeric(x)), tz = tz))
  }
  if (optional) return(as.POSIXlt.character(rep.int(NA_character_, length(x)), tz = tz))
  stop(gettextf("do not know how to convert '%s' to class %s",
                deparse1(substitute(x)), dQuote("POSIXlt")), domain = NA)
}

#' @rdname .Date
.POSIXct <- function(xx, tz = NULL, cl = c("POSIXct", "POSIXt")) {
  class(xx) <- cl
  attr(xx, "tzone") <- tz
  xx
}

#' @rdname .Date
.POSIXlt <- function(xx, tz = NULL, cl = c("POSIXlt", "POSIXt")) {
  class(xx) <- cl
  attr(xx, "tzone") <- tz
  xx
}

#' Times as text
#'
#' `strptime` reads times from strings, `strftime` and the methods of [format()]
#' write them. Formats are made of `%Y`, `%m`, `%d`, `%H`, `%M`, `%S`, ...
#'
#' @param x strings, or times.
#' @param format the format.
#' @param tz time zone.
#' @param usetz append the time zone?
#' @param ... further arguments of `format`.
#' @examples
#' strptime("2020-02-29 13:14:15", "%Y-%m-%d %H:%M:%S", tz = "UTC")
#' strftime(as.Date("2020-02-29"), "%d.%m.%y")
strptime <- function(x, format, tz = "") {
  .Internal(strptime(if (is.character(x)) x else if (is.object(x)) `names<-`(as.character(x), names(x)) else x,
                     format, tz))
}

#' @rdname strptime
strftime <- function(x, format = "", tz = "", usetz = FALSE, ...) {
  format(as.POSIXlt(x, tz = tz), format = format, usetz = usetz, ...)
}

format.POSIXlt <- function(x, format = "", usetz = FALSE,
                           digits = getOption("digits.secs"), ...) {
  if (!inherits(x, "POSIXlt")) stop("wrong class")
  if (any(open <- format == "")) {
    format[open] <- .timeFormat(x, if (is.null(digits)) 0L else digits)
  }
  .Internal(format.POSIXlt(x, format, usetz))
}

# The shortest format that shows all times: only dates if all are midnight, else
# seconds with as many decimals as needed up to `digits`.
.timeFormat <- function(x, digits) {
  fields <- unclass(x)
  known <- is.finite(fields$sec) & !is.na(fields$hour)
  seconds <- fields$sec[known]
  hours <- fields$hour[known]
  minutes <- fields$min[known]
  if (all(hours == 0 & minutes == 0 & seconds == 0)) return("%Y-%m-%d")
  places <- 0L
  for (places in seq_len(digits + 1L) - 1L) {
    if (all(abs(seconds - round(seconds, places)) < 1e-6)) break
  }
  if (places == 0L) "%Y-%m-%d %H:%M:%S" else paste0("%Y-%m-%d %H:%M:%OS", places)
}

format.POSIXct <- function(x, format = "", tz = "", usetz = FALSE, ...) {
  if (!inherits(x, "POSIXct")) stop("wrong class")
  if (missing(tz) && !is.null(zone <- attr(x, "tzone"))) tz <- zone[[1L]]
  text <- format(as.POSIXlt(x, tz), format, usetz, ...)
  names(text) <- names(x)
  text
}

as.character.POSIXt <- function(x, ...) format(x, ...)

print.POSIXct <- function(x, tz = "", usetz = TRUE, max = NULL, ...) {
  shown <- x[seq_len(min(length(x), .mostShown(max)))]
  text <- if (missing(tz)) format(shown, usetz = usetz) else {
    format(shown, usetz = usetz, tz = tz)
  }
  .printTimes(x, max, "POSIXct", text, ...)
}

print.POSIXlt <- function(x, tz = "", usetz = TRUE, max = NULL, ...) {
  shown <- x[seq_len(min(length(x), .mostShown(max)))]
  text <- if (missing(tz)) format(shown, usetz = usetz) else {
    format(as.POSIXct(shown), usetz = usetz, tz = tz)
  }
  .printTimes(x, max, "POSIXlt", text, ...)
}

`+.POSIXt` <- function(e1, e2) {
  if (nargs() == 1) return(e1)
  if (inherits(e1, "POSIXt") && inherits(e2, "POSIXt")) {
    stop("binary '+' is not defined for \"POSIXt\" objects")
  }
  if (inherits(e1, "POSIXlt")) e1 <- as.POSIXct(e1)
  if (inherits(e2, "POSIXlt")) e2 <- as.POSIXct(e2)
  tz <- check_tzones(e1, e2)
  times <- unclass(.inSeconds(e1)) + unclass(.inSeconds(e2))
  .POSIXct(times, tz)
}

`-.POSIXt` <- function(e1, e2) {
  if (!inherits(e1, "POSIXt")) stop("can only subtract from \"POSIXt\" objects")
  if (nargs() == 1) stop("unary '-' is not defined for \"POSIXt\" objects")
  if (inherits(e2, "POSIXt")) return(difftime(e1, e2))
  e2 <- .inSeconds(e2)
  if (!is.null(attr(e2, "class"))) {
    stop("can only subtract numbers from \"POSIXt\" objects")
  }
  e1 <- as.POSIXct(e1)
  .POSIXct(unclass(e1) - e2, attr(e1, "tzone"))
}

# A time difference as a number of seconds; other objects as they are.
.inSeconds <- function(x) {
  if (inherits(x, "difftime")) {
    as.vector(unclass(x)) * .unitSeconds[[units(x)]]
  } else {
    x
  }
}

#' The common time zone
#'
#' @param ... times.
#' @examples
#' check_tzones(as.POSIXct("2020-01-01", tz = "UTC"))
check_tzones <- function(...) {
  zones <- unique(vapply(list(...), function(x) {
    zone <- attr(x, "tzone")
    if (is.null(zone)) "" else zone[[1L]]
  }, ""))
  zones <- zones[nzchar(zones)]
  if (length(zones) > 1L) warning("'tzone' attributes are inconsistent")
  if (length(zones)) zones[1L]
}

Ops.POSIXt <- function(e1, e2) {
  if (nargs() == 1) {
    stop(gettextf("unary '%s' not defined for \"POSIXt\" objects", .Generic), domain = NA)
  }
  if (!(.Generic %in% c("==", "!=", "<", "<=", ">", ">="))) {
    stop(gettextf("'%s' not defined for \"POSIXt\" objects", .Generic), domain = NA)
  }
  if (inherits(e1, "POSIXlt") || is.character(e1)) e1 <- as.POSIXct(e1)
  if (inherits(e2, "POSIXlt") || is.character(e2)) e2 <- as.POSIXct(e2)
  check_tzones(e1, e2)
  NextMethod(.Generic)
}

Math.POSIXt <- function(x, ...) {
  stop(gettextf("'%s' not defined for \"POSIXt\" objects", .Generic), domain = NA)
}

Summary.POSIXct <- function(..., na.rm) {
  if (!(.Generic %in% c("max", "min", "range"))) {
    stop(gettextf("'%s' not defined for \"POSIXt\" objects", .Generic), domain = NA)
  }
  first <- list(...)[[1L]]
  .POSIXct(NextMethod(.Generic), attr(first, "tzone"), oldClass(first))
}

Summary.POSIXlt <- function(..., na.rm) {
  if (!(.Generic %in% c("max", "min", "range"))) {
    stop(gettextf("'%s' not defined for \"POSIXt\" objects", .Generic), domain = NA)
  }
  parts <- list(...)
  zone <- attr(parts[[1L]], "tzone")
  as.POSIXlt(do.call(.Generic, c(lapply(parts, as.POSIXct), na.rm = na.rm)), zone[1L])
}

`[.POSIXct` <- function(x, ..., drop = TRUE) {
  .POSIXct(NextMethod("["), attr(x, "tzone"), oldClass(x))
}

`[[.POSIXct` <- function(x, ..., drop = TRUE) {
  .POSIXct(NextMethod("[["), attr(x, "tzone"), oldClass(x))
}

`[<-.POSIXct` <- function(x, ..., value) {
  if (!length(value)) return(x)
  zone <- attr(x, "tzone")
  class <- oldClass(x)
  value <- unclass(as.POSIXct(value))
  class(x) <- NULL
  attr(x, "tzone") <- NULL
  .POSIXct(NextMethod(.Generic), zone, class)
}

`length<-.POSIXct` <- function(x, value) {
  .POSIXct(NextMethod(), attr(x, "tzone"), oldClass(x))
}

as.list.POSIXct <- function(x, ...) {
  lapply(unclass(x), .POSIXct, attr(x, "tzone"), oldClass(x))
}

c.POSIXct <- function(..., recursive = FALSE) {
  parts <- lapply(list(...), function(e) as.POSIXct(e))
  zones <- lapply(parts, attr, "tzone")
  zone <- if (length(unique(zones)) == 1L) zones[[1L]]
  .POSIXct(c(unlist(lapply(parts, unclass))), zone)
}

mean.POSIXct <- function(x, ...) {
  .POSIXct(mean(unclass(x), ...), attr(x, "tzone"))
}

summary.POSIXct <- function(object, digits = 15L, ...) {
  value <- summary.default(unclass(object), digits = digits, ...)
  .timeSummary(value, oldClass(object), attr(object, "tzone"))
}

summary.POSIXlt <- function(object, digits = 15, ...) {
  summary.POSIXct(as.POSIXct(object), digits = digits, ...)
}

diff.POSIXt <- function(x, lag = 1L, differences = 1L, ...) {
  if (inherits(x, "POSIXlt")) x <- as.POSIXct(x)
  .laggedDifference(x, lag, differences)
}

is.numeric.POSIXt <- function(x) FALSE

all.equal.POSIXt <- function(target, current, ..., tolerance = 1e-3, scale,
                             check.tzone = TRUE) {
  if (!inherits(target, "POSIXt")) return("'target' is not a POSIXt")
  if (!inherits(current, "POSIXt")) return("'current' is not a POSIXt")
  target <- as.POSIXct(target)
  current <- as.POSIXct(current)
  message <- NULL
  if (check.tzone) {
    zone <- function(x) {
      tz <- attr(x, "tzone")
      if (is.null(tz)) "" else tz[[1L]]
    }
    if (zone(target) != zone(current)) {
      message <- sprintf("'tzone' attributes are inconsistent ('%s' and '%s')",
                         zone(target), zone(current))
    }
  }
  attr(target, "tzone") <- attr(current, "tzone") <- NULL
  value <- all.equal.numeric(unclass(target), unclass(current), ...,
                             tolerance = tolerance, scale = 1)
  if (is.character(value)) c(message, value) else if (is.null(message)) TRUE else message
}

length.POSIXlt <- function(x) max(lengths(unclass(x)[1:9]))

names.POSIXlt <- function(x) names(unclass(x)$year)

`names<-.POSIXlt` <- function(x, value) {
  names(x$year) <- value
  x
}

`[.POSIXlt` <- function(x, i, j, drop = TRUE) {
  fields <- unclass(x)
  result <- lapply(fields, function(field) field[i])
  extra <- attributes(fields)
  extra$names <- NULL
  names(result) <- names(fields)
  for (name in setdiff(names(extra), "names")) attr(result, name) <- extra[[name]]
  .POSIXlt(result, attr(x, "tzone"), oldClass(x))
}

`[[.POSIXlt` <- function(x, i, drop = TRUE) {
  fields <- unclass(x)
  result <- lapply(fields, `[[`, i)
  .POSIXlt(result, attr(x, "tzone"), oldClass(x))
}

`[<-.POSIXlt` <- function(x, i, j, value) {
  if (!length(value)) return(x)
  value <- unclass(as.POSIXlt(value))
  class <- oldClass(x)
  class(x) <- NULL
  for (name in names(x)) {
    if (!is.null(value[[name]])) x[[name]][i] <- value[[name]]
  }
  class(x) <- class
  x
}

`[[<-.POSIXlt` <- function(x, i, value) {
  x[i] <- value
  x
}

`length<-.POSIXlt` <- function(x, value) {
  .POSIXlt(lapply(unclass(x), `length<-`, value), attr(x, "tzone"), oldClass(x))
}

c.POSIXlt <- function(..., recursive = FALSE) {
  as.POSIXlt(do.call("c", lapply(list(...), as.POSIXct)))
}

rep.POSIXlt <- function(x, ...) {
  .POSIXlt(lapply(unclass(x), rep, ...), attr(x, "tzone"), oldClass(x))
}

as.list.POSIXlt <- function(x, ...) {
  lapply(seq_along(x), function(i) x[i])
}

as.double.POSIXlt <- function(x, ...) as.double(as.POSIXct(x))

as.vector.POSIXlt <- function(x, mode = "any") {
  as.vector(as.list(x), mode)
}

as.matrix.POSIXlt <- function(x, ...) {
  as.matrix(as.data.frame(unclass(x)[1:9]), ...)
}

is.na.POSIXlt <- function(x) is.na(as.POSIXct(x))

anyNA.POSIXlt <- function(x, recursive = FALSE) anyNA(as.POSIXct(x))

mean.POSIXlt <- function(x, ...) as.POSIXlt(mean(as.POSIXct(x), ...))

duplicated.POSIXlt <- function(x, incomparables = FALSE, ...) {
  duplicated(as.POSIXct(x), incomparables, ...)
}

unique.POSIXlt <- function(x, incomparables = FALSE, ...) {
  x[!duplicated(x, incomparables, ...)]
}

#' Times from numbers
#'
#' @param year,month,day,hour,min,sec numbers.
#' @param tz time zone.
#' @examples
#' ISOdate(2020, 2, 29)
#' ISOdatetime(2020, 2, 29, 13, 14, 15, tz = "UTC")
ISOdatetime <- function(year, month, day, hour, min, sec, tz = "") {
  if (min(lengths(list(year, month, day, hour, min, sec))) == 0L) {
    return(.POSIXct(numeric(), tz = tz))
  }
  text <- paste(year, month, day, hour, min, sec, sep = "-")
  as.POSIXct(strptime(text, "%Y-%m-%d-%H-%M-%OS", tz = tz), tz = tz)
}

#' @rdname ISOdatetime
ISOdate <- function(year, month, day, hour = 12, min = 0, sec = 0, tz = "GMT") {
  ISOdatetime(year, month, day, hour, min, sec, tz)
}

#' The current time
#'
#' @examples
#' class(Sys.time())
Sys.time <- function() .POSIXct(.Internal(Sys.time()))

#' @rdname Sys.time
date <- function() format(Sys.time(), "%a %b %e %H:%M:%S %Y")
