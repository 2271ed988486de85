#' Divert output
#'
#' Sends what R prints to a connection or file until `sink()` is called.
#'
#' @param file a connection, the name of a file, or `NULL` to end the last
#'   diversion.
#' @param append write behind what a file holds?
#' @param type divert output or messages?
#' @param split also show the output?
#' @examples
#' name <- tempfile()
#' sink(name)
#' print(1:3)
#' sink()
#' readLines(name)
#' unlink(name)
sink <- function(file = NULL, append = FALSE, type = c("output", "message"),
                 split = FALSE) {
  type <- if (missing(type)) "output" else match.arg(type)
  if (type == "message") {
    if (is.null(file)) file <- stderr()
    else if (!inherits(file, "connection") || !isOpen(file)) {
      stop("'file' must be NULL or an already open connection")
    }
    if (split) stop("cannot split the message connection")
    return(invisible(.Internal(sink(file, FALSE, FALSE, FALSE))))
  }
  closes <- FALSE
  if (is.null(file)) {
    file <- -1L
  } else if (is.character(file)) {
    file <- file(file, if (append) "a" else "w")
    closes <- TRUE
  } else if (!inherits(file, "connection")) {
    stop("'file' must be NULL, a connection or a character string")
  }
  invisible(.Internal(sink(file, closes, TRUE, split)))
}

#' @rdname sink
sink.number <- function(type = c("output", "message")) {
  type <- if (missing(type)) "output" else match.arg(type)
  .Internal(sink.number(type == "output"))
}
