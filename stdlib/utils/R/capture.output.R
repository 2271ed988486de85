#' Send output to a character vector or file
#'
#' Evaluates its arguments and returns what they print, as lines.
#'
#' @param ... expressions.
#' @param file a file name or connection; NULL to return the lines.
#' @param append whether to append to the file.
#' @param type `"output"` or `"message"`.
#' @param split whether to print as well.
#' @examples
#' capture.output(print(1:3), cat("done\n"))
capture.output <- function(..., file = NULL, append = FALSE,
                           type = c("output", "message"), split = FALSE) {
  type <- match.arg(type)
  collected <- NULL
  opened <- FALSE
  if (is.null(file)) {
    target <- textConnection("collected", "w", local = TRUE)
    opened <- TRUE
  } else if (is.character(file)) {
    target <- file(file, if (append) "a" else "w")
    opened <- TRUE
  } else if (inherits(file, "connection")) {
    target <- file
    if (!isOpen(target)) {
      open(target, if (append) "a" else "w")
      opened <- TRUE
    }
  } else {
    stop("'file' must be NULL, a character string or a connection")
  }
  sink(target, type = type, split = split)
  sinking <- TRUE
  on.exit({
    if (sinking) sink(type = type, split = split)
    if (opened) close(target)
  })
  for (i in seq_len(...length())) {
    result <- withVisible(...elt(i))
    if (result$visible) print(result$value)
  }
  sink(type = type, split = split)
  sinking <- FALSE
  if (is.null(file)) {
    close(target)
    opened <- FALSE
    if (is.null(collected)) invisible(NULL) else collected
  } else {
    invisible(NULL)
  }
}
