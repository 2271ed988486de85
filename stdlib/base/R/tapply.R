#' Apply a function to groups
#'
#' Calls `FUN` with the elements of `X` of each combination of the levels of
#' `INDEX`; returns an array of the results, a list array if they are not
#' scalars, or without `FUN` the index of each element's cell.
#'
#' @param X a vector, or an object that can be split.
#' @param INDEX a factor, or a list of factors.
#' @param FUN a function, or its name.
#' @param ... further arguments of `FUN`.
#' @param default the value of empty cells.
#' @param simplify return a plain array if all results are scalars?
#' @examples
#' tapply(c(1, 2, 3), c("a", "b", "a"), sum)
#' tapply(1:3, c("a", "b", "a"), range)
tapply <- function(X, INDEX, FUN = NULL, ..., default = NA, simplify = TRUE) {
  FUN <- if (!is.null(FUN)) match.fun(FUN)
  if (!is.list(INDEX)) INDEX <- list(INDEX)
  INDEX <- lapply(INDEX, as.factor)
  rank <- length(INDEX)
  if (!rank) stop("'INDEX' is of length zero")
  if (!all(lengths(INDEX) == length(X))) {
    stop("arguments must have same length")
  }
  labels <- lapply(INDEX, levels)
  shape <- lengths(labels, use.names = FALSE)
  cells <- prod(shape)
  cell <- as.integer(unclass(INDEX[[1L]]))
  stride <- shape[1L]
  for (part in INDEX[-1L]) {
    cell <- cell + stride * (as.integer(unclass(part)) - 1L)
    stride <- stride * nlevels(part)
  }
  if (is.null(FUN)) return(cell)
  levels(cell) <- as.character(seq_len(cells))
  class(cell) <- "factor"
  results <- lapply(split(X, cell), FUN, ...)
  used <- which(as.logical(tabulate(cell, cells)))
  results <- results[used]
  if (simplify && all(lengths(results) == 1L)) {
    flat <- unlist(results, use.names = FALSE)
    if (is.atomic(flat)) {
      values <- rep.int(default, cells)
      values[used] <- flat
      return(array(values, dim = shape, dimnames = labels))
    }
  }
  answer <- array(vector("list", cells), dim = shape, dimnames = labels)
  answer[used] <- results
  answer
}
