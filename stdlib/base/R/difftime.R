#' Time differences
#'
#' `difftime` is the time between `time2` and `time1`; `as.difftime` makes a time
#' difference of numbers or of strings like "01:30:00"; `units` gets and sets
#' the unit.
#'
#' @param time1,time2 dates or times.
#' @param tz time zone of strings.
#' @param units the unit: `"auto"`, `"secs"`, `"mins"`, `"hours"`, `"days"` or
#'   `"weeks"`.
#' @param tim numbers, or strings in `format`.
#' @param format format of strings.
#' @param x a time difference.
#' @param value the new unit.
#' @examples
#' difftime(as.Date("2020-03-01"), as.Date("2020-02-01"))
#' y <- as.difftime(90, units = "mins")
#' units(y) <- "hours"
#' y
difftime <- function(time1, time2, tz,
                     units = c("auto", "secs", "mins", "hours", "days", "weeks")) {
  if (missing(tz)) {
    time1 <- as.POSIXct(time1)
    time2 <- as.POSIXct(time2)
  } else {
    time1 <- as.POSIXct(time1, tz = tz)
    time2 <- as.POSIXct(time2, tz = tz)
  }
  seconds <- unclass(time1) - unclass(time2)
  attr(seconds, "tzone") <- NULL
  units <- match.arg(units)
  if (units == "auto") units <- .autoUnits(seconds)
  .difftime(seconds / .unitSeconds[[units]], units = units)
}

# The largest unit in which the least difference is at least one.
.autoUnits <- function(seconds) {
  if (all(is.na(seconds))) return("secs")
  least <- min(abs(seconds), na.rm = TRUE)
  if (!is.finite(least) || least < 60) "secs"
  else if (least < 3600) "mins"
  else if (least < 86400) "hours"
  else "days"
}

#' @rdname .Date
.difftime <- function(xx, units, cl = "difftime") {
  class(xx) <- cl
  attr(xx, "units") <- units
  xx
}

#' @rdname difftime
as.difftime <- function(tim, format = "%X", units = "auto", tz = "UTC") {
  if (units == "auto" && !is.character(tim)) stop("need explicit units for numeric conversion")
  if (inherits(tim, "difftime")) return(tim)
  if (is.character(tim)) {
    return(difftime(strptime(tim, format = format, tz = tz),
                    strptime("0:0:0", format = "%X", tz = tz), units = units))
  }
  if (!is.numeric(tim)) stop("'tim' is not character or numeric")
  if (!(units %in% names(.unitSeconds))) stop("invalid units specified")
  .difftime(tim, units = units)
}

#' @rdname difftime
units <- function(x) UseMethod("units")

units.difftime <- function(x) attr(x, "units")

#' @rdname difftime
`units<-` <- function(x, value) UseMethod("units<-")

`units<-.difftime` <- function(x, value) {
  from <- units(x)
  if (from == value) return(x)
  if (!(value %in% names(.unitSeconds))) stop("invalid units specified")
  factor <- .unitSeconds[[from]] / .unitSeconds[[value]]
  .difftime(unclass(x) * factor, value, oldClass(x))
}

as.double.difftime <- function(x, units = "auto", ...) {
  if (units != "auto") units(x) <- units
  as.vector(x)
}

format.difftime <- function(x, ...) {
  text <- paste(format(unclass(x), ...), units(x))
  names(text) <- names(x)
  text
}

print.difftime <- function(x, digits = getOption("digits"), ...) {
  units <- attr(x, "units")
  if (is.array(x) || length(x) > 1L) {
    cat("Time differences in ", units, "\n", sep = "")
    y <- unclass(x)
    attr(y, "units") <- NULL
    print(y, digits = digits, ...)
  } else {
    cat("Time difference of ", format(unclass(x), digits = digits), " ", units,
        "\n", sep = "")
  }
  invisible(x)
}

`[.difftime` <- function(x, ..., drop = TRUE) {
  .difftime(NextMethod("["), attr(x, "units"), oldClass(x))
}

`[<-.difftime` <- function(x, i, value) {
  if (inherits(value, "difftime") && !identical(units(x), units(value))) {
    units(value) <- units(x)
  }
  NextMethod("[<-")
}

`length<-.difftime` <- function(x, value) {
  .difftime(NextMethod(), attr(x, "units"), oldClass(x))
}

# Both operands in one unit: seconds if theirs differ.
.alignUnits <- function(e1, e2) {
  if (!identical(attr(e1, "units"), attr(e2, "units"))) {
    units(e1) <- "secs"
    units(e2) <- "secs"
  }
  list(e1, e2)
}

Ops.difftime <- function(e1, e2) {
  units <- attr(e1, "units")
  if (nargs() == 1) {
    result <- switch(.Generic,
      "+" = unclass(e1), "-" = -unclass(e1),
      stop(gettextf("unary '%s' not defined for \"difftime\" objects", .Generic),
           domain = NA, call. = FALSE)
    )
    return(.difftime(result, units, oldClass(e1)))
  }
  isComparison <- .Generic %in% c("==", "!=", "<", "<=", ">", ">=")
  isSum <- .Generic %in% c("+", "-")
  if (!isComparison && !isSum) {
    stop(gettextf("'%s' not defined for \"difftime\" objects", .Generic),
         domain = NA)
  }
  both <- inherits(e1, "difftime") && inherits(e2, "difftime")
  if (both) {
    aligned <- .alignUnits(e1, e2)
    e1 <- aligned[[1L]]
    e2 <- aligned[[2L]]
  }
  if (isComparison) return(NextMethod(.Generic))
  units <- if (inherits(e1, "difftime")) attr(e1, "units") else attr(e2, "units")
  .difftime(get(.Generic, mode = "function")(.plainTime(e1), .plainTime(e2)), units)
}

# The numbers of a time difference.
.plainTime <- function(x) {
  x <- unclass(x)
  attr(x, "units") <- NULL
  x
}

`*.difftime` <- function(e1, e2) {
  if (inherits(e1, "difftime") && inherits(e2, "difftime")) {
    stop("both arguments of * cannot be \"difftime\" objects")
  }
  units <- attr(if (inherits(e1, "difftime")) e1 else e2, "units")
  .difftime(.plainTime(e1) * .plainTime(e2), units)
}

`/.difftime` <- function(e1, e2) {
  if (inherits(e2, "difftime")) {
    stop("second argument of / cannot be a \"difftime\" object")
  }
  .difftime(unclass(e1) / e2, attr(e1, "units"))
}

Math.difftime <- function(x, ...) {
  if (!(.Generic %in% c("abs", "sign", "floor", "ceiling", "trunc", "round", "signif"))) {
    stop(gettextf("'%s' not defined for \"difftime\" objects", .Generic), domain = NA)
  }
  units <- attr(x, "units")
  .difftime(NextMethod(), units)
}

Summary.difftime <- function(..., na.rm) {
  if (!(.Generic %in% c("max", "min", "sum", "range"))) {
    stop(gettextf("'%s' not defined for \"difftime\" objects", .Generic), domain = NA)
  }
  parts <- list(...)
  order <- names(.unitSeconds)
  common <- order[min(match(vapply(parts, function(x) {
    if (inherits(x, "difftime")) attr(x, "units") else NA_character_
  }, ""), order), na.rm = TRUE)]
  parts <- lapply(parts, function(x) {
    if (inherits(x, "difftime")) units(x) <- common
    as.vector(x)
  })
  .difftime(do.call(.Generic, c(parts, na.rm = na.rm)), common)
}

mean.difftime <- function(x, ...) {
  .difftime(mean(unclass(x), ...), attr(x, "units"))
}

c.difftime <- function(..., recursive = FALSE) {
  parts <- list(...)
  units <- attr(parts[[1L]], "units")
  values <- lapply(parts, function(x) {
    if (inherits(x, "difftime")) units(x) <- units
    .plainTime(x)
  })
  .difftime(unlist(values), units)
}

as.list.difftime <- function(x, ...) {
  lapply(unclass(x), .difftime, attr(x, "units"), oldClass(x))
}

diff.difftime <- function(x, ...) {
  .difftime(NextMethod("diff"), attr(x, "units"), oldClass(x))
}

is.numeric.difftime <- function(x) FALSE
