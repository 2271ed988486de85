#' Write text
#'
#' Writes its arguments as text, one after the other with separators between
#' them: numbers with up to seven significant digits, strings as they are.
#'
#' @param ... atomic vectors, names and `NULL`.
#' @param file a connection, or the name of a file; `""` is standard output.
#' @param sep separators, used in turn.
#' @param fill break lines at the width of the page (`TRUE`) or at this width.
#' @param labels texts in front of the lines that `fill` makes.
#' @param append write behind what a file holds?
#' @examples
#' cat("pi is about", pi, "\n")
#' cat(1:10, fill = 12)
cat <- function(..., file = "", sep = " ", fill = FALSE, labels = NULL,
                append = FALSE) {
  if (is.character(file)) {
    if (length(file) == 1L && file == "") {
      file <- stdout()
    } else {
      file <- file(file, ifelse(append, "a", "w"))
      on.exit(close(file))
    }
  }
  .Internal(cat(list(...), file, sep, fill, labels, append))
  invisible()
}
