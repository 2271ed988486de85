#' Logical operations on the bits of integers
#'
#' Whole numbers of type double are taken as integers.
#'
#' @param a,b integer vectors, recycled.
#' @param n numbers of places to shift by.
#' @examples
#' bitwAnd(12L, 7L)
#' bitwNot(0:2)
#' bitwShiftL(-1, 1:31)
bitwAnd <- function(a, b) .Internal(bitwiseAnd(a, b))

#' @rdname bitwAnd
bitwOr <- function(a, b) .Internal(bitwiseOr(a, b))

#' @rdname bitwAnd
bitwXor <- function(a, b) .Internal(bitwiseXor(a, b))

#' @rdname bitwAnd
bitwNot <- function(a) .Internal(bitwiseNot(a))

#' @rdname bitwAnd
bitwShiftL <- function(a, n) .Internal(bitwiseShiftL(a, n))

#' @rdname bitwAnd
bitwShiftR <- function(a, n) .Internal(bitwiseShiftR(a, n))
