#' Split strings
#'
#' Cuts each string where a pattern matches. An empty pattern cuts between
#' characters.
#'
#' @param x a character vector.
#' @param split patterns, recycled along `x`.
#' @param fixed are they plain text?
#' @param perl are they patterns of Perl's kind?
#' @param useBytes compare bytes, not characters?
#' @examples
#' strsplit(c(a = "x,y", b = "z"), ",")
#' strsplit("abc", "")
strsplit <- function(x, split, fixed = FALSE, perl = FALSE, useBytes = FALSE) {
  .Internal(strsplit(x, as.character(split), fixed, perl, useBytes))
}
