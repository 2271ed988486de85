round.POSIXt <- function(x, units = c("secs", "mins", "hours", "days", "months",
                                      "years")) {
  if (is.numeric(units) && units == 0) units <- "secs"
  units <- match.arg(units)
  if (units == "months" || units == "years") {
    fields <- as.POSIXlt(x)
    low <- trunc.POSIXt(fields, units)
    next_ <- unclass(low)
    name <- if (units == "months") "mon" else "year"
    next_[[name]] <- next_[[name]] + 1L
    high <- as.POSIXlt(as.POSIXct(.POSIXlt(next_, attr(low, "tzone"))))
    seconds <- as.POSIXct(fields)
    nearer <- unclass(seconds) - unclass(as.POSIXct(low)) >=
      unclass(as.POSIXct(high)) - unclass(seconds)
    result <- as.POSIXct(low)
    result[nearer] <- as.POSIXct(high)[nearer]
    return(as.POSIXlt(result, attr(fields, "tzone")[1L]))
  }
  times <- as.POSIXct(x) +
    switch(units, secs = 0.5, mins = 30, hours = 1800, days = 43200)
  trunc.POSIXt(times, units)
}

trunc.POSIXt <- function(x, units = c("secs", "mins", "hours", "days", "months",
                                      "years"), ...) {
  units <- match.arg(units)
  x <- as.POSIXlt(x)
  if (!length(x$sec)) return(x)
  if (units == "secs") {
    x$sec <- trunc(x$sec)
    return(x)
  }
  x$sec[] <- 0
  if (units == "mins") return(x)
  x$min[] <- 0L
  if (units == "hours") return(x)
  x$hour[] <- 0L
  x$isdst[] <- -1L
  if (units == "months" || units == "years") {
    x$mday[] <- 1L
    if (units == "years") x$mon[] <- 0L
  }
  zone <- attr(x, "tzone")
  as.POSIXlt(as.POSIXct(x), if (is.null(zone)) "" else zone[1L])
}
