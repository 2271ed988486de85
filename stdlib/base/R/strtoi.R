#' Strings to integers in any base
#'
#' @param x strings.
#' @param base 2 … 36, or 10, 8 or 16 chosen by the prefix of C.
#' @examples
#' strtoi(c("10", "077", "0xff"))
#' strtoi("777", 8)
strtoi <- function(x, base = 10L) .Internal(strtoi(as.character(x), as.integer(base)))
