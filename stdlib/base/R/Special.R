#' Special functions of mathematics
#'
#' Beta and gamma functions, their logarithms and derivatives, binomial
#' coefficients and factorials.
#'
#' @param a,b non-negative numbers.
#' @param x,n numbers.
#' @param k whole numbers; others are rounded.
#' @param deriv which derivative of `digamma`.
#' @examples
#' beta(2, 3)
#' choose(5, 0:5)
#' factorial(10)
#' psigamma(1, 0:2)
beta <- function(a, b) .Internal(beta(a, b))

#' @rdname beta
lbeta <- function(a, b) .Internal(lbeta(a, b))

#' @rdname beta
psigamma <- function(x, deriv = 0L) .Internal(psigamma(x, deriv))

#' @rdname beta
choose <- function(n, k) .Internal(choose(n, k))

#' @rdname beta
lchoose <- function(n, k) .Internal(lchoose(n, k))

#' @rdname beta
factorial <- function(x) gamma(x + 1)

#' @rdname beta
lfactorial <- function(x) lgamma(x + 1)
