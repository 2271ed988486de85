#' Places of TRUE
#'
#' `which` gives the places of TRUE elements, `arrayInd` turns places of an array
#' into indices of its dimensions.
#'
#' @param x a logical vector or array.
#' @param arr.ind give array indices?
#' @param useNames give names?
#' @param ind places.
#' @param .dim,.dimnames dimensions and their names.
#' @examples
#' which(c(a = TRUE, b = FALSE, c = TRUE))
#' which(matrix(c(TRUE, FALSE, TRUE, TRUE), 2), arr.ind = TRUE)
which <- function(x, arr.ind = FALSE, useNames = TRUE) {
  places <- .Internal(which(x))
  if (arr.ind && !is.null(size <- dim(x))) {
    arrayInd(places, size, dimnames(x), useNames = useNames)
  } else {
    places
  }
}

#' @rdname which
arrayInd <- function(ind, .dim, .dimnames = NULL, useNames = FALSE) {
  rank <- length(.dim)
  count <- length(ind)
  rest <- ind - 1L
  result <- matrix(0L, count, rank)
  for (k in seq_len(rank)) {
    result[, k] <- as.integer(rest %% .dim[k]) + 1L
    rest <- rest %/% .dim[k]
  }
  if (useNames) {
    labels <- names(.dimnames)
    if (is.null(labels) || !any(nzchar(labels))) {
      labels <- if (rank == 2L) c("row", "col") else paste0("dim", seq_len(rank))
    }
    dimnames(result) <- list(.dimnames[[1L]][result[, 1L]], labels)
  }
  result
}

#' Place of the smallest or the largest element
#'
#' @param x a numeric vector; missing values are passed over.
#' @examples
#' which.min(c(3, 1, 2))
#' which.max(c(b = 1, a = 5))
which.min <- function(x) .Internal(which.min(x))

#' @rdname which.min
which.max <- function(x) .Internal(which.max(x))
