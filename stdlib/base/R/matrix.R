#' Matrices
#'
#' `matrix` fills a matrix with data, column by column or by rows; what is
#' missing of `nrow` and `ncol` follows from the length of the data.
#'
#' @param data a vector.
#' @param nrow,ncol numbers of rows and columns.
#' @param byrow fill by rows?
#' @param dimnames list of row and column names, or NULL.
#' @param x an object.
#' @examples
#' matrix(1:6, 2)
#' matrix(1:4, 2, byrow = TRUE, dimnames = list(NULL, c("a", "b")))
matrix <- function(data = NA, nrow = 1, ncol = 1, byrow = FALSE,
                   dimnames = NULL) {
  if (is.object(data) || !is.atomic(data)) data <- as.vector(data)
  .Internal(matrix(data, nrow, ncol, byrow, dimnames, missing(nrow),
                   missing(ncol)))
}

#' Arrays
#'
#' @param data a vector, recycled.
#' @param dim the extents.
#' @param dimnames list of names for each dimension, or NULL.
#' @examples
#' array(1:8, c(2, 2, 2))
array <- function(data = NA, dim = length(data), dimnames = NULL) {
  if (is.null(data)) {
    stop(gettextf("'data' must be of a vector type, was '%s'", "NULL"), domain = NA)
  }
  if (!is.atomic(data) || is.object(data)) data <- as.vector(data)
  if (is.null(data)) stop("'data' must be of a vector type, was 'NULL'")
  .Internal(array(data, dim, dimnames))
}

#' Rows and columns
#'
#' Numbers of rows and columns; `NROW` and `NCOL` take a vector as one column.
#'
#' @param x an object.
#' @examples
#' nrow(matrix(1:6, 2))
#' NCOL(1:3)
nrow <- function(x) dim(x)[1L]

#' @rdname nrow
ncol <- function(x) dim(x)[2L]

#' @rdname nrow
NROW <- function(x) if (length(d <- dim(x))) d[1L] else length(x)

#' @rdname nrow
NCOL <- function(x) if (length(d <- dim(x)) > 1L) d[2L] else 1L

#' Row and column numbers of the elements of a matrix
#'
#' @param x a matrix.
#' @param as.factor as a factor with the names as labels?
#' @param dim the extents.
#' @param MARGIN dimensions that are numbered.
#' @examples
#' row(matrix(1:4, 2))
#' slice.index(array(1:8, c(2, 2, 2)), 3)
row <- function(x, as.factor = FALSE) {
  if (length(dim(x)) != 2L) {
    stop(gettextf("a matrix-like object is required as argument to '%s'",
                  "row"), domain = NA)
  }
  index <- .Internal(row(dim(x)))
  if (as.factor) .indexFactor(index, rownames(x), nrow(x)) else index
}

#' @rdname row
col <- function(x, as.factor = FALSE) {
  if (length(dim(x)) != 2L) {
    stop(gettextf("a matrix-like object is required as argument to '%s'",
                  "col"), domain = NA)
  }
  index <- .Internal(col(dim(x)))
  if (as.factor) .indexFactor(index, colnames(x), ncol(x)) else index
}

#' @rdname row
.row <- function(dim) .Internal(row(dim))

#' @rdname row
.col <- function(dim) .Internal(col(dim))

.indexFactor <- function(index, labels, count) {
  if (is.null(labels)) labels <- as.character(seq_len(count))
  result <- factor(index, levels = seq_len(count), labels = labels)
  dim(result) <- dim(index)
  result
}

#' @rdname row
slice.index <- function(x, MARGIN) {
  size <- dim(x)
  if (is.null(size)) size <- length(x)
  MARGIN <- as.integer(MARGIN)
  if (!length(MARGIN)) {
    return(array(1L, size))
  }
  if (any(MARGIN < 1L | MARGIN > length(size))) stop("incorrect value for 'MARGIN'")
  array(.sliceIndex(size, MARGIN), size)
}

#' Transpose
#'
#' `t` turns a matrix over, `aperm` permutes the dimensions of an array.
#'
#' @param x,a a matrix or a data frame, an array.
#' @param perm the order of the dimensions; by default reversed.
#' @param resize give the result the permuted extents?
#' @param ... arguments of methods.
#' @examples
#' t(matrix(1:6, 2))
#' aperm(array(1:6, c(1, 2, 3)), c(3, 2, 1))
t <- function(x) UseMethod("t")

#' @rdname t
t.default <- function(x) .Internal(t.default(x))

#' @rdname t
aperm <- function(a, perm, ...) UseMethod("aperm")

#' @rdname t
aperm.default <- function(a, perm = NULL, resize = TRUE, ...)
  .Internal(aperm(a, perm, resize))

aperm.table <- function(a, perm = NULL, resize = TRUE, keep.class = TRUE,
                        ...) {
  result <- aperm.default(a, perm, resize = resize)
  if (keep.class) class(result) <- class(a)
  result
}

#' Drop dimensions of extent one
#'
#' @param x an array.
#' @examples
#' drop(matrix(1:3, 1))
drop <- function(x) .Internal(drop(x))

#' Triangles of a matrix
#'
#' Logical matrices that mark the elements below or above the diagonal.
#'
#' @param x a matrix.
#' @param diag include the diagonal?
#' @examples
#' lower.tri(matrix(1:9, 3))
#' upper.tri(matrix(1:4, 2), diag = TRUE)
lower.tri <- function(x, diag = FALSE) {
  size <- dim(x)
  if (length(size) != 2L) size <- dim(as.matrix(x))
  if (diag) .row(size) >= .col(size) else .row(size) > .col(size)
}

#' @rdname lower.tri
upper.tri <- function(x, diag = FALSE) {
  size <- dim(x)
  if (length(size) != 2L) size <- dim(as.matrix(x))
  if (diag) .row(size) <= .col(size) else .row(size) < .col(size)
}
