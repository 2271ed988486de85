#' Control of the fit of generalized linear models
#'
#' @param epsilon the relative change of the deviance that ends the iteration.
#' @param maxit the largest number of iterations.
#' @param trace whether to print each iteration.
#' @examples
#' str(glm.control())
glm.control <- function(epsilon = 1e-8, maxit = 25, trace = FALSE) {
  if (!is.numeric(epsilon) || epsilon <= 0) stop("value of 'epsilon' must be > 0")
  if (!is.numeric(maxit) || maxit <= 0) {
    stop("maximum number of iterations must be > 0")
  }
  list(epsilon = epsilon, maxit = maxit, trace = trace)
}

#' @rdname glm
#' @param intercept whether the null model has an intercept.
#' @examples
#' glm.fit(cbind(1, mtcars$wt), mtcars$am, family = binomial())$coefficients
glm.fit <- function(x, y, weights = rep.int(1, nobs), start = NULL,
                    etastart = NULL, mustart = NULL, offset = rep.int(0, nobs),
                    family = gaussian(), control = list(), intercept = TRUE,
                    singular.ok = TRUE) {
  control <- do.call("glm.control", control)
  x <- as.matrix(x)
  columns <- dimnames(x)[[2L]]
  cases <- if (is.matrix(y)) rownames(y) else names(y)
  nobs <- NROW(y)
  nvars <- ncol(x)
  if (is.null(weights)) weights <- rep.int(1, nobs)
  if (is.null(offset)) offset <- rep.int(0, nobs)
  if (!is.function(family$variance) || !is.function(family$linkinv)) {
    stop("'family' argument seems not to be a valid family object", call. = FALSE)
  }
  kept_mustart <- mustart
  eval(family$initialize)
  if (!is.null(kept_mustart)) mustart <- kept_mustart
  fit <- if (nvars == 0L) {
    glm_without_coefficients(y, weights, offset, family)
  } else {
    reweighted_fit(x, y, weights, start, etastart, mustart, offset, family,
                   control, singular.ok, columns)
  }
  warn_extreme_means(family, fit$mu)
  names(fit$residuals) <- names(fit$mu) <- names(fit$eta) <- cases
  working <- rep.int(0, nobs)
  working[fit$good] <- fit$w^2
  names(working) <- names(weights) <- names(y) <- cases
  null_mu <- if (intercept) sum(weights * y) / sum(weights)
    else family$linkinv(offset)
  null_deviance <- sum(family$dev.resids(y, null_mu, weights))
  counted <- nobs - sum(weights == 0)
  rank <- fit$rank
  aic <- family$aic(y, n, fit$mu, weights, fit$deviance) + 2 * rank
  list(coefficients = fit$coefficients, residuals = fit$residuals,
       fitted.values = fit$mu, effects = fit$effects, R = fit$R, rank = rank,
       qr = fit$qr, family = family, linear.predictors = fit$eta,
       deviance = fit$deviance, aic = aic, null.deviance = null_deviance,
       iter = fit$iterations, weights = working, prior.weights = weights,
       df.residual = counted - rank, df.null = counted - as.integer(intercept),
       y = y, converged = fit$converged, boundary = fit$boundary)
}

glm_without_coefficients <- function(y, weights, offset, family) {
  eta <- rep.int(0, NROW(y)) + offset
  if (!family$valideta(eta)) {
    stop("invalid linear predictor values in empty model", call. = FALSE)
  }
  mu <- family$linkinv(eta)
  if (!family$validmu(mu)) {
    stop("invalid fitted means in empty model", call. = FALSE)
  }
  slope <- family$mu.eta(eta)
  list(coefficients = numeric(), eta = eta, mu = mu,
       deviance = sum(family$dev.resids(y, mu, weights)),
       w = sqrt((weights * slope^2) / family$variance(mu)),
       residuals = (y - mu) / slope, good = rep_len(TRUE, length(mu)),
       converged = TRUE, boundary = FALSE, iterations = 0L, rank = 0L)
}

# Iteratively reweighted least squares (Nelder and Wedderburn, 1972), with halved steps where a
# step leaves the region of valid means or makes the deviance infinite.
reweighted_fit <- function(x, y, weights, start, etastart, mustart, offset,
                           family, control, singular.ok, columns) {
  call <- sys.call(-1L)
  data <- list(x = x, y = y, weights = weights, offset = offset, family = family, call = call)
  now <- glm_state(data, if (is.null(etastart)) start,
    starting_predictor(x, start, etastart, mustart, offset, family, columns))
  if (!now$valid) {
    stop("cannot find valid starting values: please specify some", call. = FALSE)
  }
  steps <- 0L
  boundary <- converged <- FALSE
  while (!converged && steps < control$maxit) {
    steps <- steps + 1L
    working <- working_data(data, now)
    if (!any(working$good)) {
      warning(simpleWarning(
        gettextf("no observations informative at iteration %d", steps), call))
      break
    }
    fit <- .Internal(lmFit(x[working$good, , drop = FALSE] * working$w, working$z * working$w,
                           min(1e-7, control$epsilon / 1000)))
    if (!all(is.finite(fit$coefficients))) {
      warning(simpleWarning(gettextf("non-finite coefficients at iteration %d", steps), call))
      break
    }
    refuse_rank(fit$rank, x, singular.ok, call)
    ahead <- glm_state(data, replace(now$coefficients, fit$pivot, fit$coefficients))
    if (control$trace) {
      cat("Deviance = ", ahead$deviance, " Iterations - ", steps, "\n", sep = "")
    }
    boundary <- is_outside(ahead)
    if (boundary) ahead <- halved_step(ahead, data, now$coefficients, control)
    change <- abs(ahead$deviance - now$deviance)
    converged <- change < control$epsilon * (abs(ahead$deviance) + 0.1)
    now <- ahead
  }
  if (!converged) warning("glm.fit: algorithm did not converge", call. = FALSE)
  if (boundary) warning("glm.fit: algorithm stopped at boundary value", call. = FALSE)
  labelled_glm(fit, x, y, now$coefficients, now$eta, now$mu, working$w, working$good, columns,
    list(deviance = now$deviance, converged = converged, boundary = boundary,
         iterations = steps), family)
}

# Where the iteration is: coefficients, the predictor and means they give, and the deviance.
glm_state <- function(data, coefficients, eta = drop(data$x %*% coefficients) + data$offset) {
  family <- data$family
  mu <- family$linkinv(eta)
  list(coefficients = coefficients, eta = eta, mu = mu,
       deviance = sum(family$dev.resids(data$y, mu, data$weights)),
       valid = family$valideta(eta) && family$validmu(mu))
}

is_outside <- function(state) !state$valid || !is.finite(state$deviance)

# The working response and the square roots of its weights, for the observations that inform.
working_data <- function(data, state) {
  weighted <- data$weights > 0
  variance <- data$family$variance(state$mu)
  slope <- data$family$mu.eta(state$eta)
  problem <- if (anyNA(variance[weighted])) "NAs in V(mu)"
    else if (any(variance[weighted] == 0)) "0s in V(mu)"
    else if (anyNA(slope[weighted])) "NAs in d(mu)/d(eta)"
  if (!is.null(problem)) stop(simpleError(problem, data$call))
  good <- weighted & slope != 0
  list(good = good,
       z = (state$eta - data$offset + (data$y - state$mu) / slope)[good],
       w = sqrt(data$weights * slope^2 / variance)[good])
}

refuse_rank <- function(rank, x, singular.ok, call) {
  if (nrow(x) < rank) {
    stop(simpleError(sprintf(ngettext(nrow(x),
      "X matrix has rank %d, but only %d observation",
      "X matrix has rank %d, but only %d observations"), rank, nrow(x)), call))
  }
  if (!singular.ok && rank < ncol(x)) stop(simpleError("singular fit encountered", call))
}

# The linear predictor before the first iteration.
starting_predictor <- function(x, start, etastart, mustart, offset, family, columns) {
  if (!is.null(etastart)) return(etastart)
  if (is.null(start)) return(family$linkfun(mustart))
  if (length(start) != ncol(x)) {
    stop(simpleError(
      gettextf("length of 'start' should equal %d and correspond to initial coefs for %s",
               ncol(x), paste(deparse(columns), collapse = ", ")),
      quote(etastart %||% {NULL})))
  }
  offset + as.vector(if (NCOL(x) == 1L) x * start else x %*% start)
}

# Half the way back to the last coefficients, until the state is inside.
halved_step <- function(state, data, last, control) {
  if (is.null(last)) {
    stop("no valid set of coefficients has been found: please supply starting values",
         call. = FALSE)
  }
  warning(if (!is.finite(state$deviance)) "step size truncated due to divergence"
          else "step size truncated: out of bounds", call. = FALSE)
  halvings <- 0L
  while (is_outside(state)) {
    if (halvings == control$maxit) {
      stop("inner loop; cannot correct step size", call. = FALSE)
    }
    halvings <- halvings + 1L
    state <- glm_state(data, (state$coefficients + last) / 2)
  }
  if (control$trace) {
    cat("Step halved: new deviance = ", state$deviance, "\n", sep = "")
  }
  state
}

labelled_glm <- function(fit, x, y, coef, eta, mu, w, good, columns, outcome,
                         family) {
  nvars <- ncol(x)
  rank <- fit$rank
  labels <- if (is.null(columns)) paste0("x", seq_len(nvars)) else columns
  if (rank < nvars) coef[fit$pivot][seq.int(rank + 1, nvars)] <- NA
  coefficients <- coef
  names(coefficients) <- labels
  residuals <- (y - mu) / family$mu.eta(eta)
  decomposition <- as.matrix(fit$qr)
  triangle <- decomposition[seq_len(min(nvars, nrow(decomposition))), , drop = FALSE]
  if (nrow(decomposition) < nvars) {
    full <- diag(nvars)
    full[seq_len(nrow(decomposition)), seq_len(nvars)] <- triangle
    triangle <- full
  }
  triangle[row(triangle) > col(triangle)] <- 0
  pivoted <- labels[fit$pivot]
  colnames(decomposition) <- pivoted
  dimnames(triangle) <- list(pivoted, pivoted)
  effects <- as.vector(fit$effects)
  names(effects) <- c(pivoted[seq_len(rank)], rep.int("", sum(good) - rank))
  c(list(
    coefficients = coefficients, residuals = residuals, mu = mu, eta = eta,
    w = w, good = good, effects = effects, R = triangle, rank = rank,
    qr = structure(
      list(qr = decomposition, rank = rank, qraux = fit$qraux,
           pivot = fit$pivot, tol = fit$tol),
      class = "qr")), outcome)
}

warn_extreme_means <- function(family, mu) {
  eps <- 10 * .Machine$double.eps
  if (family$family == "binomial" && any(mu > 1 - eps | mu < eps)) {
    warning("glm.fit: fitted probabilities numerically 0 or 1 occurred",
            call. = FALSE)
  }
  if (family$family == "poisson" && any(mu < eps)) {
    warning("glm.fit: fitted rates numerically 0 occurred", call. = FALSE)
  }
}
