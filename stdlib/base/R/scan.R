#' Read items
#'
#' Reads numbers or strings from a file, a connection or text.
#'
#' @param file the name of a file, or a connection; `""` is standard input.
#' @param what a vector of the type wanted, or a list of such for records.
#' @param nmax,n the most records or items to read.
#' @param sep what separates items; `""` is white space.
#' @param quote quotes, as one string.
#' @param dec the decimal point.
#' @param skip lines to leave out.
#' @param nlines the most lines to read.
#' @param na.strings texts for missing values.
#' @param flush leave out the rest of a line behind the last item wanted?
#' @param fill fill up short lines?
#' @param strip.white remove blanks around items?
#' @param quiet say nothing about the number of items?
#' @param blank.lines.skip leave out blank lines?
#' @param multi.line may a record take several lines?
#' @param comment.char what begins a comment.
#' @param allowEscapes read escapes such as `\\n`?
#' @param fileEncoding,encoding,skipNul ignored.
#' @param text text to read instead of a file.
#' @examples
#' scan(text = "1 2 3", quiet = TRUE)
#' scan(text = "a,b", what = "", sep = ",", quiet = TRUE)
scan <- function(file = "", what = double(), nmax = -1L, n = -1L, sep = "",
                 quote = if (identical(sep, "\n")) "" else "'\"", dec = ".",
                 skip = 0L, nlines = 0L, na.strings = "NA", flush = FALSE,
                 fill = FALSE, strip.white = FALSE, quiet = FALSE,
                 blank.lines.skip = TRUE, multi.line = TRUE,
                 comment.char = "", allowEscapes = FALSE, fileEncoding = "",
                 encoding = "unknown", text, skipNul = FALSE) {
  if (!missing(text)) {
    if (!missing(file)) stop("only one of 'file' and 'text' should be supplied")
    file <- textConnection(text, encoding = "UTF-8")
    on.exit(close(file))
  } else if (is.character(file)) {
    if (file == "") {
      file <- stdin()
    } else {
      file <- file(file, "r")
      on.exit(close(file))
    }
  }
  if (is.character(sep) && any(nchar(sep, "bytes") > 1L)) {
    stop("invalid 'sep' value: must be one byte")
  }
  if (!inherits(file, "connection")) stop("'file' must be a character string or connection")
  .Internal(scan(file, what, nmax, n, sep, quote, dec, skip, nlines, na.strings, flush, fill,
                 strip.white, quiet, blank.lines.skip, multi.line, comment.char, allowEscapes))
}
