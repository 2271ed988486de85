#' Selection of the terms of a regression
#'
#' What the argument `variableSelection` of `rxLinMod`, `rxLogit` and `rxGlm`
#' takes: how to add and drop terms step by step. Terms that others contain stay
#' while these do. Rows that miss any variable of the upper scope are left out.
#' The steps of `rxLinMod` need one pass over the data altogether.
#'
#' @param method `"stepwise"`, `"forward"` or `"backward"`; without a scope always
#'   `"backward"`.
#' @param scope a formula whose terms may be added, or a list of formulas `lower`
#'   and `upper`.
#' @param maxSteps the most steps.
#' @param stepCriterion `"AIC"`, or `"SigLevel"` for tests of the terms.
#' @param maxSigLevelToAdd a term is added only when its p-value is at most this:
#'   by default .50 forward and .15 stepwise.
#' @param minSigLevelToDrop a term is dropped only when its p-value is more than
#'   this: by default .10 backward and .15 stepwise.
#' @param refitEachStep accepted; models are always fitted to convergence.
#' @param keepStepCoefs whether to return the coefficients of all steps.
#' @param scale the variance for the criterion of linear models; 0 to estimate it.
#' @param k what a coefficient costs in the criterion.
#' @param test the test of `"SigLevel"`: `"F"` or `"Chisq"`.
#' @param ... not used.
#' @examples
#' rxLinMod(mpg ~ wt, mtcars, variableSelection = rxStepControl(
#'   scope = ~ wt + hp + qsec, method = "stepwise"))
rxStepControl <- function(method = "stepwise", scope = NULL, maxSteps = 1000,
                          stepCriterion = "AIC", maxSigLevelToAdd = NULL,
                          minSigLevelToDrop = NULL, refitEachStep = NULL,
                          keepStepCoefs = FALSE, scale = 0, k = 2, test = "F", ...) {
  method <- match.arg(method, c("stepwise", "forward", "backward"))
  if (is.null(scope)) method <- "backward"
  list(method = method, scope = scope, maxSteps = maxSteps,
       stepCriterion = match.arg(stepCriterion, c("AIC", "SigLevel")),
       maxSigLevelToAdd = if (!is.null(maxSigLevelToAdd)) maxSigLevelToAdd
         else if (method == "forward") 0.5 else 0.15,
       minSigLevelToDrop = if (!is.null(minSigLevelToDrop)) minSigLevelToDrop
         else if (method == "backward") 0.1 else 0.15,
       refitEachStep = refitEachStep, keepStepCoefs = keepStepCoefs,
       scale = scale, k = k, test = match.arg(test, c("F", "Chisq")))
}

# Fits a model, after the selection of its terms if that is wanted.
select_model <- function(native, formula, control, params, family) {
  if (!length(control)) {
    return(if (is.null(family)) linear_model(native, formula, params)
           else glm_fit(native, formula, params, family))
  }
  if (params$cube) stop("cube and variableSelection exclude each other", call. = FALSE)
  scope <- step_scope(formula, control$scope)
  search <- step_search(scope, control, family)
  fit <- if (is.null(family)) linear_model(native, scope$upper, params, search$choose)
    else step_glm(native, scope$upper, params, family, search$choose)
  fit$formulaBase <- formula
  fit$formula <- search$formula(formula)
  fit$anova <- search$anova()
  if (control$keepStepCoefs) fit$stepCoefs <- search$coefficients()
  fit
}

# Fits what `choose` asks for, until it has chosen.
step_glm <- function(native, formula, params, family, choose) {
  answer <- NULL
  repeat {
    wanted <- choose(answer)
    if (!is.list(wanted)) return(glm_fit(native, formula, params, family, wanted))
    answer <- lapply(wanted, function(set) {
      fit <- glm_fit(native, formula, params, family, set)
      if (is.null(fit$aic)) {
        stop("the selection of terms needs computeAIC = TRUE", call. = FALSE)
      }
      list(rank = fit$rank, valid = sum(fit$df[1:2]), residuals = fit$deviance,
           aic = fit$aic, dispersion = fit$dispersion, names = names(fit$aliased),
           dropped = fit$aliased, estimates = fit$coefficients[, 1L])
    })
  }
}

# The upper model with the sets of terms: those to begin with, those that must stay.
step_scope <- function(formula, scope) {
  if (inherits(scope, "formula")) scope <- list(upper = scope)
  upper <- if (is.null(scope$upper)) formula else update.formula(formula, scope$upper)
  base <- terms(formula, keep.order = TRUE)
  labels <- attr(base, "term.labels")
  more <- attr(terms(upper, keep.order = TRUE), "term.labels")
  # Terms of the formula that the scope does not have come first.
  missing <- setdiff(labels, more)
  if (length(missing)) {
    upper <- reformulate(c(missing, more), formula[[2L]], attr(base, "intercept") == 1L)
  }
  environment(upper) <- environment(formula)
  all <- terms(upper, keep.order = TRUE)
  known <- attr(all, "term.labels")
  lower <- if (is.null(scope$lower)) character() else
    attr(terms(update.formula(formula, scope$lower), keep.order = TRUE), "term.labels")
  list(upper = upper, labels = known, factors = attr(all, "factors") > 0,
       intercept = attr(all, "intercept") == 1L,
       start = match(labels, known), lower = intersect(match(lower, known), seq_along(known)))
}

# The search as functions that share its state: `choose` is given the fits of the sets of
# terms it last asked for, the present one first, and asks for others or ends with one set.
step_search <- function(scope, control, family) {
  current <- scope$start
  steps <- list()
  history <- list()
  candidates <- list()
  move <- function(fits) {
    best <- step_best(fits, candidates, current, control, family)
    history[[length(history) + 1L]] <<- fits[[1L]]
    if (is.null(best)) return(FALSE)
    steps[[length(steps) + 1L]] <<- list(candidate = candidates[[best]], fit = fits[[best + 1L]])
    current <<- candidates[[best]]$set
    TRUE
  }
  choose <- function(fits) {
    if (!is.null(fits) && !move(fits)) return(current)
    if (length(steps) >= control$maxSteps) {
      if (length(steps)) history[[length(history) + 1L]] <<- steps[[length(steps)]]$fit
      return(current)
    }
    candidates <<- step_candidates(scope, current, control$method)
    c(list(current), lapply(candidates, function(candidate) candidate$set))
  }
  list(
    choose = choose,
    formula = function(formula) {
      result <- step_formula(formula, scope, current)
      environment(result) <- environment(formula)
      result
    },
    anova = function() step_anova(history, steps, scope, control, family),
    coefficients = function() step_coefficients(history))
}

step_formula <- function(formula, scope, set) {
  labels <- scope$labels[set]
  if (!length(labels)) labels <- "1"
  reformulate(labels, formula[[2L]], scope$intercept)
}

# The sets of terms that are one step away, terms to drop first.
step_candidates <- function(scope, current, method) {
  inside <- function(small, large) all(scope$factors[scope$factors[, small], large])
  drops <- if (method != "forward") Filter(function(term) {
    !any(vapply(setdiff(current, term), function(other) inside(term, other), NA))
  }, setdiff(current, scope$lower))
  adds <- if (method != "backward") Filter(function(term) {
    others <- setdiff(seq_along(scope$labels), c(current, term))
    !any(vapply(others, function(other) inside(other, term), NA))
  }, setdiff(seq_along(scope$labels), current))
  c(lapply(drops, function(term) {
      list(set = setdiff(current, term), label = paste("-", scope$labels[term]), adds = FALSE)
    }),
    lapply(adds, function(term) {
      list(set = sort(c(current, term)), label = paste("+", scope$labels[term]), adds = TRUE)
    }))
}

# Which candidate is next, NULL for none.
step_best <- function(fits, candidates, current, control, family) {
  if (!length(candidates)) return(NULL)
  ranks <- vapply(fits, function(fit) as.numeric(fit$rank), 0)
  moves <- ranks[-1L] != ranks[1L]
  if (!any(moves)) return(NULL)
  if (control$stepCriterion == "AIC") {
    values <- vapply(fits, step_aic, 0, control = control, family = family)
    if (anyNA(values)) stop("AIC is not defined for this model", call. = FALSE)
    values <- ifelse(moves, values[-1L], Inf) - values[1L]
    return(if (min(values) < -1e-7) which.min(values))
  }
  p <- mapply(step_test, fits[-1L], candidates, MoreArgs = list(fits[[1L]], control, family))
  adds <- vapply(candidates, function(candidate) candidate$adds, NA)
  drop <- which(!adds & moves & p > control$minSigLevelToDrop)
  if (length(drop)) return(drop[which.max(p[drop])])
  add <- which(adds & moves & p <= control$maxSigLevelToAdd)
  if (length(add)) add[which.min(p[add])]
}

step_aic <- function(fit, control, family) {
  if (!is.null(family)) return(fit$aic + (control$k - 2) * fit$rank)
  rows <- fit$valid
  rss <- fit$residuals[1L]
  fitness <- if (control$scale > 0) rss / control$scale - rows else rows * log(rss / rows)
  fitness + control$k * fit$rank
}

# The p-value of the terms in which a model differs from the present one.
step_test <- function(fit, candidate, present, control, family) {
  large <- if (candidate$adds) fit else present
  small <- if (candidate$adds) present else fit
  change <- small$residuals[1L] - large$residuals[1L]
  df <- large$rank - small$rank
  free <- large$valid - large$rank
  if (control$test == "F") {
    value <- change / df / (large$residuals[1L] / free)
    return(pf(value, df, free, lower.tail = FALSE))
  }
  value <- if (is.null(family)) large$valid * log(small$residuals[1L] / large$residuals[1L])
    else change / large$dispersion
  pchisq(value, df, lower.tail = FALSE)
}

step_anova <- function(history, steps, scope, control, family) {
  fits <- c(history[1L], lapply(steps, function(step) step$fit))
  free <- vapply(fits, function(fit) as.numeric(fit$valid - fit$rank), 0)
  deviance <- vapply(fits, function(fit) fit$residuals[1L], 0)
  labels <- c("", vapply(steps, function(step) step$candidate$label, ""))
  data.frame(
    Step = I(labels), Df = c(NA, diff(free)), Deviance = c(NA, abs(diff(deviance))),
    `Resid. Df` = free, `Resid. Dev` = deviance,
    AIC = vapply(fits, step_aic, 0, control = control, family = family),
    check.names = FALSE)
}

# A column for each step: 0 for terms outside of the model, NA for aliased coefficients.
step_coefficients <- function(history) {
  names <- unique(unlist(lapply(history, function(fit) fit$names)))
  columns <- lapply(history, function(fit) {
    values <- numeric(length(names))
    values[match(fit$names, names)] <- ifelse(fit$dropped, NA, fit$estimates)
    values
  })
  names(columns) <- seq_along(columns) - 1L
  as.data.frame(columns, row.names = names, optional = TRUE)
}

#' Coefficients step by step
#'
#' Returns the coefficients of each step of a stepwise regression that kept them, as
#' `rxStepControl(keepStepCoefs = TRUE)` wants, invisibly; nothing is drawn.
#'
#' @param x a stepwise fit of `rxLinMod`, `rxLogit` or `rxGlm`.
#' @param plotStepBreaks,main,xlab,ylab,type,pch,... not used.
#' @param omitZeroCoefs whether to leave out coefficients whose absolute values have
#'   a sum of less than `eps`.
#' @param eps what is taken for 0.
#' @examples
#' control <- rxStepControl(scope = ~ wt + hp + qsec, keepStepCoefs = TRUE)
#' fit <- rxLinMod(mpg ~ wt, mtcars, variableSelection = control)
#' print(rxStepPlot(fit))
rxStepPlot <- function(x, plotStepBreaks = TRUE, omitZeroCoefs = TRUE,
                       eps = .Machine$double.eps, main = deparse(substitute(x)),
                       xlab = "Step", ylab = "Stepwise Coefficients", type = "b",
                       pch = "*", ...) {
  coefficients <- x$stepCoefs
  if (is.null(coefficients)) {
    stop("the model must be fitted stepwise with keepStepCoefs = TRUE", call. = FALSE)
  }
  isOmitted <- omitZeroCoefs & rowSums(abs(coefficients), na.rm = TRUE) < eps
  invisible(coefficients[!isOmitted, , drop = FALSE])
}
