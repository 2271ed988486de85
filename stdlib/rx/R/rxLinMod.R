#' Linear models of data of any size
#'
#' Fits a linear model by least squares in one pass over the data. The last
#' level of each factor is dropped, where `lm` drops the first. Coefficients
#' are the same bits for any number of threads.
#'
#' @param formula a model formula; `F(x)` makes a factor of whole numbers.
#' @param data a data source, a path or a data frame.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param cube whether the cells of the first term, which must be categorical,
#'   take the place of the intercept.
#' @param cubePredictions whether `countDF` has predictions for the cells also when
#'   there are other terms: at the means of these.
#' @param variableSelection what `rxStepControl` returns, to select terms.
#' @param covCoef,covData whether to return the covariances of the coefficients, or
#'   of the columns of the model.
#' @param coefLabelStyle `"Revo"` for names such as `sex=Male`, `"R"` for `sex1`.
#' @param dropFirst whether to drop the first level of each factor instead.
#' @param dropMain whether main effects give way to interactions when some
#'   columns are redundant.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' fit <- rxLinMod(dist ~ speed, data = cars)
#' fit
#' summary(fit)
#' coef(rxLinMod(breaks ~ wool + tension, data = warpbreaks, dropFirst = TRUE))
rxLinMod <- function(formula, data, pweights = NULL, fweights = NULL,
                     cube = FALSE, cubePredictions = FALSE,
                     variableSelection = list(), rowSelection = NULL,
                     transforms = NULL, transformObjects = NULL,
                     transformFunc = NULL, transformVars = NULL,
                     transformPackages = NULL, transformEnvir = NULL,
                     dropFirst = FALSE, dropMain = rxGetOption("dropMain"),
                     covCoef = FALSE, covData = FALSE,
                     coefLabelStyle = rxGetOption("coefLabelStyle"),
                     blocksPerRead = rxGetOption("blocksPerRead"),
                     reportProgress = rxGetOption("reportProgress"), verbose = 0,
                     computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  params <- regression_params(
    data, call, pweights, fweights, cube, dropFirst, dropMain, coefLabelStyle,
    reportProgress, covCoef = covCoef, covData = covData,
    cubePredictions = cubePredictions)
  fit <- select_model(native, as_model_formula(formula), variableSelection, params, NULL)
  fit$transforms <- attr(native, "transforms")
  fit$call <- call
  structure(fit, class = "rxLinMod")
}

# A linear model of one formula, without its call; `chooser` chooses among its terms.
linear_model <- function(native, formula, params, chooser = NULL) {
  found <- .Internal(rxLeastSquares(
    native, formula, chosen_weights(params$fweights, params$pweights), params$cube,
    params$dropFirst, params$dropMain, params$coefLabelStyle == "R",
    isTRUE(params$covData), chooser, as.integer(rxGetOption("numCoresToUse")),
    params$reportProgress))
  fit <- linear_fit(found, params)
  fit$params <- params
  fit$formula <- formula
  fit
}

# The fit with its statistics, from the sums that the pass brought.
linear_fit <- function(found, params) {
  cube <- params$cube
  count <- length(found$names)
  shape <- list(found$names, found$responses)
  dropped <- found$dropped
  coefficients <- matrix(found$estimates, count, dimnames = shape)
  coefficients[dropped, ] <- NA
  rows <- if (is.null(params$fweights)) found$valid else found$weights
  free <- rows - found$rank
  variance <- found$residuals / free
  inverse <- matrix(found$inverse, count, dimnames = list(found$names, found$names))
  errors <- sqrt(outer(diag(inverse), variance))
  dimnames(errors) <- shape
  errors[dropped, ] <- NA
  t <- coefficients / errors
  p <- if (free > 0) 2 * pt(-abs(t), free) else NaN * t
  p <- pmax(p, .Machine$double.eps)
  slopes <- found$rank - (cube || found$terms[1L] == 0L)
  squared <- 1 - found$residuals / found$total
  value <- (found$total - found$residuals) / slopes / variance
  corrected <- if (cube || found$terms[1L] == 0L) rows - 1 else rows
  result <- list(
    coefficients = coefficients,
    covCoef = if (isTRUE(params$covCoef)) inverse * variance[1L],
    covData = data_covariances(found),
    residual.squares = found$residuals,
    condition.number = found$condition,
    rank = found$rank,
    aliased = structure(dropped, names = found$names),
    coef.std.error = errors, coef.t.value = t, coef.p.value = p,
    total.squares = found$total,
    y.var = found$total / corrected,
    sigma = sqrt(variance),
    residual.variance = variance,
    r.squared = squared,
    f.pvalue = if (free > 0) pf(value, slopes, free, lower.tail = FALSE) else NaN,
    df = c(found$rank, free, count),
    y.names = found$responses,
    fstatistics = list(value = value, numdf = slopes, dendf = free),
    adj.r.squared = 1 - (1 - squared) * corrected / free,
    nValidObs = found$valid,
    nMissingObs = found$missing,
    deviance = found$residuals,
    levels = found$levels, terms = found$terms)
  if (!is.null(params$fweights)) result$sumOfWeights <- found$weights
  if (cube) result <- c(result, cube_counts(found, coefficients, params$cubePredictions))
  result
}

# The covariances of the columns of the model, NULL when not asked for.
data_covariances <- function(found) {
  if (is.null(found$covariances)) return(NULL)
  names <- found$names[found$terms > 0L]
  matrix(found$covariances, length(names), dimnames = list(names, names))
}

# The cells of the first term of a cube: their factors, predictions and counts.
cube_counts <- function(found, coefficients, predictions = FALSE) {
  first <- found$terms == 1L
  cells <- cell_columns(cube_factors(found))
  if (all(first) || isTRUE(predictions)) {
    # What the other columns add at their means.
    others <- colSums(coefficients[!first, , drop = FALSE] * found$means[!first], na.rm = TRUE)
    for (i in seq_along(found$responses)) {
      cells[[found$responses[i]]] <- coefficients[first, i] + others[i]
    }
  }
  cells$Counts <- found$cells
  list(countDF = as.data.frame(lapply(cells, unname), optional = TRUE),
       counts = c(found$cells, rep(NA, sum(!first))))
}

# The levels of the factors of the first term, which are those that make its cells.
cube_factors <- function(found) {
  levels <- found$levels[setdiff(names(found$levels), found$responses)]
  levels[seq_len(match(length(found$cells), cumprod(lengths(levels))))]
}
