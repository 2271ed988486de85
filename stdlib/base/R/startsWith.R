#' Does a string start or end with another?
#'
#' @param x strings.
#' @param prefix,suffix what they may start or end with.
#' @examples
#' startsWith(c("apple", "pear"), "a")
#' endsWith("file.txt", ".txt")
startsWith <- function(x, prefix) .Internal(startsWith(x, prefix))

#' @rdname startsWith
endsWith <- function(x, suffix) .Internal(endsWith(x, suffix))
