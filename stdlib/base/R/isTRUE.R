#' Is it TRUE? Is it FALSE?
#'
#' @param x an object.
#' @examples
#' isTRUE(c(TRUE, TRUE))
#' isFALSE(FALSE)
isTRUE <- function(x) is.logical(x) && length(x) == 1L && !is.na(x) && x

#' @rdname isTRUE
isFALSE <- function(x) is.logical(x) && length(x) == 1L && !is.na(x) && !x

#' Exclusive or
#'
#' @param x,y logical vectors.
#' @examples
#' xor(TRUE, c(TRUE, FALSE))
xor <- function(x, y) (x | y) & !(x & y)

#' Replace elements
#'
#' @param x a vector.
#' @param list an index of elements.
#' @param values the new values.
#' @examples
#' replace(1:5, 2, 9L)
replace <- function(x, list, values) {
  x[list] <- values
  x
}

#' Get an element or a slot
#'
#' @param object an object.
#' @param name the name.
#' @examples
#' getElement(list(a = 1), "a")
getElement <- function(object, name) {
  if (isS4(object)) methods::slot(object, name) else object[[name, exact = TRUE]]
}
