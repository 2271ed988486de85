`[.listof` <- function(x, i, ...) structure(NextMethod("["), class = class(x))

`[.simple.list` <- function(x, i, ...) {
  structure(NextMethod("["), class = class(x))
}

print.Dlist <- function(x, ...) {
  cat(formatDL(x, ...), sep = "\n")
  invisible(x)
}

`[.Dlist` <- function(x, i, ...) structure(NextMethod("["), class = class(x))

#' Format a description list
#'
#' @param x labels, or a named vector of descriptions.
#' @param y descriptions.
#' @param style `"table"` or `"list"`.
#' @param width width of the lines.
#' @param indent where the descriptions begin.
#' @examples
#' writeLines(formatDL(c("a", "b"), c("first", "second")))
formatDL <- function(x, y, style = c("table", "list"),
                     width = 0.9 * getOption("width"), indent = NULL) {
  if (is.list(x)) {
    if (length(x) == 2L && length(x[[1L]]) == length(x[[2L]])) {
      y <- x[[2L]]
      x <- x[[1L]]
    } else {
      stop("incorrect value for 'x'")
    }
  } else if (is.matrix(x)) {
    y <- x[, 2L]
    x <- x[, 1L]
  } else if (missing(y) && !is.null(names(x))) {
    y <- x
    x <- names(x)
  } else if (length(x) != length(y)) {
    stop("'x' and 'y' must have the same length")
  }
  x <- as.character(x)
  if (!length(x)) return(x)
  y <- as.character(y)
  style <- match.arg(style)
  if (is.null(indent)) indent <- switch(style, table = width / 3, list = width / 9)
  indent <- floor(indent)
  if (indent > 0.5 * width) stop("incorrect values of 'indent' and 'width'")
  blank <- strrep(" ", indent)
  if (style == "list") {
    lines <- Map(function(label, text) strwrap(paste0(label, ": ", text), width, exdent = indent),
                 x, y)
    return(vapply(lines, paste, "", collapse = "\n", USE.NAMES = FALSE))
  }
  mapply(function(label, text) {
    lines <- strwrap(text, width - indent)
    body <- paste(lines, collapse = paste0("\n", blank))
    if (nchar(label, type = "w") > indent - 3) {
      paste0(label, "\n", blank, body)
    } else {
      paste0(formatC(label, width = -indent), body)
    }
  }, x, y, USE.NAMES = FALSE)
}
