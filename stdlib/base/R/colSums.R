#' Sums and means of rows and columns
#'
#' @param x a numeric array or data frame.
#' @param na.rm leave missing values out?
#' @param dims how many dimensions count as rows.
#' @examples
#' m <- matrix(1:6, 2)
#' colSums(m)
#' rowMeans(m)
colSums <- function(x, na.rm = FALSE, dims = 1L) {
  .columnwise(x, dims, function(x, n, p) {
    if (is.complex(x)) {
      .Internal(colSums(Re(x), n, p, na.rm)) +
        1i * .Internal(colSums(Im(x), n, p, na.rm))
    } else {
      .Internal(colSums(x, n, p, na.rm))
    }
  }, sys.call())
}

#' @rdname colSums
colMeans <- function(x, na.rm = FALSE, dims = 1L) {
  .columnwise(x, dims, function(x, n, p) {
    if (is.complex(x)) {
      .Internal(colMeans(Re(x), n, p, na.rm)) +
        1i * .Internal(colMeans(Im(x), n, p, na.rm))
    } else {
      .Internal(colMeans(x, n, p, na.rm))
    }
  }, sys.call())
}

#' @rdname colSums
rowSums <- function(x, na.rm = FALSE, dims = 1L) {
  .rowwise(x, dims, function(x, n, p) {
    if (is.complex(x)) {
      .Internal(rowSums(Re(x), n, p, na.rm)) +
        1i * .Internal(rowSums(Im(x), n, p, na.rm))
    } else {
      .Internal(rowSums(x, n, p, na.rm))
    }
  }, sys.call())
}

#' @rdname colSums
rowMeans <- function(x, na.rm = FALSE, dims = 1L) {
  .rowwise(x, dims, function(x, n, p) {
    if (is.complex(x)) {
      .Internal(rowMeans(Re(x), n, p, na.rm)) +
        1i * .Internal(rowMeans(Im(x), n, p, na.rm))
    } else {
      .Internal(rowMeans(x, n, p, na.rm))
    }
  }, sys.call())
}

# Checks the array, sums over its first `dims` dimensions and gives the result
# the shape of the others; `call` is for error messages.
.columnwise <- function(x, dims, sum, call) {
  if (is.data.frame(x)) x <- as.matrix(x)
  size <- .arrayExtents(x, dims, call)
  over <- seq_len(dims)
  .shapedLike(sum(x, prod(size[over]), prod(size[-over])), size[-over],
              dimnames(x)[-over])
}

.rowwise <- function(x, dims, sum, call) {
  if (is.data.frame(x)) x <- as.matrix(x)
  size <- .arrayExtents(x, dims, call)
  kept <- seq_len(dims)
  .shapedLike(sum(x, prod(size[kept]), prod(size[-kept])), size[kept],
              dimnames(x)[kept])
}

.arrayExtents <- function(x, dims, call) {
  size <- dim(x)
  if (!is.array(x) || length(size) < 2L) {
    stop(simpleError("'x' must be an array of at least two dimensions", call))
  }
  if (dims < 1L || dims > length(size) - 1L) {
    stop(simpleError("invalid 'dims'", call))
  }
  if (!is.numeric(x) && !is.logical(x) && !is.complex(x)) {
    stop(simpleError("'x' must be numeric", call))
  }
  size
}

.shapedLike <- function(x, size, names) {
  if (length(size) > 1L) {
    dim(x) <- size
    dimnames(x) <- names
  } else {
    names(x) <- names[[1L]]
  }
  x
}
