#' Strings, code points and bytes
#'
#' @param x a string, code points, or a raw vector.
#' @param multiple one string for each element?
#' @param allow_surrogate_pairs ignored.
#' @examples
#' utf8ToInt("é")
#' intToUtf8(c(72, 105))
#' charToRaw("AB")
#' rawToChar(as.raw(c(72, 105)))
utf8ToInt <- function(x) .Internal(utf8ToInt(x))

#' @rdname utf8ToInt
intToUtf8 <- function(x, multiple = FALSE, allow_surrogate_pairs = FALSE) {
  if (!is.integer(x)) x <- as.integer(x)
  .Internal(intToUtf8(x, multiple, allow_surrogate_pairs))
}

#' @rdname utf8ToInt
charToRaw <- function(x) .Internal(charToRaw(x))

#' @rdname utf8ToInt
rawToChar <- function(x, multiple = FALSE) .Internal(rawToChar(x, multiple))
