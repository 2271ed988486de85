#' Fit generalized linear models
#'
#' Maximum likelihood by iteratively reweighted least squares. Returns an object
#' of class `c("glm", "lm")`.
#'
#' @param formula the model.
#' @param family the distribution and link: a family, a function or a name.
#' @param data a data frame with the variables.
#' @param weights prior weights.
#' @param subset which cases to use.
#' @param na.action a function that treats missing values.
#' @param start,etastart,mustart starting values of the coefficients, the linear
#'   predictor and the means.
#' @param offset a known part of the linear predictor.
#' @param control a list of parameters, see `glm.control`.
#' @param model,x,y whether to keep the frame, the design matrix, the response.
#' @param method `"glm.fit"`, a function, or `"model.frame"`.
#' @param singular.ok whether a singular fit is allowed.
#' @param contrasts a named list of contrasts.
#' @param ... further control parameters.
#' @examples
#' glm(am ~ wt, binomial, mtcars)
glm <- function(formula, family = gaussian, data, weights, subset, na.action,
                start = NULL, etastart, mustart, offset, control = list(...),
                model = TRUE, method = "glm.fit", x = FALSE, y = TRUE,
                singular.ok = TRUE, contrasts = NULL, ...) {
  call <- match.call()
  family <- as_family(family, parent.frame())
  if (missing(data)) data <- environment(formula)
  frame_call <- match.call(expand.dots = FALSE)
  frame_call <- frame_call[c(1L, match(
    c("formula", "data", "subset", "weights", "na.action", "etastart",
      "mustart", "offset"), names(frame_call), 0L))]
  frame_call$drop.unused.levels <- TRUE
  frame_call[[1L]] <- quote(stats::model.frame)
  frame <- eval(frame_call, parent.frame())
  if (identical(method, "model.frame")) return(frame)
  if (!is.character(method) && !is.function(method)) {
    stop("invalid 'method' argument")
  }
  if (identical(method, "glm.fit")) control <- do.call("glm.control", control)
  terms <- attr(frame, "terms")
  response <- model.response(frame, "any")
  if (length(dim(response)) == 1L) {
    labels <- rownames(response)
    dim(response) <- NULL
    names(response) <- labels
  }
  design <- if (is.empty.model(terms)) matrix(, NROW(response), 0L)
    else model.matrix(terms, frame, contrasts)
  weights <- as.vector(model.weights(frame))
  if (!is.null(weights) && !is.numeric(weights)) {
    stop("'weights' must be a numeric vector")
  }
  if (!is.null(weights) && any(weights < 0)) stop("negative weights not allowed")
  offset <- as.vector(model.offset(frame))
  if (!is.null(offset) && length(offset) != NROW(response)) {
    stop(gettextf("number of offsets is %d should equal %d (number of observations)",
                  length(offset), NROW(response)), domain = NA)
  }
  fitter <- if (is.function(method)) method else get(method, mode = "function")
  intercept <- attr(terms, "intercept") > 0L
  fit <- fitter(x = design, y = response, weights = weights, start = start,
                etastart = model.extract(frame, "etastart"),
                mustart = model.extract(frame, "mustart"), offset = offset,
                family = family, control = control, intercept = intercept,
                singular.ok = singular.ok)
  if (length(offset) && intercept) {
    null <- fitter(x = design[, "(Intercept)", drop = FALSE], y = response,
                   mustart = fit$fitted.values, weights = weights,
                   offset = offset, family = family, control = control,
                   intercept = TRUE)
    if (!null$converged) {
      warning("fitting to calculate the null deviance did not converge -- increase 'maxit'?")
    }
    fit$null.deviance <- null$deviance
  }
  if (model) fit$model <- frame
  fit$na.action <- attr(frame, "na.action")
  if (x) fit$x <- design
  if (!y) fit$y <- NULL
  structure(
    c(fit, list(call = call, formula = formula, terms = terms, data = data,
                offset = offset, control = control, method = method,
                contrasts = attr(design, "contrasts"),
                xlevels = .getXlevels(terms, frame))),
    class = c(fit$class, c("glm", "lm")))
}

as_family <- function(family, frame) {
  if (is.character(family)) family <- get(family, mode = "function", envir = frame)
  if (is.function(family)) family <- family()
  if (is.null(family$family)) {
    print(family)
    stop("'family' not recognized")
  }
  family
}

print.glm <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  cat("\nCall:  ", paste(deparse(x$call), collapse = "\n"), "\n\n", sep = "")
  if (length(coef(x))) {
    cat("Coefficients")
    if (is.character(used <- x$contrasts)) {
      cat("  [contrasts: ", apply(cbind(names(used), used), 1L, paste, collapse = "="), "]")
    }
    cat(":\n")
    print.default(format(x$coefficients, digits = digits), print.gap = 2,
                  quote = FALSE)
  } else {
    cat("No coefficients\n\n")
  }
  cat("\nDegrees of Freedom:", x$df.null, "Total (i.e. Null); ", x$df.residual,
      "Residual\n")
  if (nzchar(omitted <- naprint(x$na.action))) cat("  (", omitted, ")\n", sep = "")
  cat("Null Deviance:\t   ", format(signif(x$null.deviance, digits)),
      "\nResidual Deviance:", format(signif(x$deviance, digits)),
      "\tAIC:", format(signif(x$aic, digits)))
  cat("\n")
  invisible(x)
}

#' @rdname glm
#' @param object a generalized linear model.
#' @param dispersion the dispersion, estimated if NULL.
#' @param correlation whether to add the correlations of the coefficients.
#' @param symbolic.cor whether to print them as symbols.
#' @examples
#' summary.glm(glm(am ~ wt, binomial, mtcars))
summary.glm <- function(object, dispersion = NULL, correlation = FALSE,
                        symbolic.cor = FALSE, ...) {
  freedom <- object$df.residual
  estimated <- FALSE
  if (is.null(dispersion)) {
    dispersion <- if (object$family$family %in% c("poisson", "binomial")) {
      1
    } else if (freedom > 0) {
      estimated <- TRUE
      if (any(object$weights == 0)) {
        warning("observations with zero weight not used for calculating dispersion")
      }
      sum((object$weights * object$residuals^2)[object$weights > 0]) / freedom
    } else {
      estimated <- TRUE
      NaN
    }
  }
  aliased <- is.na(coef(object))
  rank <- object$rank
  if (rank > 0L) {
    leading <- seq_len(rank)
    decomposition <- qr.lm(object)
    estimate <- object$coefficients[decomposition$pivot[leading]]
    unscaled <- chol2inv(decomposition$qr[leading, leading, drop = FALSE])
    dimnames(unscaled) <- list(names(estimate), names(estimate))
    scaled <- dispersion * unscaled
    error <- sqrt(diag(scaled))
    statistic <- estimate / error
    if (!estimated) {
      p <- 2 * pnorm(-abs(statistic))
      labels <- c("z value", "Pr(>|z|)")
    } else if (freedom > 0) {
      p <- 2 * pt(-abs(statistic), freedom)
      labels <- c("t value", "Pr(>|t|)")
    } else {
      statistic <- p <- NaN
      labels <- c("t value", "Pr(>|t|)")
    }
    table <- cbind(estimate, error, statistic, p)
    dimnames(table) <- list(names(estimate), c("Estimate", "Std. Error", labels))
    columns <- NCOL(decomposition$qr)
  } else {
    table <- matrix(, 0L, 4L)
    dimnames(table) <- list(NULL, c("Estimate", "Std. Error", "t value", "Pr(>|t|)"))
    unscaled <- scaled <- matrix(, 0L, 0L)
    columns <- length(aliased)
  }
  kept <- match(c("call", "terms", "family", "deviance", "aic", "contrasts",
                  "df.residual", "null.deviance", "df.null", "iter",
                  "na.action"), names(object), 0L)
  result <- c(object[kept], list(
    deviance.resid = residuals(object, type = "deviance"),
    coefficients = table, aliased = aliased, dispersion = dispersion,
    df = c(object$rank, freedom, columns), cov.unscaled = unscaled,
    cov.scaled = scaled))
  if (correlation && rank > 0L) {
    scale <- sqrt(diag(unscaled))
    result$correlation <- unscaled / outer(scale, scale)
    result$symbolic.cor <- symbolic.cor
  }
  class(result) <- "summary.glm"
  result
}

print.summary.glm <- function(x, digits = max(3L, getOption("digits") - 3L),
                              symbolic.cor = x$symbolic.cor,
                              signif.stars = getOption("show.signif.stars"),
                              ...) {
  print_call(x$call)
  cat("Deviance Residuals: \n")
  residuals <- x$deviance.resid
  if (x$df.residual > 5) {
    residuals <- setNames(quantile(residuals, na.rm = TRUE),
                          c("Min", "1Q", "Median", "3Q", "Max"))
  }
  print.default(zapsmall(residuals, digits + 1L), digits = digits,
                na.print = "", print.gap = 2L)
  if (!length(x$aliased)) {
    cat("\nNo Coefficients\n")
  } else {
    unknown <- x$df[3L] - x$df[1L]
    if (unknown) {
      cat("\nCoefficients: (", unknown,
          " not defined because of singularities)\n", sep = "")
    } else {
      cat("\nCoefficients:\n")
    }
    printCoefmat(with_aliased(x$coefficients, x$aliased), digits = digits,
                 signif.stars = signif.stars, na.print = "NA", ...)
  }
  cat("\n(Dispersion parameter for ", x$family$family, " family taken to be ",
      format(x$dispersion), ")\n\n",
      apply(cbind(
        paste(format(c("Null", "Residual"), justify = "right"), "deviance:"),
        format(unlist(x[c("null.deviance", "deviance")]),
               digits = max(5L, digits + 1L)), " on",
        format(unlist(x[c("df.null", "df.residual")])),
        " degrees of freedom\n"), 1L, paste, collapse = " "), sep = "")
  if (nzchar(omitted <- naprint(x$na.action))) cat("  (", omitted, ")\n", sep = "")
  cat("AIC: ", format(x$aic, digits = max(4L, digits + 1L)), "\n\n",
      "Number of Fisher Scoring iterations: ", x$iter, "\n", sep = "")
  print_correlation(x$correlation, symbolic.cor, digits)
  cat("\n")
  invisible(x)
}

#' Residuals of a generalized linear model
#'
#' @param object a generalized linear model.
#' @param type the kind of residuals.
#' @param ... not used.
#' @examples
#' residuals.glm(glm(am ~ wt, binomial, mtcars), "pearson")[1:2]
residuals.glm <- function(object, type = c("deviance", "pearson", "working",
                                           "response", "partial"), ...) {
  type <- match.arg(type)
  y <- object$y
  r <- object$residuals
  mu <- object$fitted.values
  weights <- object$prior.weights
  family <- object$family
  if (is.null(y) && type %in% c("deviance", "pearson", "response")) {
    y <- mu + r * family$mu.eta(object$linear.predictors)
  }
  result <- switch(
    type,
    deviance = if (object$df.residual > 0) {
      size <- sqrt(pmax(family$dev.resids(y, mu, weights), 0))
      ifelse(y > mu, size, -size)
    } else {
      rep.int(0, length(mu))
    },
    pearson = (y - mu) * sqrt(weights) / sqrt(family$variance(mu)),
    working = r,
    response = y - mu,
    partial = r)
  if (!is.null(object$na.action)) result <- naresid(object$na.action, result)
  if (type == "partial") result <- result + predict(object, type = "terms")
  result
}

confint.glm <- function(object, parm, level = 0.95, ...) {
  message("Waiting for profiling to be done...")
  profile_intervals(object, if (missing(parm)) NULL else parm, level)
}

# Bounds where the profile deviance reaches the quantile, by a search from the
# estimate outwards with the other coefficients refitted.
profile_intervals <- function(object, parm, level) {
  estimate <- coef(object)
  labels <- names(estimate)
  if (is.null(parm)) parm <- labels
  else if (is.numeric(parm)) parm <- labels[parm]
  summary <- summary(object)
  known <- !is.na(estimate)
  design <- model.matrix(object)[, known, drop = FALSE]
  error <- sqrt(diag(summary$cov.scaled))
  fixed <- object$family$family %in% c("binomial", "poisson")
  signed_root <- function(value, name) {
    others <- colnames(design) != name
    offset <- if (is.null(object$offset)) 0 else object$offset
    fit <- suppressWarnings(glm.fit(
      design[, others, drop = FALSE], object$y, weights = object$prior.weights,
      offset = offset + design[, name] * value, family = object$family,
      control = object$control, intercept = FALSE))
    change <- max(fit$deviance - object$deviance, 0)
    sign(value - estimate[[name]]) * sqrt(change / summary$dispersion)
  }
  tails <- (1 - level) / 2
  limit <- if (fixed) qnorm(1 - tails) else qt(1 - tails, object$df.residual)
  bound <- function(name, direction) {
    step <- error[[name]] * limit
    far <- estimate[[name]] + direction * step
    tries <- 0
    while (abs(signed_root(far, name)) < limit) {
      far <- far + direction * step
      tries <- tries + 1
      if (tries > 20) return(NA_real_)
    }
    uniroot(function(v) abs(signed_root(v, name)) - limit,
            sort(c(estimate[[name]], far)), tol = abs(step) * 1e-6)$root
  }
  result <- t(vapply(parm, function(name) {
    if (is.na(estimate[[name]])) c(NA_real_, NA_real_)
    else c(bound(name, -1), bound(name, 1))
  }, numeric(2)))
  dimnames(result) <- list(parm, percent_labels(c(tails, 1 - tails), 3))
  drop(result)
}

response_proportions <- function(y) {
  if (is.matrix(y) && ncol(y) == 2L) y[, 1L] / rowSums(y)
  else if (is.factor(y)) as.numeric(y != levels(y)[1L])
  else y
}
