#' Kronecker products
#'
#' Every element of `X` combined by `FUN` with all of `Y`.
#'
#' @param X,Y arrays.
#' @param FUN a function of two vectors.
#' @param make.dimnames give dimnames?
#' @param ... further arguments of `FUN`.
#' @examples
#' kronecker(diag(2), matrix(1:2, 1))
#' diag(2) %x% matrix(1, 1, 2)
kronecker <- function(X, Y, FUN = "*", make.dimnames = FALSE, ...) {
  if (is.data.frame(X)) X <- as.matrix(X)
  if (is.data.frame(Y)) Y <- as.matrix(Y)
  FUN <- match.fun(FUN)
  sizeX <- if (is.null(dim(X))) length(X) else dim(X)
  sizeY <- if (is.null(dim(Y))) length(Y) else dim(Y)
  rank <- max(length(sizeX), length(sizeY))
  sizeX <- c(sizeX, rep.int(1L, rank - length(sizeX)))
  sizeY <- c(sizeY, rep.int(1L, rank - length(sizeY)))
  product <- outer(array(X, sizeX), array(Y, sizeY), FUN, ...)
  order <- as.vector(rbind(rank + seq_len(rank), seq_len(rank)))
  result <- array(aperm(product, order), sizeX * sizeY)
  if (make.dimnames) {
    X <- as.array(X)
    Y <- as.array(Y)
  }
  if (make.dimnames && !(is.null(dimnames(X)) && is.null(dimnames(Y)))) {
    dimnames(result) <- .productNames(X, Y, sizeX, sizeY)
  }
  result
}

.productNames <- function(X, Y, sizeX, sizeY) {
  lapply(seq_along(sizeX), function(k) {
    x <- if (k <= length(dimnames(X))) dimnames(X)[[k]]
    y <- if (k <= length(dimnames(Y))) dimnames(Y)[[k]]
    if (is.null(x)) x <- rep.int("", sizeX[k])
    if (is.null(y)) y <- rep.int("", sizeY[k])
    as.vector(outer(y, x, function(b, a) paste(a, b, sep = ":")))
  })
}

#' @rdname kronecker
`%x%` <- function(X, Y) kronecker(X, Y)
