#' Length of strings
#'
#' The number of characters, bytes or columns of each string.
#'
#' @param x a vector; numbers are converted to strings.
#' @param type `"chars"`, `"bytes"` or `"width"`.
#' @param allowNA give `NA`, not an error, for what is no valid text?
#' @param keepNA is the length of a missing string missing? By default not for
#'   `type = "width"`.
#' @examples
#' nchar(c("apple", "été", NA))
#' nchar("été", type = "bytes")
nchar <- function(x, type = "chars", allowNA = FALSE, keepNA = NA) {
  .Internal(nchar(x, type, allowNA, keepNA))
}

#' @rdname nchar
nzchar <- function(x, keepNA = FALSE) .Internal(nzchar(x, keepNA))
