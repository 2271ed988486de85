#' General optimization
#'
#' Minimizes a function of several variables by the method of Nelder and Mead,
#' a quasi-Newton method, conjugate gradients, a quasi-Newton method with
#' bounds, or simulated annealing.
#'
#' @param par starting values.
#' @param fn the function.
#' @param gr its gradient, or NULL.
#' @param ... further arguments of both.
#' @param method the method.
#' @param lower,upper bounds.
#' @param control a list of parameters.
#' @param hessian whether to add the Hessian at the solution.
#' @examples
#' fit <- optim(c(-1, 1), function(p) sum((p - c(1, 2))^2), method = "BFGS")
#' round(fit$par, 4)
optim <- function(par, fn, gr = NULL, ...,
                  method = c("Nelder-Mead", "BFGS", "CG", "L-BFGS-B", "SANN",
                             "Brent"),
                  lower = -Inf, upper = Inf, control = list(), hessian = FALSE) {
  function_of <- function(par) fn(par, ...)
  gradient_of <- if (!is.null(gr)) function(par) gr(par, ...)
  method <- match.arg(method)
  if ((any(lower > -Inf) || any(upper < Inf)) && !method %in% c("L-BFGS-B", "Brent")) {
    warning("bounds can only be used with method L-BFGS-B (or Brent)")
    method <- "L-BFGS-B"
  }
  count <- length(par)
  settings <- optim_control(control, count, method)
  if (method == "Brent") {
    if (count > 1L) stop("method = \"Brent\" is only available for one-dimensional optimization")
    best <- optimize(function(par) function_of(par) / settings$fnscale,
                     lower = lower, upper = upper, tol = settings$reltol)
    names(best)[names(best) == "minimum"] <- "par"
    result <- list(par = best$par, value = best$objective * settings$fnscale,
                   counts = c(`function` = NA, gradient = NA),
                   convergence = 0L, message = NULL)
  } else {
    lower <- as.double(rep_len(lower, count))
    upper <- as.double(rep_len(upper, count))
    names <- names(par)
    found <- .Internal(optim(par, function_of, gradient_of, method, settings,
                             lower, upper))
    result <- list(par = found[[1L]], value = found[[2L]], counts = found[[3L]],
                   convergence = found[[4L]], message = found[[5L]])
    if (is.null(names(result$par))) names(result$par) <- names
    names(result$counts) <- c("function", "gradient")
  }
  if (hessian) {
    result$hessian <- named_hessian(
      .Internal(optimhess(result$par, function_of, gradient_of, settings)),
      names(par))
  }
  result
}

optim_control <- function(control, count, method) {
  settings <- list(
    trace = 0, fnscale = 1, parscale = rep.int(1, count),
    ndeps = rep.int(1e-3, count), maxit = 100L, abstol = -Inf,
    reltol = sqrt(.Machine$double.eps), alpha = 1, beta = 0.5, gamma = 2,
    REPORT = 10, warn.1d.NelderMead = TRUE, type = 1, lmm = 5, factr = 1e7,
    pgtol = 0, tmax = 10, temp = 10)
  if (method == "Nelder-Mead") settings$maxit <- 500
  if (method == "SANN") {
    settings$maxit <- 10000
    settings$REPORT <- 100
  }
  names <- names(settings)
  settings[names(control)] <- control
  if (length(unknown <- setdiff(names(control), names))) {
    warning(simpleWarning(paste(c("unknown names in control:", unknown), collapse = ", "),
                          sys.call(-1L)))
  }
  if (settings$trace < 0) {
    warning("read the documentation for 'trace' more carefully", call. = FALSE)
  }
  if (method == "Nelder-Mead" && count == 1L && isTRUE(settings$warn.1d.NelderMead)) {
    warning(simpleWarning(
      "one-dimensional optimization by Nelder-Mead is unreliable:\nuse \"Brent\" or optimize() directly",
      sys.call(-1L)))
  }
  settings
}

named_hessian <- function(hessian, names) {
  hessian <- 0.5 * (hessian + t(hessian))
  if (!is.null(names)) dimnames(hessian) <- list(names, names)
  hessian
}

#' @rdname optim
#' @examples
#' optimHess(c(1, 1), function(p) sum(p^2))
optimHess <- function(par, fn, gr = NULL, ..., control = list()) {
  function_of <- function(par) fn(par, ...)
  gradient_of <- if (!is.null(gr)) function(par) gr(par, ...)
  settings <- optim_control(control, length(par), "BFGS")
  named_hessian(.Internal(optimhess(par, function_of, gradient_of, settings)),
                names(par))
}
