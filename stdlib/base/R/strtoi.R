#' Strings to integers in any base
#'
#' @param x strings.
#' @param base 2 … 36, or 0: 10, 8 or 16 chosen by the prefix as in C.
#' @examples
#' strtoi(c("10", "077", "0xff"))
#' strtoi("777", 8)
strtoi <- function(x, base = 0L) .Internal(strtoi(as.character(x), as.integer(base)))
