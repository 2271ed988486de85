#' Cut strings to a width
#'
#' @param x a character vector.
#' @param width columns to keep.
#' @examples
#' strtrim(c("apple", "fig"), 3)
strtrim <- function(x, width) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(strtrim(x, width))
}

#' Repeat strings
#'
#' @param x strings.
#' @param times how often each is repeated.
#' @examples
#' strrep("ab", 0:3)
strrep <- function(x, times) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(strrep(x, as.integer(times)))
}
