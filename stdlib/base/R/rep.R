#' Repeat elements
#'
#' Simple forms of [rep()]: without names, and for one argument only.
#'
#' @param x a vector or a factor.
#' @param times how often: one number, or one for each element.
#' @param length.out length of the result.
#' @examples
#' rep.int(1:2, 3)
#' rep.int(1:2, c(2, 1))
#' rep_len(1:3, 5)
rep.int <- function(x, times) .Internal(rep.int(x, times))

#' @rdname rep.int
rep_len <- function(x, length.out) .Internal(rep_len(x, length.out))

rep.factor <- function(x, ...) {
  y <- NextMethod()
  structure(y, class = class(x), levels = levels(x))
}

rep.Date <- function(x, ...) {
  y <- NextMethod()
  structure(unclass(y), class = "Date")
}

rep.POSIXct <- function(x, ...) {
  y <- NextMethod()
  .POSIXct(as.vector(unclass(y)), attr(x, "tzone"), oldClass(x))
}

rep.difftime <- function(x, ...) {
  y <- NextMethod()
  structure(unclass(y), class = "difftime", units = attr(x, "units"))
}

rep.numeric_version <- function(x, ...) {
  structure(NextMethod(), class = class(x))
}
