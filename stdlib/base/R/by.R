#' Apply a function to parts of a data frame
#'
#' Splits `data` by factors and calls `FUN` with each part. The result prints
#' part by part.
#'
#' @param data a data frame, a matrix or a vector.
#' @param INDICES a factor, a list of factors or a one-sided formula.
#' @param FUN a function.
#' @param ... further arguments of `FUN`.
#' @param simplify as in [tapply()].
#' @examples
#' by(data.frame(x = 1:4), c("a", "b", "a", "b"), function(d) sum(d$x))
by <- function(data, INDICES, FUN, ..., simplify = TRUE) UseMethod("by")

by.default <- function(data, INDICES, FUN, ..., simplify = TRUE) {
  frame <- as.data.frame(data)
  if (length(dim(data)) == 2L) {
    return(by(frame, INDICES, FUN, ..., simplify = simplify))
  }
  if (!is.list(INDICES)) {
    label <- deparse(substitute(INDICES))[1L]
    INDICES <- list(INDICES)
    names(INDICES) <- label
  }
  data <- frame
  part <- function(x) FUN(data[x, ], ...)
  rows <- seq_len(nrow(data))
  structure(eval(substitute(tapply(rows, groups, part, simplify = simplify),
    list(rows = rows, groups = INDICES, part = part, simplify = simplify)), data),
    call = match.call(), class = "by")
}

by.data.frame <- function(data, INDICES, FUN, ..., simplify = TRUE) {
  if (inherits(INDICES, "formula")) {
    INDICES <- .formulaColumns(INDICES, data)
  } else if (!is.list(INDICES)) {
    label <- deparse(substitute(INDICES))[1L]
    INDICES <- list(INDICES)
    names(INDICES) <- label
  }
  part <- function(x) FUN(data[x, , drop = FALSE], ...)
  rows <- seq_len(nrow(data))
  structure(eval(substitute(tapply(rows, groups, part, simplify = simplify),
    list(rows = rows, groups = INDICES, part = part, simplify = simplify)), data),
    call = match.call(), class = "by")
}

print.by <- function(x, ..., vsep) {
  separator <- if (missing(vsep)) {
    strrep("-", 0.75 * getOption("width"))
  } else {
    vsep
  }
  shape <- dim(x)
  labels <- dimnames(x)
  names <- names(labels)
  values <- unclass(x)
  for (cell in seq_len(prod(shape))) {
    if (cell != 1L && !is.null(separator)) cat(separator, "\n")
    place <- cell - 1L
    for (d in seq_along(shape)) {
      cat(names[d], ": ", labels[[d]][place %% shape[d] + 1L], "\n", sep = "")
      place <- place %/% shape[d]
    }
    print(values[[cell]], ...)
  }
  invisible(x)
}
