#' Bits
#'
#' `rawShift` shifts bytes; `rawToBits`, `intToBits` and `numToBits` give single
#' bits, `packBits` puts bits together, `numToInts` splits numbers into two
#' integers.
#'
#' @param x a raw, integer, logical or double vector.
#' @param n bits to shift, to the left if positive, at most 8.
#' @param type what to make.
#' @examples
#' rawShift(as.raw(1), 3)
#' intToBits(5L)[1:3]
#' packBits(intToBits(7L), "integer")
rawShift <- function(x, n) .Internal(rawShift(x, n))

#' @rdname rawShift
rawToBits <- function(x) .Internal(rawToBits(x))

#' @rdname rawShift
intToBits <- function(x) .Internal(intToBits(x))

#' @rdname rawShift
numToBits <- function(x) .Internal(numToBits(x))

#' @rdname rawShift
numToInts <- function(x) .Internal(numToInts(x))

#' @rdname rawShift
packBits <- function(x, type = c("raw", "integer", "double"))
  .Internal(packBits(x, match.arg(type)))
