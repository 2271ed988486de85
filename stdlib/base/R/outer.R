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
    sizes <- c(length(X), length(Y))
    X <- rep(X, times = sizes[2L])
    Y <- rep(Y, rep.int(sizes[1L], sizes[2L]))
    robj <- FUN(X, Y, ...)
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
