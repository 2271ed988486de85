#' Parallel maxima and minima
#'
#' The larger or the smaller of the elements at each place of several vectors,
#' recycled to the longest. Attributes are those of the first.
#'
#' @param ... numeric or character vectors.
#' @param na.rm pass over missing values?
#' @examples
#' pmin(c(1, 5), 3)
#' pmax(1:4, c(2, 3))
pmax <- function(..., na.rm = FALSE) {
  vectors <- list(...)
  if (!length(vectors)) stop("no arguments")
  if (.isPlain(vectors)) return(.Internal(pmax(na.rm, ...)))
  .parallelExtreme(vectors, na.rm, function(a, b) a < b)
}

#' @rdname pmax
pmin <- function(..., na.rm = FALSE) {
  vectors <- list(...)
  if (!length(vectors)) stop("no arguments")
  if (.isPlain(vectors)) return(.Internal(pmin(na.rm, ...)))
  .parallelExtreme(vectors, na.rm, function(a, b) a > b)
}

#' @rdname pmax
pmax.int <- function(..., na.rm = FALSE)
  as.vector(.Internal(pmax(na.rm, ...)))

#' @rdname pmax
pmin.int <- function(..., na.rm = FALSE)
  as.vector(.Internal(pmin(na.rm, ...)))

.isPlain <- function(vectors) {
  for (vector in vectors) {
    if (!is.atomic(vector) || is.object(vector)) return(FALSE)
  }
  TRUE
}

# For objects: compares them by their own methods.
.parallelExtreme <- function(vectors, na.rm, isWorse) {
  best <- vectors[[1L]]
  for (other in vectors[-1L]) {
    if (length(other) < length(best)) {
      other <- rep_len(other, length(best))
    } else if (length(best) < length(other)) {
      best <- rep(best, length.out = length(other))
    }
    missing <- cbind(is.na(best), is.na(other))
    best[missing[, 1L]] <- other[missing[, 1L]]
    other[missing[, 2L]] <- best[missing[, 2L]]
    worse <- isWorse(best, other)
    worse <- worse & !is.na(worse)
    best[worse] <- other[worse]
    if (!na.rm) is.na(best) <- missing[, 1L] | missing[, 2L]
  }
  best
}

#' Column of the largest element of each row
#'
#' @param m a numeric matrix.
#' @param ties.method which of equal elements to take.
#' @examples
#' max.col(matrix(c(1, 3, 2, 4), 2), "first")
max.col <- function(m, ties.method = c("random", "first", "last")) {
  ties <- match.arg(ties.method)
  m <- as.matrix(m)
  if (ties == "random") {
    return(apply(m, 1L, function(row) {
      if (anyNA(row)) return(NA_integer_)
      best <- which(row >= max(row) - 1e-5 * max(abs(row)))
      best[sample.int(length(best), 1L)]
    }))
  }
  .Internal(max.col(m, if (ties == "first") 2L else 3L))
}
