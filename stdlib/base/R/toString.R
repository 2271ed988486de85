#' One string of a vector
#'
#' @param x an object.
#' @param width cut the string at this width.
#' @param ... further arguments of methods.
#' @examples
#' toString(1:5)
#' toString(letters, width = 20)
toString <- function(x, ...) UseMethod("toString")

toString.default <- function(x, width = NULL, ...) {
  text <- paste(x, collapse = ", ")
  if (!is.null(width) && !is.na(width)) {
    if (nchar(text, type = "w") > width) {
      text <- paste0(strtrim(text, max(6, width) - 4), "....")
    }
  }
  text
}
