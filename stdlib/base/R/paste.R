#' Join strings
#'
#' Converts vectors to strings and joins them element by element; `collapse`
#' joins the results to one string.
#'
#' @param ... vectors, recycled to the longest.
#' @param sep text between the pieces.
#' @param collapse text between the results, or `NULL`.
#' @param recycle0 should a vector without elements make the result empty?
#' @examples
#' paste("a", 1:3)
#' paste0("x", 1:3, collapse = "+")
paste <- function(..., sep = " ", collapse = NULL, recycle0 = FALSE) {
  .Internal(paste(list(...), sep, collapse, recycle0))
}

#' @rdname paste
paste0 <- function(..., collapse = NULL, recycle0 = FALSE) {
  .Internal(paste0(list(...), collapse, recycle0))
}
