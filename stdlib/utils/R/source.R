#' Where code was written
#'
#' The source reference of a function, an expression vector or a block; lines, columns or bytes of
#' it; and the name or the folder of its file. NULL or `character(0)` if nothing is known.
#'
#' @param x a function or other code that was read with `options(keep.source = TRUE)`, or a `srcref`.
#' @param which what to give: lines, columns, bytes, or lines as parsed.
#' @param first the start or the end?
#' @param full.names the name with its folders?
#' @param unique each name once?
#' @examples
#' x <- parse(text = c("f <- function(a)", "  a", "f(1)"), keep.source = TRUE)
#' getSrcLocation(x)
#' getSrcLocation(x, "column", first = FALSE)
#' getSrcFilename(x)
#' getSrcref(eval(x[[1]]))
getSrcref <- function(x) {
  if (inherits(x, "srcref")) return(x)
  reference <- attr(x, "srcref")
  if (is.null(reference) && is.function(x) && !is.null(body(x))) getSrcref(body(x)) else reference
}

#' @rdname getSrcref
getSrcLocation <- function(x, which = c("line", "column", "byte", "parse"), first = TRUE) {
  reference <- getSrcref(x)
  if (is.null(reference)) return(NULL)
  if (is.list(reference)) {
    return(sapply(reference, getSrcLocation, which, first))
  }
  if (length(reference) == 6L) reference <- c(reference, reference[c(1L, 3L)])
  place <- switch(match.arg(which), line = c(1L, 3L), column = c(5L, 6L), byte = c(2L, 4L),
                  parse = c(7L, 8L))
  as.integer(reference)[place[if (first) 1L else 2L]]
}

#' @rdname getSrcref
getSrcFilename <- function(x, full.names = FALSE, unique = TRUE) {
  reference <- getSrcref(x)
  names <- if (is.list(reference)) {
    sapply(reference, getSrcFilename, full.names = full.names, unique = FALSE)
  } else if (is.null(file <- attr(reference, "srcfile"))) {
    character()
  } else if (full.names) {
    file$filename
  } else {
    basename(file$filename)
  }
  if (!length(names)) character() else if (unique) base::unique(names) else names
}

#' @rdname getSrcref
getSrcDirectory <- function(x, unique = TRUE) {
  reference <- getSrcref(x)
  names <- if (is.list(reference)) {
    sapply(reference, getSrcDirectory, unique = FALSE)
  } else if (is.null(file <- attr(reference, "srcfile"))) {
    character()
  } else {
    dirname(file$filename)
  }
  if (!length(names)) character() else if (unique) base::unique(names) else names
}
