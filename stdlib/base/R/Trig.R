#' The angle of a point
#'
#' The angle between the x-axis and the vector from the origin to (x, y).
#'
#' @param y,x coordinates.
#' @examples
#' atan2(1, -1) / pi
atan2 <- function(y, x) .Internal(atan2(y, x))

#' Logarithms, as S wrote them
#'
#' @param x a number.
#' @param base the base of the logarithm.
#' @examples
#' logb(8, 2)
logb <- function(x, base = exp(1)) if (missing(base)) log(x) else log(x, base)
