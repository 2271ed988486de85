#' Trim white space
#'
#' @param x a character vector.
#' @param which the side to trim.
#' @param whitespace a pattern for what is trimmed.
#' @examples
#' trimws("  a  ")
#' trimws("  a  ", "left")
trimws <- function(x, which = c("both", "left", "right"), whitespace = "[ \t\r\n]") {
  which <- if (missing(which)) "both" else match.arg(which)
  if (which != "right") x <- sub(paste0("^", whitespace, "+"), "", x, perl = TRUE)
  if (which != "left") x <- sub(paste0(whitespace, "+$"), "", x, perl = TRUE)
  x
}
