#' Find a root
#'
#' Searches an interval for a zero of a function of one variable, by Brent's
#' method.
#'
#' @param f the function.
#' @param interval the interval.
#' @param ... further arguments of the function.
#' @param lower,upper the ends of the interval.
#' @param f.lower,f.upper the values there.
#' @param extendInt whether the interval may be extended.
#' @param check.conv whether a failure to converge is an error.
#' @param tol the accuracy.
#' @param maxiter the largest number of iterations.
#' @param trace whether to print the extension of the interval.
#' @examples
#' uniroot(function(x) x^2 - 2, c(0, 2))$root
uniroot <- function(f, interval, ..., lower = min(interval),
                    upper = max(interval), f.lower = f(lower, ...),
                    f.upper = f(upper, ...),
                    extendInt = c("no", "yes", "downX", "upX"),
                    check.conv = FALSE, tol = .Machine$double.eps^0.25,
                    maxiter = 1000, trace = 0) {
  if (!missing(interval) && length(interval) != 2L) {
    stop("'interval' must be a vector of length 2")
  }
  if (!is.numeric(lower) || !is.numeric(upper) || lower >= upper) {
    stop("lower < upper  is not fulfilled")
  }
  if (is.na(f.lower)) stop("f.lower = f(lower) is NA")
  if (is.na(f.upper)) stop("f.upper = f(upper) is NA")
  extendInt <- match.arg(extendInt)
  steps <- 0
  wrong <- function() {
    switch(extendInt, no = , yes = f.lower * f.upper > 0,
           upX = f.lower > 0 || f.upper < 0, downX = f.lower < 0 || f.upper > 0)
  }
  if (extendInt != "no" && wrong()) {
    delta <- function(u) 0.01 * pmax(1e-4, abs(u))
    width_low <- delta(lower)
    width_high <- delta(upper)
    while (wrong()) {
      steps <- steps + 1
      if (steps > maxiter) stop(gettextf("no sign change found in %d iterations", steps - 1), domain = NA)
      if (extendInt == "yes" || (extendInt == "upX" && f.lower > 0) ||
          (extendInt == "downX" && f.lower < 0)) {
        lower <- lower - width_low
        f.lower <- f(lower, ...)
        width_low <- 2 * width_low
      }
      if (extendInt == "yes" || (extendInt == "upX" && f.upper < 0) ||
          (extendInt == "downX" && f.upper > 0)) {
        upper <- upper + width_high
        f.upper <- f(upper, ...)
        width_high <- 2 * width_high
      }
    }
    if (trace) cat(sprintf("search in [%g,%g]\n", lower, upper))
  }
  if (f.lower * f.upper > 0) {
    stop("f() values at end points not of opposite sign")
  }
  found <- .Internal(zeroin(function(arg) f(arg, ...), lower, upper, f.lower,
                            f.upper, tol, as.integer(maxiter)))
  iterations <- as.integer(found[3L])
  if (iterations < 0) {
    message <- sprintf(ngettext(maxiter,
      "_NOT_ converged in %d iteration", "_NOT_ converged in %d iterations"), maxiter)
    if (check.conv) stop(message, domain = NA) else warning(message, domain = NA)
    iterations <- maxiter
  }
  iterations <- iterations + as.integer(steps)
  list(root = found[1L], f.root = f(found[1L], ...), iter = iterations,
       init.it = if (steps) as.integer(steps) else NA_integer_,
       estim.prec = found[2L])
}

#' Find a minimum or maximum in one dimension
#'
#' @param f the function.
#' @param interval the interval.
#' @param ... further arguments of the function.
#' @param lower,upper the ends of the interval.
#' @param maximum whether to maximize.
#' @param tol the accuracy.
#' @examples
#' optimize(function(x) (x - 1 / 3)^2, c(0, 1))$minimum
optimize <- function(f, interval, ..., lower = min(interval),
                     upper = max(interval), maximum = FALSE,
                     tol = .Machine$double.eps^0.25) {
  if (maximum) {
    best <- .Internal(fmin(function(arg) -f(arg, ...), lower, upper, tol))
    list(maximum = best, objective = f(best, ...))
  } else {
    best <- .Internal(fmin(function(arg) f(arg, ...), lower, upper, tol))
    list(minimum = best, objective = f(best, ...))
  }
}

#' @rdname optimize
#' @examples
#' optimise(function(x) x * (1 - x), c(0, 1), maximum = TRUE)$maximum
optimise <- optimize
