#' Outer product of arrays
#'
#' The array of `FUN(X[i], Y[j])` for all pairs; `FUN` must be vectorized.
#'
#' @param X,Y vectors or arrays.
#' @param FUN a function.
#' @param ... further arguments of `FUN`.
#' @examples
#' outer(1:3, 1:4)
#' outer(c(a = 1, b = 2), c(x = 10, y = 20), "+")
#' 1:2 %o% 1:2
outer <- function(X, Y, FUN = "*", ...) {
  dX <- if (is.array(X)) dim(X) else length(X)
  dY <- if (is.array(Y)) dim(Y) else length(Y)
  xLabels <- if (is.array(X)) dimnames(X) else .namesAsDimnames(X)
  yLabels <- if (is.array(Y)) dimnames(Y) else .namesAsDimnames(Y)
  if (is.character(FUN) && FUN == "*") {
    robj <- as.vector(X) %*% t(as.vector(Y))
  } else {
    FUN <- match.fun(FUN)
    left <- rep(X, times = length(Y))
    right <- rep(Y, rep.int(length(X), length(Y)))
    robj <- FUN(left, right, ...)
  }
  dim(robj) <- c(dX, dY)
  if (!is.null(xLabels) || !is.null(yLabels)) {
    if (is.null(xLabels)) xLabels <- rep.int(list(NULL), length(dX))
    if (is.null(yLabels)) yLabels <- rep.int(list(NULL), length(dY))
    dimnames(robj) <- c(xLabels, yLabels)
  }
  robj
}

# The names of a vector as the labels of one dimension.
.namesAsDimnames <- function(x) if (!is.null(names(x))) list(names(x))

#' @rdname outer
`%o%` <- function(X, Y) outer(X, Y)

#' Kronecker product
#'
#' @param X,Y vectors or arrays.
#' @param FUN a function.
#' @param make.dimnames combine the names of the dimensions?
#' @param ... further arguments of `FUN`.
#' @examples
#' kronecker(diag(2), matrix(1:4, 2))
kronecker <- function(X, Y, FUN = "*", make.dimnames = FALSE, ...) {
  .kronecker(X, Y, FUN = FUN, make.dimnames = make.dimnames, ...)
}

#' @rdname kronecker
.kronecker <- function(X, Y, FUN = "*", make.dimnames = FALSE, ...) {
  X <- as.array(X)
  Y <- as.array(Y)
  xLabels <- dimnames(X)
  yLabels <- dimnames(Y)
  xShape <- dim(X)
  yShape <- dim(Y)
  rank <- max(length(xShape), length(yShape))
  xShape <- c(xShape, rep.int(1L, rank - length(xShape)))
  yShape <- c(yShape, rep.int(1L, rank - length(yShape)))
  dim(X) <- xShape
  dim(Y) <- yShape
  values <- outer(X, Y, FUN, ...)
  interleaved <- as.vector(rbind(rank + seq_len(rank), seq_len(rank)))
  values <- aperm(values, interleaved)
  dim(values) <- xShape * yShape
  if (make.dimnames && !(is.null(xLabels) && is.null(yLabels))) {
    pad <- function(labels, shape) {
      lapply(seq_along(shape), function(d) {
        if (d <= length(labels) && !is.null(labels[[d]])) labels[[d]]
        else rep.int("", shape[d])
      })
    }
    xAll <- pad(xLabels, xShape)
    yAll <- pad(yLabels, yShape)
    dimnames(values) <- lapply(seq_len(rank), function(d) {
      as.vector(outer(yAll[[d]], xAll[[d]],
                      function(inner, block) paste(block, inner, sep = ":")))
    })
  }
  values
}

#' @rdname kronecker
`%x%` <- function(X, Y) kronecker(X, Y)
