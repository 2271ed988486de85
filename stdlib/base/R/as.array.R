#' Arrays
#'
#' @param x an object.
#' @param ... arguments of methods.
#' @examples
#' as.array(1:3)
#' is.array(matrix(1))
as.array <- function(x, ...) UseMethod("as.array")

as.array.default <- function(x, ...) {
  if (is.array(x)) return(x)
  names <- names(x)
  dim(x) <- length(x)
  if (length(names)) dimnames(x) <- list(names)
  x
}

#' Split an array into its slices
#'
#' @param x an array.
#' @param MARGIN the dimensions that number the slices.
#' @examples
#' asplit(matrix(1:4, 2), 1)
asplit <- function(x, MARGIN) {
  if (is.object(x)) x <- if (length(dim(x)) == 2L) as.matrix(x) else as.array(x)
  size <- dim(x)
  if (!length(size)) stop("dim(x) must have a positive length")
  labels <- dimnames(x)
  if (is.character(MARGIN)) {
    if (is.null(titles <- names(labels))) stop("'x' must have named dimnames")
    MARGIN <- match(MARGIN, titles)
    if (anyNA(MARGIN)) stop("not all elements of 'MARGIN' are names of dimensions")
  }
  rest <- seq_along(size)[-MARGIN]
  places <- seq_len(prod(size[MARGIN]))
  inner <- size[rest]
  columns <- aperm(x, c(rest, MARGIN))
  dim(columns) <- c(prod(inner), length(places))
  slices <- lapply(places, function(k) {
    array(columns[, k], inner, if (is.list(labels)) labels[rest])
  })
  array(slices, size[MARGIN], if (is.list(labels)) labels[MARGIN])
}
