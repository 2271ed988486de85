#' Diagonals
#'
#' The diagonal of a matrix; an identity matrix of a given size; or a matrix
#' with a given diagonal.
#'
#' @param x a matrix, a vector, or one number.
#' @param nrow,ncol extents of the result.
#' @param names take or give names?
#' @param value the new diagonal.
#' @examples
#' diag(2)
#' diag(c(1, 5))
#' diag(matrix(1:4, 2))
diag <- function(x = 1, nrow, ncol, names = TRUE) {
  if (is.matrix(x)) {
    if (nargs() - (!missing(names)) > 1L) {
      stop("'nrow' or 'ncol' cannot be specified when 'x' is a matrix")
    }
    size <- min(dim(x))
    if (!size) return(vector(typeof(x), 0L))
    elements <- c(x)[1L + 0L:(size - 1L) * (dim(x)[1L] + 1)]
    labels <- dimnames(x)
    if (names && is.list(labels) && !any(vapply(labels, is.null, NA))) {
      first <- seq_len(size)
      if (identical(labels[[1L]][first], labels[[2L]][first])) {
        names(elements) <- labels[[1L]][first]
      }
    }
    return(elements)
  }
  if (is.array(x) && length(dim(x)) != 1L) {
    stop("'x' is an array, but not one-dimensional.")
  }
  if (missing(x)) {
    size <- nrow
  } else if (length(x) == 1L && missing(nrow) && missing(ncol)) {
    size <- as.integer(x)
    x <- 1
  } else {
    size <- length(x)
  }
  if (!missing(nrow)) size <- nrow
  if (missing(ncol)) ncol <- size
  .Internal(diagonal(if (is.list(x)) unlist(x) else x, size, ncol))
}

#' @rdname diag
`diag<-` <- function(x, value) {
  size <- dim(x)
  if (length(size) != 2L) stop("only matrix diagonals can be replaced")
  count <- min(size)
  if (length(value) != 1L && length(value) != count) {
    stop("replacement diagonal has wrong length")
  }
  if (count > 0L) {
    places <- seq_len(count)
    x[cbind(places, places)] <- value
  }
  x
}
