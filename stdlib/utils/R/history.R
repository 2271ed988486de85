#' The lines typed before
#'
#' `history` shows the last lines that were typed in the console, `savehistory` writes them to a
#' file and `loadhistory` reads them from one.
#'
#' @param file the name of a file.
#' @param max.show how many lines to show at most.
#' @param reverse the last line first?
#' @param pattern show only the lines that match this regular expression.
#' @param ... further arguments of `grep`.
#' @examples
#' try(history())
history <- function(max.show = 25, reverse = FALSE, pattern, ...) {
  name <- tempfile("Rrawhist")
  savehistory(name)
  lines <- readLines(name)
  unlink(name)
  if (!missing(pattern)) lines <- unique(grep(pattern, lines, value = TRUE, ...))
  shown <- tail(lines, max.show)
  writeLines(if (reverse) rev(shown) else shown)
  invisible()
}

#' @rdname history
loadhistory <- function(file = ".Rhistory") {
  if (is.null(.Internal(consoleHistory(path.expand(file), FALSE)))) {
    stop("no history mechanism available")
  }
  invisible()
}

#' @rdname history
savehistory <- function(file = ".Rhistory") {
  if (is.null(.Internal(consoleHistory(path.expand(file), TRUE)))) {
    stop("no history available to save")
  }
  invisible()
}
