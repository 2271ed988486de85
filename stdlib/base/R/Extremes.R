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
  # Objects are compared by their own methods.
  mmm <- vectors[[1L]]
  for (each in vectors[-1L]) {
    size <- max(length(mmm), length(each))
    if (length(each) < size) each <- rep_len(each, size)
    if (length(mmm) < size) mmm <- rep(mmm, length.out = size)
    missing <- cbind(is.na(mmm), is.na(each))
    if (any(missing[, 1L])) mmm[missing[, 1L]] <- each[missing[, 1L]]
    if (any(missing[, 2L])) each[missing[, 2L]] <- mmm[missing[, 2L]]
    change <- mmm < each
    change <- change & !is.na(change)
    mmm[change] <- each[change]
    if (!na.rm && any(missing)) is.na(mmm) <- missing[, 1L] | missing[, 2L]
  }
  mmm
}

#' @rdname pmax
pmin <- function(..., na.rm = FALSE) {
  vectors <- list(...)
  if (!length(vectors)) stop("no arguments")
  if (.isPlain(vectors)) return(.Internal(pmin(na.rm, ...)))
  mmm <- vectors[[1L]]
  for (each in vectors[-1L]) {
    size <- max(length(mmm), length(each))
    if (length(each) < size) each <- rep_len(each, size)
    if (length(mmm) < size) mmm <- rep(mmm, length.out = size)
    missing <- cbind(is.na(mmm), is.na(each))
    if (any(missing[, 1L])) mmm[missing[, 1L]] <- each[missing[, 1L]]
    if (any(missing[, 2L])) each[missing[, 2L]] <- mmm[missing[, 2L]]
    change <- mmm > each
    change <- change & !is.na(change)
    mmm[change] <- each[change]
    if (!na.rm && any(missing)) is.na(mmm) <- missing[, 1L] | missing[, 2L]
  }
  mmm
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
