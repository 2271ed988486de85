#' Distinct and repeated elements
#'
#' `unique` drops repeated elements (rows of a matrix), `duplicated` marks them,
#' and `anyDuplicated` gives the place of the first, or 0.
#'
#' @param x a vector, a data frame or an array.
#' @param incomparables values that never count as equal; FALSE: none.
#' @param fromLast keep the last of equal elements?
#' @param nmax not used.
#' @param MARGIN dimensions whose slices are compared.
#' @param ... arguments of methods.
#' @examples
#' unique(c(3, 1, 3))
#' duplicated(c("a", "b", "a"))
#' anyDuplicated(c(1, 2, 2))
unique <- function(x, incomparables = FALSE, ...) UseMethod("unique")

#' @rdname unique
unique.default <- function(x, incomparables = FALSE, fromLast = FALSE,
                           nmax = NA, ...) {
  kept <- .Internal(unique(x, incomparables, fromLast))
  if (is.factor(x)) {
    factor(kept, levels = seq_len(nlevels(x)), labels = levels(x),
           ordered = is.ordered(x))
  } else if (inherits(x, "POSIXct")) {
    structure(kept, class = class(x), tzone = attr(x, "tzone"))
  } else if (inherits(x, "Date")) {
    structure(kept, class = class(x))
  } else {
    kept
  }
}

#' @rdname unique
duplicated <- function(x, incomparables = FALSE, ...) UseMethod("duplicated")

#' @rdname unique
duplicated.default <- function(x, incomparables = FALSE, fromLast = FALSE,
                               nmax = NA, ...)
  .Internal(duplicated(x, incomparables, fromLast))

#' @rdname unique
anyDuplicated <- function(x, incomparables = FALSE, ...)
  UseMethod("anyDuplicated")

#' @rdname unique
anyDuplicated.default <- function(x, incomparables = FALSE, fromLast = FALSE,
                                  ...)
  .Internal(anyDuplicated(x, incomparables, fromLast))

#' @rdname unique
unique.matrix <- function(x, incomparables = FALSE, MARGIN = 1,
                          fromLast = FALSE, ...) {
  slices <- .slices(x, incomparables, MARGIN, "unique")
  if (length(MARGIN) > 1L) {
    stop(gettextf("length(MARGIN) > 1 is invalid for %s", "unique"),
         domain = NA)
  }
  index <- rep(list(quote(expr = )), length(dim(x)))
  index[[MARGIN]] <- !duplicated.default(slices, fromLast = fromLast)
  do.call("[", c(list(x), index, list(drop = FALSE)))
}

unique.array <- unique.matrix

#' @rdname unique
duplicated.matrix <- function(x, incomparables = FALSE, MARGIN = 1L,
                              fromLast = FALSE, ...) {
  slices <- .slices(x, incomparables, MARGIN, "duplicated")
  marks <- duplicated.default(slices, fromLast = fromLast)
  if (length(MARGIN) == 1L && MARGIN != 0L) {
    names(marks) <- dimnames(x)[[MARGIN]]
    marks
  } else {
    dims <- if (identical(as.integer(MARGIN), 0L)) dim(x) else dim(x)[MARGIN]
    array(marks, dims)
  }
}

duplicated.array <- duplicated.matrix

#' @rdname unique
anyDuplicated.matrix <- function(x, incomparables = FALSE, MARGIN = 1L,
                                 fromLast = FALSE, ...) {
  slices <- .slices(x, incomparables, MARGIN, "anyDuplicated")
  anyDuplicated.default(slices, fromLast = fromLast)
}

anyDuplicated.array <- anyDuplicated.matrix

# The slices of an array along some dimensions, as a vector or a list.
.slices <- function(x, incomparables, MARGIN, name) {
  if (!isFALSE(incomparables)) .NotYetUsed("incomparables != FALSE")
  if (identical(as.integer(MARGIN), 0L)) return(as.vector(x))
  if (any(MARGIN > length(dim(x)))) {
    stop(gettextf("MARGIN = %d is invalid for dim = %d", MARGIN,
                  length(dim(x))), domain = NA)
  }
  size <- dim(x)
  slice <- as.vector(.sliceIndex(size, MARGIN))
  unname(split(as.vector(x), factor(slice)))
}

# For each element of an array, the number of its slice.
.sliceIndex <- function(size, margin) {
  index <- 0L
  step <- 1L
  for (m in margin) {
    index <- index + (.Internal(slice.index(size, m)) - 1L) * step
    step <- step * size[m]
  }
  index + 1L
}
