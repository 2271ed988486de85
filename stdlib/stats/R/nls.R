#' Nonlinear least squares
#'
#' Fits a nonlinear regression by Gauss-Newton steps. Returns an object of class
#' `"nls"`.
#'
#' @param formula the model, with parameters.
#' @param data a data frame or list with the variables.
#' @param start starting values of the parameters.
#' @param control a list, see `nls.control`.
#' @param algorithm `"default"`, `"plinear"` or `"port"`.
#' @param trace whether to print each iteration.
#' @param subset which cases to use.
#' @param weights weights of the cases.
#' @param na.action a function that treats missing values.
#' @param model whether to keep the model frame.
#' @param lower,upper bounds, for `"port"`.
#' @param ... not used.
#' @examples
#' nls(rate ~ Vm * conc / (K + conc), Puromycin, subset = state == "treated",
#'     start = c(Vm = 200, K = 0.05))
nls <- function(formula, data = parent.frame(), start, control = nls.control(),
                algorithm = c("default", "plinear", "port"), trace = FALSE,
                subset, weights, na.action, model = FALSE, lower = -Inf,
                upper = Inf, ...) {
  formula <- as.formula(formula)
  algorithm <- match.arg(algorithm)
  if (!is.list(data) && !is.environment(data)) stop("'data' must be a list or an environment")
  call <- match.call()
  names <- all.vars(formula)
  if (length(formula) == 2L) {
    formula[[3L]] <- formula[[2L]]
    formula[[2L]] <- 0
  }
  frame <- environment(formula)
  if (is.null(frame)) frame <- parent.frame()
  if (missing(start)) {
    if (!is.null(attr(data, "parameters"))) {
      parameters <- names(attr(data, "parameters"))
      start <- attr(data, "parameters")
    } else {
      self <- tryCatch(getInitial(formula, data), error = function(e) NULL)
      start <- if (!is.null(self)) self else {
        parameters <- setdiff(names, names(data))
        parameters <- parameters[!vapply(parameters, exists, NA, envir = frame)]
        warning("No starting values specified for some parameters.\n",
                "Initializing ", paste(sQuote(parameters), collapse = ", "),
                " to '1.'.\n", "Consider specifying 'start' or using a selfStart model",
                domain = NA)
        setNames(as.list(rep.int(1, length(parameters))), parameters)
      }
    }
  }
  parameters <- names(start)
  variables <- setdiff(names, parameters)
  local <- nls_data(formula, data, variables, call, frame, parameters)
  weights <- local$weights
  settings <- nls.control()
  if (!missing(control)) {
    control <- as.list(control)
    settings[names(control)] <- control
  }
  space <- list2env(local$values, parent = frame)
  problem <- nls_problem(formula, space, start, weights, algorithm)
  fit <- gauss_newton(problem, settings, trace, lower, upper, algorithm)
  result <- list(m = fit$m, convInfo = fit$info, data = substitute(data), call = call)
  if (!is.null(local$omitted)) result$na.action <- local$omitted
  if (model) result$model <- local$frame
  if (!is.null(weights)) result$weights <- weights
  result$dataClasses <- local$classes
  result$control <- settings
  if (algorithm != "default") result$call$algorithm <- algorithm
  result$call$control <- settings
  result$call$trace <- trace
  class(result) <- "nls"
  result
}

nls_data <- function(formula, data, variables, call, frame, parameters) {
  lengths <- vapply(variables, function(name) {
    value <- tryCatch(eval(as.name(name), data, frame), error = function(e) NULL)
    if (is.null(value)) -1L else length(value)
  }, 0L)
  if (any(lengths < 0L)) {
    missing <- variables[lengths < 0L]
    message <- gettextf("parameters without starting value in 'data': %s",
                        paste(missing, collapse = ", "))
    stop(simpleError(message, sys.call(-1L)))
  }
  response_length <- length(eval(formula[[2L]], data, frame))
  if (response_length <= 1L) response_length <- max(lengths)
  varying <- variables[lengths %% response_length == 0L & lengths > 0L]
  constant <- setdiff(variables, varying)
  frame_call <- call[c(1L, match(c("data", "subset", "weights", "na.action"), names(call), 0L))]
  frame_call$formula <- as.formula(paste("~", paste(varying, collapse = "+")), env = frame)
  frame_call[[1L]] <- quote(stats::model.frame)
  model <- eval(frame_call, frame)
  values <- as.list(model)[varying]
  weights <- model.weights(model)
  if (!is.null(weights) && any(weights < 0 | is.na(weights))) {
    stop("missing or negative weights not allowed", call. = FALSE)
  }
  others <- lapply(setNames(nm = constant), function(name) eval(as.name(name), data, frame))
  list(values = c(values, others), weights = as.vector(weights), frame = model,
       omitted = attr(model, "na.action"),
       classes = attr(attr(model, "terms"), "dataClasses"))
}

# The residuals and the gradient as functions of the parameters.
nls_problem <- function(formula, space, start, weights, algorithm) {
  response <- eval(formula[[2L]], space)
  names <- names(start)
  lengths <- lengths(start)
  assign_parameters <- function(values) {
    position <- 0L
    for (i in seq_along(names)) {
      assign(names[i], as.double(values[position + seq_len(lengths[i])]), envir = space)
      position <- position + lengths[i]
    }
  }
  root <- if (is.null(weights)) 1 else sqrt(weights)
  linear <- NULL
  gradient_of <- function(values, right) {
    found <- attr(right, "gradient")
    if (!is.null(found)) return(matrix(found, ncol = length(values)))
    columns <- lapply(seq_along(values), function(i) {
      step <- sqrt(.Machine$double.eps) * max(abs(values[i]), 1e-8)
      if (values[i] == 0) step <- sqrt(.Machine$double.eps)
      moved <- values
      moved[i] <- moved[i] + step
      assign_parameters(moved)
      change <- as.vector(eval(formula[[3L]], space) - as.vector(right)) / step
      rep_len(change, length(response))
    })
    assign_parameters(values)
    matrix(unlist(columns), ncol = length(values))
  }
  evaluate <- function(values) {
    assign_parameters(values)
    right <- eval(formula[[3L]], space)
    if (algorithm == "plinear") return(partly_linear(values, right))
    residual <- root * (response - as.vector(right))
    list(fitted = rep_len(as.vector(right), length(response)), residual = residual,
         deviance = sum(residual^2),
         gradient = function() root * gradient_of(values, right))
  }
  partly_linear <- function(values, right) {
    shape <- function(r) if (is.matrix(r)) r else matrix(r, length(response))
    basis <- shape(right)
    decomposition <- qr(root * basis)
    coefficients <- qr.coef(decomposition, root * response)
    labels <- if (ncol(basis) == 1L) ".lin" else paste0(".lin", if (is.null(colnames(basis))) seq_len(ncol(basis)) else paste0(".", colnames(basis)))
    linear <<- setNames(as.vector(coefficients), labels)
    fitted <- as.vector(basis %*% coefficients)
    residual <- root * (response - fitted)
    gradient <- function() {
      columns <- lapply(seq_along(values), function(i) {
        step <- sqrt(.Machine$double.eps) * max(abs(values[i]), 1e-8)
        moved <- values
        moved[i] <- moved[i] + step
        assign_parameters(moved)
        as.vector((shape(eval(formula[[3L]], space)) - basis) %*% coefficients) / step
      })
      assign_parameters(values)
      root * cbind(matrix(unlist(columns), ncol = length(values)), basis)
    }
    list(fitted = fitted, residual = residual, deviance = sum(residual^2), gradient = gradient)
  }
  list(evaluate = evaluate, start = unlist(start), names = names, lengths = lengths,
       formula = formula, space = space, response = response, root = root,
       linear = function() linear, algorithm = algorithm)
}

# Steps along the linearized solution, halved until the deviance falls; ends
# when the projection of the residuals on the tangent plane is small.
gauss_newton <- function(problem, settings, trace, lower, upper, algorithm) {
  values <- problem$start
  free <- length(values)
  lower <- rep_len(as.double(unlist(lower)), free)
  upper <- rep_len(as.double(unlist(upper)), free)
  state <- problem$evaluate(values)
  if (!all(is.finite(state$residual))) {
    stop(simpleError("Missing value or an infinity produced when evaluating the model", quote(numericDeriv(form[[3L]], names(ind), env))))
  }
  step <- 1
  evaluations <- 1L
  info <- list(isConv = FALSE, finIter = settings$maxiter, finTol = NA_real_,
               nEval = evaluations, stopCode = 2L,
               stopMessage = "number of iterations exceeded maximum")
  succeed <- function(message) {
    info[c("isConv", "finIter", "stopCode", "stopMessage")] <<-
      list(TRUE, iteration, 0L, message)
  }
  fail <- function(code, message) {
    info$stopCode <<- code
    info$stopMessage <<- message
    if (settings$warnOnly) warning(message, call. = FALSE)
    else stop(simpleError(message, sys.call(-2L)))
  }
  decomposition <- NULL
  for (iteration in seq.int(0L, settings$maxiter)) {
    gradient <- state$gradient()
    decomposition <- qr(gradient)
    if (decomposition$rank < min(dim(gradient))) {
      fail(1L, if (iteration == 0L) "singular gradient matrix at initial parameter estimates" else "singular gradient")
      break
    }
    convergence <- relative_offset(state, decomposition, settings$scaleOffset)
    if (trace) {
      cat(sprintf("%-11s (%.2e): par = (%s)\n", format(state$deviance, digits = 7),
                  convergence, paste(vapply(values, format, ""), collapse = " ")))
    }
    info$finTol <- convergence
    if (convergence <= settings$tol) {
      succeed("converged")
      break
    }
    if (iteration == settings$maxiter) {
      fail(2L, paste("number of iterations exceeded maximum of", settings$maxiter))
      break
    }
    increment <- qr.coef(decomposition, state$residual)[seq_len(free)]
    search <- shorter_step(problem, values, increment, step, state$deviance, settings,
                           lower, upper)
    step <- search$step
    evaluations <- evaluations + search$evaluations
    if (is.null(search$state)) {
      if (algorithm == "port") {
        succeed("both X-convergence and relative convergence (5)")
      } else {
        fail(3L, gettextf("step factor %g reduced below 'minFactor' of %g", step, settings$minFactor))
      }
      break
    }
    unchanged <- identical(unname(search$values), unname(values))
    values <- search$values
    state <- search$state
    step <- min(2 * step, 1)
    if (unchanged) {
      succeed("converged")
      break
    }
  }
  info$nEval <- evaluations
  if (algorithm == "port" && info$isConv) {
    info$stopMessage <- "relative convergence (4)"
  }
  info$convergence <- NULL
  list(m = nls_model(problem, values, state, decomposition, info), info = info)
}

# How far the residuals are from the normal of the tangent plane.
relative_offset <- function(state, decomposition, scale) {
  total <- ncol(decomposition$qr)
  rotated <- qr.qty(decomposition, state$residual)
  on_plane <- sqrt(sum(rotated[seq_len(total)]^2))
  off_plane <- sqrt(sum(rotated[-seq_len(total)]^2) + scale * length(rotated))
  on_plane / off_plane
}

# Halves a step until the deviance is not larger than before; without a state
# if the step gets too small.
shorter_step <- function(problem, values, increment, step, deviance, settings,
                         lower, upper) {
  evaluations <- 0L
  while (step >= settings$minFactor) {
    trial <- pmin(pmax(values + step * increment, lower), upper)
    state <- problem$evaluate(trial)
    evaluations <- evaluations + 1L
    if (is.finite(state$deviance) && state$deviance <= deviance) {
      return(list(step = step, evaluations = evaluations, values = trial, state = state))
    }
    step <- step / 2
  }
  list(step = step, evaluations = evaluations)
}

nls_model <- function(problem, values, state, decomposition, info) {
  names(values) <- names(problem$start)
  linear <- problem$linear()
  all <- c(values, linear)
  scale <- problem$root
  gradient <- state$gradient()
  weighted <- if (length(scale) > 1L) scale else NULL
  structure(list(
    resid = function() structure(state$residual, label = "Residuals"),
    fitted = function() state$fitted,
    formula = function() problem$formula,
    deviance = function() state$deviance,
    lhs = function() problem$response,
    gradient = function() gradient / scale,
    conv = function() info$finTol,
    incr = function() qr.coef(decomposition, state$residual),
    getPars = function() values,
    getAllPars = function() all,
    getEnv = function() problem$space,
    Rmat = function() qr.R(decomposition),
    predict = function(newdata = list(), qr = FALSE) {
      parts <- problem
      position <- 0L
      parameters <- list()
      for (i in seq_along(parts$names)) {
        parameters[[parts$names[i]]] <- unname(values[position + seq_len(parts$lengths[i])])
        position <- position + parts$lengths[i]
      }
      right <- eval(parts$formula[[3L]], c(parameters, as.list(newdata)), parts$space)
      if (is.null(linear)) as.vector(right) else as.vector(as.matrix(right) %*% linear)
    }), class = "nlsModel")
}

#' Control of nonlinear least squares
#'
#' @param maxiter the largest number of iterations.
#' @param tol the convergence criterion.
#' @param minFactor the smallest step.
#' @param printEval not used.
#' @param warnOnly whether failures are warnings.
#' @param scaleOffset a constant that helps with data without error.
#' @param nDcentral not used.
#' @examples
#' nls.control()$maxiter
nls.control <- function(maxiter = 50, tol = 1e-05, minFactor = 1/1024,
                        printEval = FALSE, warnOnly = FALSE, scaleOffset = 0,
                        nDcentral = FALSE) {
  stopifnot(is.numeric(tol), length(tol) == 1L, tol > 0, is.numeric(minFactor),
            length(minFactor) == 1L, minFactor >= 0)
  list(maxiter = maxiter, tol = tol, minFactor = minFactor, printEval = printEval,
       warnOnly = warnOnly, scaleOffset = scaleOffset, nDcentral = nDcentral)
}
