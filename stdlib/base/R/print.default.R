#' The default way to print
#'
#' Shows vectors with an index or names, matrices and arrays in columns, lists
#' element by element. `NULL` arguments mean what the options say.
#'
#' @param x the object to print.
#' @param digits the fewest significant digits, see [options()].
#' @param quote show strings in quotes?
#' @param na.print how missing values are shown.
#' @param print.gap blanks between columns.
#' @param right align strings to the right?
#' @param max about how many elements are shown.
#' @param width columns of the page.
#' @param useSource should functions be shown as they were written?
#' @param ... further arguments for the methods of elements.
#' @examples
#' print(pi, digits = 3)
#' print(c("a", NA), quote = FALSE)
#' print(matrix(c(1, NA, 3, 4), 2), na.print = "-")
print.default <- function(x, digits = NULL, quote = TRUE, na.print = NULL,
                          print.gap = NULL, right = FALSE, max = NULL,
                          width = NULL, useSource = TRUE, ...) {
  passed <- list(...)
  if (isS4(x) && is.object(x) && nargs() == 1L) {
    methods::show(x)
    return(invisible(x))
  }
  if (!missing(digits)) passed$digits <- digits
  if (!missing(quote)) passed$quote <- quote
  if (!missing(na.print)) passed$na.print <- na.print
  if (!missing(print.gap)) passed$print.gap <- print.gap
  if (!missing(right)) passed$right <- right
  if (!missing(max)) passed$max <- max
  if (!missing(width)) passed$width <- width
  if (!missing(useSource)) passed$useSource <- useSource
  .Internal(print.default(x, digits, quote, na.print, print.gap, right, max, width,
                          useSource, passed))
  invisible(x)
}
