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
  storage.mode(m) <- "double"
  if (ties == "random") {
    return(vapply(seq_len(nrow(m)), function(i) .randomMaximum(m[i, ]), 0L))
  }
  .Internal(max.col(m, if (ties == "first") 2L else 3L))
}

# The place of the largest number. Of those within a relative tolerance of 1e-5
# one is drawn: each new one replaces the choice with probability 1 / count.
.randomMaximum <- function(x) {
  if (anyNA(x)) return(NA_integer_)
  sizes <- abs(x[is.finite(x)])
  tolerance <- 1e-5 * (if (length(sizes)) max(sizes) else 0)
  best <- 1L
  largest <- x[1L]
  count <- 1
  for (k in seq_along(x)[-1L]) {
    if (x[k] > largest + tolerance) {
      largest <- x[k]
      best <- k
      count <- 1
    } else if (x[k] >= largest - tolerance) {
      count <- count + 1
      if (count * stats::runif(1L) < 1) best <- k
    }
  }
  best
}
