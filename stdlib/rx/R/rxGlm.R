#' Logistic and other generalised linear models of data of any size
#'
#' Fits generalised linear models by iteratively reweighted least squares, with
#' one pass over the data for each iteration. `rxLogit` models a response of 0
#' and 1, logical, or a factor of two levels. The last level of each factor is
#' dropped, where `glm` drops the first. The families of R with their usual links
#' and `rxTweedie` are computed by all threads; any other family object works
#' with its own functions. Standard errors and the dispersion come from the
#' weights of the last iteration.
#'
#' @param formula a model formula; `F(x)` makes a factor of whole numbers,
#'   `offset(x)` is added to the linear predictor.
#' @param data a data source, a path or a data frame.
#' @param family a family object, its function or its name.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param offset the name of a column that is added to the linear predictor.
#' @param cube whether the cells of the first term, which must be categorical,
#'   take the place of the intercept.
#' @param variableSelection what `rxStepControl` returns, to select terms.
#' @param cubePredictions whether to predict a probability for each cell of a cube,
#'   with the other variables at their means, in `countDF`.
#' @param covCoef,covData whether to return the covariances of the coefficients, or of
#'   the columns of the model.
#' @param computeAIC whether to compute Akaike's criterion.
#' @param initialValues coefficients to start from; otherwise the iterations
#'   start from the responses.
#' @param coefLabelStyle `"Revo"` for names such as `sex=Male`, `"R"` for `sex1`.
#' @param dropFirst whether to drop the first level of each factor instead.
#' @param dropMain whether main effects give way to interactions when some
#'   columns are redundant.
#' @param maxIterations the most iterations.
#' @param coeffTolerance the fit has converged when no coefficient changes by
#'   more than this part of the largest; 0 for no such test.
#' @param objectiveFunctionTolerance the fit has converged when the deviance
#'   changes by no more than this part.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' fit <- rxGlm(count ~ spray, data = InsectSprays, family = poisson())
#' fit
#' summary(rxGlm(dist ~ speed, cars, family = Gamma(link = "log"), computeAIC = TRUE))
rxGlm <- function(formula, data, family = gaussian(), pweights = NULL,
                  fweights = NULL, offset = NULL, cube = FALSE,
                  variableSelection = list(), rowSelection = NULL,
                  transforms = NULL, transformObjects = NULL, transformFunc = NULL,
                  transformVars = NULL, transformPackages = NULL,
                  transformEnvir = NULL, dropFirst = FALSE,
                  dropMain = rxGetOption("dropMain"), covCoef = FALSE,
                  computeAIC = FALSE, initialValues = NA,
                  coefLabelStyle = rxGetOption("coefLabelStyle"),
                  blocksPerRead = rxGetOption("blocksPerRead"), maxIterations = 25,
                  coeffTolerance = 1e-6, objectiveFunctionTolerance = 1e-8,
                  reportProgress = rxGetOption("reportProgress"), verbose = 0,
                  computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  params <- regression_params(
    data, call, pweights, fweights, cube, dropFirst, dropMain, coefLabelStyle,
    reportProgress, covCoef = covCoef, offset = offset, computeAIC = computeAIC,
    initialValues = initialValues, maxIterations = maxIterations,
    coeffTolerance = coeffTolerance,
    objectiveFunctionTolerance = objectiveFunctionTolerance)
  family <- as_family(family)
  fit <- select_model(native, as_model_formula(formula), variableSelection, params, family)
  fit$transforms <- attr(native, "transforms")
  fit$call <- call
  structure(fit, class = "rxGlm")
}

#' @rdname rxGlm
#' @examples
#' summary(rxLogit(am ~ wt, data = mtcars))
rxLogit <- function(formula, data, pweights = NULL, fweights = NULL, cube = FALSE,
                    cubePredictions = FALSE, variableSelection = list(),
                    rowSelection = NULL, transforms = NULL, transformObjects = NULL,
                    transformFunc = NULL, transformVars = NULL,
                    transformPackages = NULL, transformEnvir = NULL,
                    dropFirst = FALSE, dropMain = rxGetOption("dropMain"),
                    covCoef = FALSE, covData = FALSE, initialValues = NULL,
                    coefLabelStyle = rxGetOption("coefLabelStyle"),
                    blocksPerRead = rxGetOption("blocksPerRead"), maxIterations = 25,
                    coeffTolerance = 1e-6, gradientTolerance = 1e-6,
                    objectiveFunctionTolerance = 1e-8,
                    reportProgress = rxGetOption("reportProgress"), verbose = 0,
                    computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  params <- regression_params(
    data, call, pweights, fweights, cube, dropFirst, dropMain, coefLabelStyle,
    reportProgress, covCoef = covCoef, covData = covData,
    cubePredictions = cubePredictions, initialValues = initialValues,
    maxIterations = maxIterations, coeffTolerance = coeffTolerance,
    objectiveFunctionTolerance = objectiveFunctionTolerance)
  fit <- select_model(native, as_model_formula(formula), variableSelection, params,
                      binomial())
  fit$transforms <- attr(native, "transforms")
  fit$call <- call
  structure(fit, class = "rxLogit")
}

# The means and covariances of the columns of a model that is found by scoring, of the
# rows that have all variables: those that a linear model has, unless the response is
# a factor.
column_statistics <- function(native, formula, params, names, isFactor) {
  weights <- chosen_weights(params$fweights, params$pweights)
  if (!isFactor) {
    found <- .Internal(rxLeastSquares(
      native, formula, weights, FALSE, params$dropFirst, params$dropMain,
      params$coefLabelStyle == "R", TRUE, NULL, thread_count(), params$reportProgress))
    covariances <- data_covariances(found)
  } else {
    all <- structure(call("~", call("+", formula[[3L]], formula[[2L]])), class = "formula")
    found <- .Internal(rxCrossSums(native, all, weights, thread_count(), params$reportProgress))
    found$names <- found$names[-1L]
    covariances <- matrix(found$centred / (found$weights - 1), length(found$names),
                          dimnames = list(found$names, found$names))
  }
  columns <- intersect(names, rownames(covariances))
  if (length(columns) < sum(names != "(Intercept)")) {
    stop("a model of a factor needs coefLabelStyle = \"Revo\" for this", call. = FALSE)
  }
  list(means = found$means[match(names, found$names)],
       covariances = covariances[columns, columns, drop = FALSE])
}

# What the calls of all regressions have in common, and what is printed of the data.
regression_params <- function(data, call, pweights, fweights, cube, dropFirst,
                              dropMain, coefLabelStyle, reportProgress, ...) {
  chosen_weights(fweights, pweights)
  style <- match.arg(coefLabelStyle, c("Revo", "R"))
  given <- list(...)
  if (cube && (isTRUE(given$covCoef) || isTRUE(given$covData))) {
    stop("covCoef and covData need cube = FALSE", call. = FALSE)
  }
  c(list(pweights = pweights, fweights = fweights, cube = cube,
         dropFirst = dropFirst, dropMain = dropMain, coefLabelStyle = style,
         reportProgress = if (is.data.frame(data)) 0L else as.integer(reportProgress),
         data = data_lines(data, deparse(call$data)[1L])), given)
}

as_family <- function(family) {
  if (is.character(family)) family <- get(family, mode = "function")
  if (is.function(family)) family <- family()
  if (!inherits(family, "family")) stop("'family' is not a family", call. = FALSE)
  family
}

# A generalised linear model of one formula, without its call.
glm_fit <- function(native, formula, params, family, terms = NULL) {
  if (length(formula) < 3L) stop("the formula must have a dependent variable", call. = FALSE)
  initial <- params$initialValues
  if (is.null(initial) || all(is.na(initial))) initial <- NULL
  found <- .Internal(rxScoring(
    native, formula, chosen_weights(params$fweights, params$pweights), params$offset,
    native_family(family), initial,
    c(params$maxIterations, params$coeffTolerance, params$objectiveFunctionTolerance),
    params$cube, params$dropFirst, params$dropMain, params$coefLabelStyle == "R", terms,
    as.integer(rxGetOption("numCoresToUse")), params$reportProgress))
  if (!found$converged) warning("the iterations did not converge", call. = FALSE)
  result <- glm_statistics(found, formula, params, family)
  if (isTRUE(params$covData) || isTRUE(params$cubePredictions)) {
    columns <- column_statistics(native, result$formula, params, found$names,
                                 any(found$responses %in% names(found$levels)))
    if (isTRUE(params$covData)) result$covData <- columns$covariances
    found$means <- columns$means
  }
  if (params$cube) {
    found$cells <- found$counts
    cells <- cube_counts(found, result$coefficients, params$cubePredictions)
    if (isTRUE(params$cubePredictions)) {
      cells$countDF[[found$responses]] <- family$linkinv(cells$countDF[[found$responses]])
    }
    result <- c(result, cells)
  }
  result
}

glm_statistics <- function(found, formula, params, family) {
  names <- found$names
  dropped <- found$dropped
  rows <- (if (is.null(params$fweights)) found$valid - found$zeroWeights
           else found$priorWeights)
  free <- rows - found$rank
  isFixed <- family$family %in% c("binomial", "poisson")
  dispersion <- if (isFixed) 1 else if (free > 0) found$pearson / free else NaN
  inverse <- matrix(found$inverse, length(names), dimnames = list(names, names))
  estimates <- ifelse(dropped, NA, found$coefficients)
  errors <- ifelse(dropped, NA, sqrt(diag(inverse) * dispersion))
  ratio <- estimates / errors
  column <- function(x) matrix(x, dimnames = list(names, found$responses))
  isNormal <- is.null(params$offset) && is.null(params$computeAIC)
  p <- if (isNormal) 2 * pnorm(-abs(ratio)) else if (free > 0) 2 * pt(-abs(ratio), free)
    else NaN * ratio
  result <- list(
    coefficients = column(estimates),
    covCoef = if (isTRUE(params$covCoef)) inverse * dispersion,
    condition.number = found$condition, rank = found$rank,
    aliased = structure(dropped, names = names),
    coef.std.error = column(errors), coef.t.value = column(ratio),
    coef.p.value = column(pmax(p, .Machine$double.eps)),
    df = c(found$rank, free, length(names)), y.names = found$responses,
    dispersion = dispersion, family = family, deviance = found$deviance,
    null.deviance = found$nullDeviance, iter = found$iterations,
    converged = found$converged, params = params, formula = formula,
    levels = found$levels, terms = found$terms, nValidObs = found$valid,
    nMissingObs = found$missing)
  if (isNormal || params$computeAIC) result$aic <- glm_aic(found, family)
  result
}

# Akaike's criterion, as the families of R define it.
glm_aic <- function(found, family) {
  deviance <- found$deviance
  total <- found$priorWeights
  scale <- deviance / total
  rows <- found$valid
  value <- switch(
    family$family,
    binomial = , poisson = deviance + found$saturated,
    gaussian = rows * (log(2 * pi * deviance / rows) + 1) + 2 - found$saturated,
    Gamma = 2 * ((deviance / 2 + total) / scale + found$saturated +
      total * (lgamma(1 / scale) + log(scale) / scale)) + 2,
    inverse.gaussian = total * (log(2 * pi * scale) + 1) + 3 * found$saturated + 2,
    NA)
  value + 2 * found$rank
}

# A family as the native half knows it: names, or a function for families of other kinds.
native_family <- function(family) {
  likelihood <- "none"
  variance <- switch(
    family$family,
    binomial = , quasibinomial = "binomial", poisson = , quasipoisson = "1",
    gaussian = "constant", Gamma = "2", inverse.gaussian = "3",
    quasi = switch(family$varfun, constant = "constant", `mu(1-mu)` = "binomial",
                   mu = "1", `mu^2` = "2", `mu^3` = "3"),
    Tweedie = as.character(family$var.power))
  links <- c("identity", "log", "logit", "probit", "cauchit", "cloglog", "inverse",
             "1/mu^2", "sqrt")
  link <- family$link
  # The name of a power is rounded.
  power <- environment(family$linkinv)$power
  if (is.null(power)) power <- environment(family$linkinv)$lambda
  if (startsWith(link, "mu^") && is.numeric(power)) {
    link <- paste0("mu^", format(power, digits = 17L))
  } else if (is.null(variance) || !link %in% links) {
    return(family_function(family))
  }
  if (family$family %in% c("gaussian", "binomial", "poisson")) likelihood <- family$family
  if (family$family == "Gamma") likelihood <- "gamma"
  if (family$family == "inverse.gaussian") likelihood <- "inverseGaussian"
  list(link = link, variance = variance, likelihood = likelihood,
       isQuasi = family$family == "quasi")
}

# Works out rows by a family's own functions; without linear predictors at its start.
family_function <- function(family) {
  function(eta, y, weights) {
    if (is.null(eta)) {
      start <- list2env(list(
        y = y, weights = weights, nobs = length(y), etastart = NULL, mustart = NULL,
        start = NULL), parent = environment(family$linkinv))
      eval(family$initialize, start)
      mu <- start$mustart
      eta <- family$linkfun(mu)
    } else mu <- family$linkinv(eta)
    isValid <- (is.null(family$valideta) || family$valideta(eta)) &&
      (is.null(family$validmu) || family$validmu(mu))
    list(eta, mu, family$mu.eta(eta), family$variance(mu),
         family$dev.resids(y, mu, rep(1, length(y))), as.numeric(!isValid))
  }
}

#' Family of Tweedie distributions
#'
#' A family object for `rxGlm` and `glm` whose variance is a power of the mean: 0
#' for normal, 1 for Poisson, 2 for gamma, 3 for inverse normal distributions, and
#' between 1 and 2 for sums of a Poisson number of gamma variables.
#'
#' @param var.power the power of the mean that gives the variance.
#' @param link.power the power of the mean that gives the linear predictor; 0 for
#'   the logarithm.
#' @examples
#' rxTweedie(var.power = 1.5)
#' rxGlm(count ~ spray, InsectSprays, family = rxTweedie(1.2, 0))
rxTweedie <- function(var.power = 0, link.power = 1 - var.power) {
  link <- if (link.power == 0) make.link("log") else power_link(link.power)
  unit <- function(y, mu) {
    p <- var.power
    if (p == 0) return((y - mu)^2 / 2)
    if (p == 1) return(ifelse(y == 0, 0, y * log(y / mu)) - (y - mu))
    if (p == 2) return(-(log(ifelse(y == 0, 1, y / mu)) - (y - mu) / mu))
    own <- ifelse(y == 0 & p < 2, 0, y^(2 - p) / ((1 - p) * (2 - p)))
    own - y * mu^(1 - p) / (1 - p) + mu^(2 - p) / (2 - p)
  }
  structure(
    list(family = "Tweedie",
         link = if (link.power == 0) "log" else paste0("mu^", link.power),
         linkfun = link$linkfun, linkinv = link$linkinv,
         variance = function(mu) mu^var.power,
         dev.resids = function(y, mu, wt) 2 * wt * unit(y, mu),
         aic = function(y, n, mu, wt, dev) NA, mu.eta = link$mu.eta,
         initialize = expression({
           n <- rep.int(1, nobs)
           mustart <- if (var.power == 0) y else y + 0.1 * (y == 0)
         }),
         validmu = function(mu) var.power == 0 || all(mu > 0),
         valideta = link$valideta, var.power = var.power, link.power = link.power),
    class = "family")
}

# A power of the mean, which may be negative.
power_link <- function(power) {
  list(linkfun = function(mu) mu^power,
       linkinv = function(eta) eta^(1 / power),
       mu.eta = function(eta) eta^(1 / power - 1) / power,
       valideta = function(eta) all(is.finite(eta)) && (power == 1 || all(eta > 0)))
}
