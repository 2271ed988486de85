#' Encodings of strings
#'
#' All strings are UTF-8; what is marked as Latin-1 is converted.
#'
#' @param x a character vector.
#' @param value `"UTF-8"`, `"latin1"`, `"bytes"` or `"unknown"`.
#' @examples
#' Encoding(c("a", "é"))
#' validUTF8(c("a", "\xff"))
Encoding <- function(x) .Internal(Encoding(x))

#' @rdname Encoding
`Encoding<-` <- function(x, value) .Internal(setEncoding(x, value))

#' @rdname Encoding
enc2utf8 <- function(x) {
  if (!is.character(x)) stop("argument is not a character vector")
  x
}

#' @rdname Encoding
enc2native <- function(x) {
  if (!is.character(x)) stop("argument is not a character vector")
  x
}

#' @rdname Encoding
validUTF8 <- function(x) .Internal(validUTF8(x))

#' @rdname Encoding
validEnc <- function(x) .Internal(validUTF8(x))

#' Convert between encodings
#'
#' @param x strings, or a list of raw vectors.
#' @param from,to names of encodings.
#' @param sub text for what cannot be converted; `"byte"` shows its bytes.
#' @param mark ignored.
#' @param toRaw give raw vectors?
#' @examples
#' iconv("é", "UTF-8", "ASCII", sub = "?")
#' iconv("é", "UTF-8", "latin1", toRaw = TRUE)
iconv <- function(x, from = "", to = "", sub = NA, mark = TRUE, toRaw = FALSE) {
  if (!is.character(x) && !is.list(x)) x <- as.character(x)
  if (length(sub) == 1L && is.na(sub)) sub <- NA_character_
  .Internal(iconv(x, from, to, sub, toRaw))
}
