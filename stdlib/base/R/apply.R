#' Apply a function over the margins of an array
#'
#' Calls `FUN` with each row, column or other section of `X`. Results of one
#' length are returned as a vector or array, others as a list.
#'
#' @param X an array, or an object with [as.matrix()] or [as.array()] methods.
#' @param MARGIN the dimensions that index the calls, by number or name.
#' @param FUN a function.
#' @param ... further arguments of `FUN`.
#' @param simplify simplify results of one length?
#' @examples
#' m <- matrix(1:6, 2, dimnames = list(c("a", "b"), NULL))
#' apply(m, 1, sum)
#' apply(m, 2, range)
#' apply(m, c(1, 2), function(x) x * 10)
apply <- function(X, MARGIN, FUN, ..., simplify = TRUE) {
  if (!isTRUE(simplify) && !isFALSE(simplify)) {
    stop("'simplify' must be TRUE or FALSE")
  }
  FUN <- match.fun(FUN)
  if (!length(dim(X))) stop("dim(X) must have a positive length")
  if (is.object(X)) X <- if (length(dim(X)) == 2L) as.matrix(X) else as.array(X)
  shape <- dim(X)
  labels <- dimnames(X)
  rank <- length(shape)
  if (is.character(MARGIN)) {
    if (is.null(names(labels))) stop("'X' must have named dimnames")
    MARGIN <- match(MARGIN, names(labels))
    if (anyNA(MARGIN)) stop("not all elements of 'MARGIN' are names of dimensions")
  }
  kept <- seq_len(rank)[MARGIN]
  if (anyNA(kept)) stop("'MARGIN' does not match dim(X)")
  inner <- seq_len(rank)[-MARGIN]
  if (length(MARGIN) == 0L) inner <- seq_len(rank)
  outerShape <- shape[kept]
  outerLabels <- labels[kept]
  innerShape <- shape[inner]
  calls <- prod(outerShape)
  if (calls == 0L) {
    return(.applyEmpty(X, FUN, innerShape, outerShape, kept, ...))
  }
  sections <- if (any(c(inner, kept) != seq_len(rank))) {
    aperm(X, c(inner, kept))
  } else {
    X
  }
  innerLabels <- labels[inner]
  dim(sections) <- c(prod(innerShape), calls)
  results <- .applySections(sections, FUN, innerShape, innerLabels, calls, ...)
  .applyShape(results, outerShape, outerLabels, simplify, innerLabels, innerShape)
}

# The results of `FUN` for each column of `newX`, a list.
.applySections <- function(newX, FUN, d.call, dn.call, calls, ...) {
  results <- vector("list", calls)
  if (length(d.call) < 2L) {
    if (length(dn.call) && length(dn.call[[1L]])) dimnames(newX) <- c(dn.call, list(NULL))
    for (i in seq_len(calls)) {
      value <- forceAndCall(1, FUN, newX[, i], ...)
      if (!is.null(value)) results[[i]] <- value
    }
  } else {
    for (i in seq_len(calls)) {
      value <- forceAndCall(1, FUN, array(newX[, i], d.call, dn.call), ...)
      if (!is.null(value)) results[[i]] <- value
    }
  }
  results
}

# Vector, array or list of the results.
.applyShape <- function(results, shape, labels, simplify, innerLabels, innerShape) {
  if (is.null(names(labels)) && all(vapply(labels, is.null, NA))) labels <- NULL
  first <- results[[1L]]
  size <- length(first)
  if (simplify && !is.recursive(first) && all(lengths(results) == size)) {
    if (size == 0L) return(unlist(results, use.names = FALSE))
    flat <- unlist(results, use.names = FALSE)
    if (size > 1L) {
      inner <- .commonNames(results)
      if (length(labels) || length(inner)) {
        if (is.null(labels)) labels <- rep.int(list(NULL), length(shape))
        labels <- c(list(inner), labels)
        # A result as long as what the function got keeps the name of its dimension.
        isLike <- length(innerShape) == 1L && size == innerShape
        if (isLike && (length(inner) || is.null(innerLabels[[1L]]))) {
          names(labels)[1L] <- names(innerLabels)
        }
      }
      return(array(flat, c(size, shape), labels))
    }
    results <- flat
  }
  if (length(shape) > 1L) return(array(results, shape, labels))
  names(results) <- if (length(labels)) labels[[1L]]
  results
}

# The names of the elements if they are the same for all, else NULL.
.commonNames <- function(x) {
  names <- names(x[[1L]])
  if (is.null(names)) return(NULL)
  for (element in x[-1L]) if (!identical(names(element), names)) return(NULL)
  names
}

# The result when no section has to be visited.
.applyEmpty <- function(X, FUN, innerShape, outerShape, kept, ...) {
  section <- array(vector(typeof(X), 1L), c(innerShape, 1L))
  value <- forceAndCall(1, FUN, if (length(innerShape) < 2L) {
    section[, 1]
  } else {
    array(section, innerShape)
  }, ...)
  if (is.null(value)) return(value)
  if (length(outerShape) > 1L) array(value, outerShape) else {
    array(value, outerShape)[-1L]
  }
}
