#' Search in raw vectors
#'
#' Where a pattern matches in a sequence of bytes, or the bytes that match.
#'
#' @param pattern a string or raw vector.
#' @param x a raw vector or string to be searched.
#' @param offset the byte to begin at.
#' @param ignore.case do capital and small letters match?
#' @param value give the matching bytes, not their place?
#' @param fixed take the pattern as it is, not as a regular expression?
#' @param all find all matches?
#' @param invert give what does not match? (Only with `value`.)
#' @examples
#' grepRaw("b+", "abbc")
#' grepRaw("b", "abcabc", all = TRUE)
#' rawToChar(grepRaw("[0-9]+", "call 555 now", value = TRUE))
grepRaw <- function(pattern, x, offset = 1L, ignore.case = FALSE, value = FALSE,
                    fixed = FALSE, all = FALSE, invert = FALSE) {
  if (!is.raw(pattern)) pattern <- charToRaw(as.character(pattern))
  if (!is.raw(x)) x <- charToRaw(as.character(x))
  if (invert && !value) {
    warning("argument 'invert = TRUE' will be ignored")
    invert <- FALSE
  }
  places <- .Internal(grepRaw(pattern, x, offset, ignore.case, fixed, all))
  odd <- seq_len(length(places) / 2L) * 2L - 1L
  first <- places[odd]
  last <- places[odd + 1L]
  if (!value) return(first)
  if (invert) {
    starts <- c(1L, last + 1L)
    ends <- c(first - 1L, length(x))
    pieces <- Map(function(start, end) x[seq_len(end - start + 1L) + start - 1L], starts, ends)
    return(if (all) pieces else do.call(c, pieces))
  }
  pieces <- Map(function(start, end) x[start:end], first, last)
  if (all) pieces else if (length(pieces)) pieces[[1L]] else raw()
}
