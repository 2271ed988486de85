#' Parts of strings
#'
#' @param x,text a character vector.
#' @param start,first number of the first character.
#' @param stop,last number of the last character.
#' @param value strings to put in their place.
#' @examples
#' substr("abcdef", 2, 4)
#' substring("abcdef", 1:3, 3:5)
#' x <- "abcdef"
#' substr(x, 2, 3) <- "ZZ"
#' x
substr <- function(x, start, stop) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(substr(x, as.integer(start), as.integer(stop)))
}

#' @rdname substr
substring <- function(text, first, last = 1000000L) {
  if (!is.character(text)) text <- as.character(text)
  count <- max(sizes <- c(length(text), length(first), length(last)))
  if (any(sizes == 0L)) return(character())
  if (length(text) < count) text <- rep_len(text, count)
  .Internal(substr(text, as.integer(first), as.integer(last)))
}

#' @rdname substr
`substr<-` <- function(x, start, stop, value) {
  .Internal(`substr<-`(x, as.integer(start), as.integer(stop), as.character(value)))
}

#' @rdname substr
`substring<-` <- function(text, first, last = 1000000L, value) {
  .Internal(`substr<-`(text, as.integer(first), as.integer(last), as.character(value)))
}
