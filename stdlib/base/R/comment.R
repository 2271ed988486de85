#' Comment attribute
#'
#' A text kept with an object and not printed with it.
#'
#' @param x any object.
#' @param value a character vector, or `NULL` to remove it.
#' @examples
#' x <- 1:3
#' comment(x) <- "three numbers"
#' comment(x)
comment <- function(x) attr(x, "comment", exact = TRUE)

#' @rdname comment
`comment<-` <- function(x, value) {
  if (!is.null(value) && !is.character(value)) {
    stop("attempt to set invalid 'comment' attribute")
  }
  attr(x, "comment") <- value
  x
}
