#' Strings as they are printed
#'
#' Escapes what cannot be printed, and adds quotes and blanks.
#'
#' @param x a character vector, or what can be made one.
#' @param width columns to fill; `NA` means those of the widest element.
#' @param quote the quote to use, or `""`.
#' @param na.encode should missing values become `NA` as text?
#' @param justify where the text stands.
#' @examples
#' encodeString("a\tb")
#' encodeString("a", quote = "'", width = 6, justify = "centre")
encodeString <- function(x, width = 0L, quote = "", na.encode = TRUE,
                         justify = c("left", "right", "centre", "none")) {
  shape <- attributes(x)
  text <- as.character(x)
  attributes(text) <- shape
  oldClass(text) <- NULL
  side <- match(if (length(justify) == 4L) "left" else match.arg(justify), c("left", "right", "centre", "none")) - 1L
  .Internal(encodeString(text, width, quote, side, na.encode))
}
