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
    if (length(missing) == 1L) {
      stop(gettextf("parameter %s is missing a starting value", sQuote(missing)),
           call. = FALSE, domain = NA)
    }
    stop(gettextf("parameters without starting value in 'data': %s",
                  paste(missing, collapse = ", ")), call. = FALSE, domain = NA)
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
    total <- ncol(gradient)
    rotated <- qr.qty(decomposition, state$residual)
    on_plane <- sqrt(sum(rotated[seq_len(total)]^2))
    off_plane <- sqrt(sum(rotated[-seq_len(total)]^2) + settings$scaleOffset * length(rotated))
    convergence <- on_plane / off_plane
    if (trace) {
      cat(sprintf("%-11s (%.2e): par = (%s)\n", format(state$deviance, digits = 7),
                  convergence, paste(vapply(values, format, ""), collapse = " ")))
    }
    if (convergence <= settings$tol) {
      info$isConv <- TRUE
      info$finIter <- iteration
      info$finTol <- convergence
      info$stopCode <- 0L
      info$stopMessage <- "converged"
      break
    }
    info$finTol <- convergence
    if (iteration == settings$maxiter) {
      fail(2L, paste("number of iterations exceeded maximum of", settings$maxiter))
      break
    }
    increment <- qr.coef(decomposition, state$residual)[seq_len(free)]
    accepted <- FALSE
    while (step >= settings$minFactor) {
      trial <- pmin(pmax(values + step * increment, lower), upper)
      next_state <- tryCatch(problem$evaluate(trial), error = function(e) e)
      if (inherits(next_state, "error")) stop(next_state)
      evaluations <- evaluations + 1L
      if (is.finite(next_state$deviance) && next_state$deviance <= state$deviance) {
        accepted <- TRUE
        break
      }
      step <- step / 2
    }
    if (!accepted) {
      if (algorithm == "port") {
        info$isConv <- TRUE
        info$finIter <- iteration
        info$stopMessage <- "both X-convergence and relative convergence (5)"
        info$stopCode <- 0L
      } else {
        fail(3L, gettextf("step factor %g reduced below 'minFactor' of %g", step, settings$minFactor))
      }
      break
    }
    unchanged <- identical(unname(trial), unname(values))
    values <- trial
    state <- next_state
    step <- min(2 * step, 1)
    if (unchanged) {
      info$isConv <- TRUE
      info$finIter <- iteration
      info$stopCode <- 0L
      info$stopMessage <- "converged"
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

coef.nls <- function(object, ...) object$m$getAllPars()

print.nls <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  cat("Nonlinear regression model\n")
  cat("  model: ", deparse(formula(x)), "\n", sep = "")
  cat("   data: ", deparse(x$data), "\n", sep = "")
  print(x$m$getAllPars(), digits = digits, ...)
  cat(" ", if (!is.null(x$weights) && diff(range(x$weights))) "weighted ",
      "residual sum-of-squares: ", format(x$m$deviance(), digits = digits), "\n",
      sep = "")
  print_convergence(x, digits)
  invisible(x)
}

print_convergence <- function(x, digits) {
  info <- x$convInfo
  if (identical(x$call$algorithm, "port")) {
    cat("\nAlgorithm \"port\", convergence message: ", info$stopMessage, "\n", sep = "")
  } else if (!info$isConv) {
    cat("\nNumber of iterations till stop:", info$finIter,
        "\nAchieved convergence tolerance:", format(info$finTol, digits = digits))
    cat("\nReason stopped: ", info$stopMessage, "\n", sep = "")
  } else {
    cat("\nNumber of iterations to convergence:", info$finIter,
        "\nAchieved convergence tolerance:", format(info$finTol, digits = digits))
    cat("\n")
  }
}

summary.nls <- function(object, correlation = FALSE, symbolic.cor = FALSE, ...) {
  residuals <- as.vector(object$m$resid())
  weights <- object$weights
  count <- if (is.null(weights)) length(residuals) else sum(weights > 0)
  estimate <- coef(object)
  parameters <- length(estimate)
  freedom <- count - parameters
  variance <- if (freedom <= 0) NaN else deviance(object) / freedom
  unscaled <- chol2inv(object$m$Rmat())
  dimnames(unscaled) <- list(names(estimate), names(estimate))
  error <- sqrt(diag(unscaled) * variance)
  statistic <- estimate / error
  table <- cbind(estimate, error, statistic,
                 2 * pt(abs(statistic), freedom, lower.tail = FALSE))
  dimnames(table) <- list(names(estimate), c("Estimate", "Std. Error", "t value", "Pr(>|t|)"))
  result <- list(formula = formula(object), residuals = residuals,
                 sigma = sqrt(variance), df = c(parameters, freedom),
                 cov.unscaled = unscaled, call = object$call,
                 convInfo = object$convInfo, control = object$control,
                 na.action = object$na.action, coefficients = table,
                 parameters = table)
  if (correlation && freedom > 0) {
    result$correlation <- unscaled * variance / outer(error, error)
    result$symbolic.cor <- symbolic.cor
  }
  class(result) <- "summary.nls"
  result
}

print.summary.nls <- function(x, digits = max(3L, getOption("digits") - 3L),
                              symbolic.cor = x$symbolic.cor,
                              signif.stars = getOption("show.signif.stars"), ...) {
  cat("\nFormula: ", paste(deparse(x$formula), collapse = "\n"), "\n", sep = "")
  cat("\nParameters:\n")
  printCoefmat(x$coefficients, digits = digits, signif.stars = signif.stars, ...)
  cat("\nResidual standard error:", format(signif(x$sigma, digits)), "on",
      x$df[2L], "degrees of freedom")
  cat("\n")
  print_correlation(x$correlation, symbolic.cor, digits)
  print_convergence(x, digits)
  if (nzchar(omitted <- naprint(x$na.action))) cat("  (", omitted, ")\n", sep = "")
  cat("\n")
  invisible(x)
}

fitted.nls <- function(object, ...) {
  values <- as.vector(object$m$fitted())
  if (!is.null(object$na.action)) values <- napredict(object$na.action, values)
  attr(values, "label") <- "Fitted values"
  values
}

residuals.nls <- function(object, type = c("response", "pearson"), ...) {
  type <- match.arg(type)
  values <- as.vector(object$m$resid())
  if (type == "pearson") {
    scale <- sqrt(deviance(object) / df.residual(object))
    values <- values / scale
    if (!is.null(object$na.action)) values <- naresid(object$na.action, values)
    attr(values, "label") <- "Standardized residuals"
  } else {
    weights <- object$weights
    if (!is.null(weights)) values <- values / ifelse(weights > 0, sqrt(weights), 1)
    if (!is.null(object$na.action)) values <- naresid(object$na.action, values)
    attr(values, "label") <- "Residuals"
  }
  values
}

predict.nls <- function(object, newdata, se.fit = FALSE, scale = NULL, df = Inf,
                        interval = c("none", "confidence", "prediction"),
                        level = 0.95, ...) {
  if (missing(newdata)) return(as.vector(fitted(object)))
  if (!is.null(classes <- object$dataClasses)) {
    .checkMFClasses(classes, as.data.frame(newdata))
  }
  object$m$predict(newdata)
}

deviance.nls <- function(object, ...) object$m$deviance()

df.residual.nls <- function(object, ...) {
  weights <- object$weights
  count <- if (is.null(weights)) length(object$m$resid()) else sum(weights > 0)
  count - length(coef(object))
}

formula.nls <- function(x, ...) x$m$formula()

vcov.nls <- function(object, ...) {
  summary <- summary(object)
  summary$sigma^2 * summary$cov.unscaled
}

weights.nls <- function(object, ...) object$weights

nobs.nls <- function(object, ...) {
  if (is.null(weights <- object$weights)) length(object$m$resid()) else sum(weights > 0)
}

logLik.nls <- function(object, REML = FALSE, ...) {
  if (REML) stop("cannot calculate REML log-likelihood for \"nls\" objects")
  residuals <- as.vector(object$m$resid())
  count <- length(residuals)
  weights <- if (is.null(object$weights)) rep.int(1, count) else object$weights
  used <- weights > 0
  value <- -count * (log(2 * pi) + 1 - log(count) - sum(log(weights[used])) / count +
    log(sum(residuals^2))) / 2
  structure(value, df = 1L + length(coef(object)), nobs = sum(used),
            nall = sum(used), class = "logLik")
}

anova.nls <- function(object, ...) {
  models <- list(object, ...)
  if (length(models) < 2L) stop("anova is only defined for sequences of \"nls\" objects")
  freedoms <- vapply(models, function(m) as.numeric(df.residual(m)), 0)
  squares <- vapply(models, deviance, 0)
  change <- -diff(freedoms)
  explained <- -diff(squares)
  larger <- ifelse(change > 0, seq_along(change) + 1L, seq_along(change))
  ratio <- (explained / change) / (squares / freedoms)[larger]
  p <- pf(ratio, abs(change), freedoms[larger], lower.tail = FALSE)
  table <- data.frame(freedoms, squares, c(NA, change), c(NA, explained),
                      c(NA, ratio), c(NA, p))
  dimnames(table) <- list(seq_along(models), c("Res.Df", "Res.Sum Sq", "Df", "Sum Sq", "F value", "Pr(>F)"))
  formulas <- vapply(models, function(m) paste(deparse(formula(m)), collapse = "\n"), "")
  structure(table, heading = c(
    "Analysis of Variance Table\n",
    paste0("Model ", format(seq_along(models)), ": ", formulas, collapse = "\n")),
    class = c("anova", "data.frame"))
}

#' Numerical derivatives of an expression
#'
#' Evaluates an expression and adds the gradient with respect to parameters.
#'
#' @param expr an expression.
#' @param theta names of the parameters.
#' @param rho the environment.
#' @param dir directions of the steps.
#' @param eps the relative step.
#' @param central whether to use central differences.
#' @examples
#' x <- 3
#' numericDeriv(quote(x^2), "x")
numericDeriv <- function(expr, theta, rho = parent.frame(), dir = 1,
                         eps = .Machine$double.eps^(1/if (central) 3 else 2),
                         central = FALSE) {
  dir <- rep_len(dir, length(theta))
  value <- eval(expr, rho)
  if (any(!is.finite(value))) {
    stop("Missing value or an infinity produced when evaluating the model")
  }
  columns <- list()
  for (i in seq_along(theta)) {
    original <- get(theta[i], envir = rho)
    for (j in seq_along(original)) {
      size <- abs(original[j])
      step <- if (size == 0) eps else size * eps
      at <- function(shift) {
        moved <- original
        moved[j] <- moved[j] + shift
        assign(theta[i], moved, envir = rho)
        as.vector(eval(expr, rho))
      }
      columns <- c(columns, list(if (central) {
        (at(dir[i] * step) - at(-dir[i] * step)) / (2 * dir[i] * step)
      } else {
        (at(dir[i] * step) - as.vector(value)) / (dir[i] * step)
      }))
    }
    assign(theta[i], original, envir = rho)
  }
  attr(value, "gradient") <- matrix(unlist(columns), ncol = length(columns))
  value
}
