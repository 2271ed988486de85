#' Places of values in a table
#'
#' `match` gives the first place of each element of `x` in `table`; `%in%` and
#' `is.element` tell whether there is one.
#'
#' @param x,el values to be found.
#' @param table,set values to be matched against.
#' @param nomatch value for what is not found.
#' @param incomparables values that cannot be matched.
#' @examples
#' match(c("b", "z"), letters)
#' 1:3 %in% c(1, 3)
match <- function(x, table, nomatch = NA_integer_, incomparables = NULL)
  .Internal(match(x, table, nomatch, incomparables))

#' @rdname match
`%in%` <- function(x, table) match(x, table, nomatch = 0L) > 0L

#' Objects as vectors that match compares
#'
#' @param x an object.
#' @examples
#' mtfrm(as.Date("2024-05-01"))
mtfrm <- function(x) UseMethod("mtfrm")

mtfrm.default <- function(x) {
  text <- as.character(x)
  if (length(text) != length(x)) {
    stop("cannot mtfrm")
  }
  text
}
