#' Integration in one dimension
#'
#' Adaptive quadrature over a finite or infinite interval.
#'
#' @param f a vectorized function.
#' @param lower,upper the limits.
#' @param ... further arguments of the function.
#' @param subdivisions the largest number of subintervals.
#' @param rel.tol,abs.tol the accuracy wanted.
#' @param stop.on.error whether a failure is an error.
#' @param keep.xy,aux not used.
#' @examples
#' integrate(dnorm, -1.96, 1.96)
integrate <- function(f, lower, upper, ..., subdivisions = 100L,
                      rel.tol = .Machine$double.eps^0.25, abs.tol = rel.tol,
                      stop.on.error = TRUE, keep.xy = FALSE, aux = NULL) {
  f <- match.fun(f)
  evaluate <- function(x) {
    values <- f(x, ...)
    if (length(values) != length(x)) {
      stop("evaluation of function gives a result of incorrect length", call. = FALSE)
    }
    if (any(!is.finite(values))) stop("non-finite function value", call. = FALSE)
    as.double(values)
  }
  limit <- as.integer(subdivisions)
  if (limit < 1L || (abs.tol <= 0 && rel.tol < max(50 * .Machine$double.eps, 0.5e-28))) {
    stop("invalid parameter values")
  }
  stopifnot(length(lower) == 1, length(upper) == 1)
  if (is.na(lower) || is.na(upper)) stop("a limit is NA or NaN")
  found <- if (is.finite(lower) && is.finite(upper)) {
    .Internal(integrate(evaluate, lower, upper, abs.tol, rel.tol, limit))
  } else {
    kind <- if (is.finite(lower)) 1L else if (is.finite(upper)) -1L else 2L
    bound <- if (is.finite(lower)) lower else if (is.finite(upper)) upper else 0
    .Internal(integrateInfinite(evaluate, bound, kind, abs.tol, rel.tol, limit))
  }
  result <- found[c("value", "abs.error", "subdivisions")]
  messages <- c(
    "OK", "maximum number of subdivisions reached",
    "roundoff error was detected", "extremely bad integrand behaviour",
    "roundoff error is detected in the extrapolation table",
    "the integral is probably divergent", "the input is invalid")
  result$message <- messages[found$ierr + 1L]
  if (found$ierr == 6L || (found$ierr > 0L && stop.on.error)) {
    stop(result$message)
  }
  result$call <- match.call()
  class(result) <- "integrate"
  result
}

print.integrate <- function(x, digits = getOption("digits"), ...) {
  if (x$message == "OK") {
    cat(format(x$value, digits = digits), " with absolute error < ",
        format(x$abs.error, digits = 2L), "\n", sep = "")
  } else {
    cat("failed with message ", sQuote(x$message), "\n", sep = "")
  }
  invisible(x)
}
