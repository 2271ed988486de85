#' Read and write lines
#'
#' @param con a connection, or the name of a file.
#' @param n the most lines to read; negative: all.
#' @param ok is it fine if there are fewer?
#' @param warn warn about a last line without end?
#' @param encoding,skipNul,useBytes ignored.
#' @param text lines to write.
#' @param sep what ends a line.
#' @param prompt the question to show.
#' @examples
#' name <- tempfile()
#' writeLines(c("one", "two"), name)
#' readLines(name, n = 1)
#' unlink(name)
readLines <- function(con = stdin(), n = -1L, ok = TRUE, warn = TRUE,
                      encoding = "unknown", skipNul = FALSE) {
  if (is.character(con)) {
    con <- file(con, "r")
    on.exit(close(con))
  }
  .Internal(readLines(con, n, ok, warn, skipNul))
}

#' @rdname readLines
writeLines <- function(text, con = stdout(), sep = "\n", useBytes = FALSE) {
  if (!is.character(text)) stop("can only write character objects")
  if (is.character(con)) {
    con <- file(con, "w")
    on.exit(close(con))
  }
  invisible(.Internal(writeLines(text, con, sep)))
}

#' @rdname readLines
readline <- function(prompt = "") .Internal(readline(prompt))
