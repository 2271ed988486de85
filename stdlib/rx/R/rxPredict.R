#' Predictions of models
#'
#' Computes what a fit predicts for data of any size: linear predictors or means,
#' with standard errors, intervals and residuals. Without `outData` the result is
#' a data frame; with a file it is written chunk by chunk.
#'
#' @param modelObject a fit of `rxLinMod`, `rxLogit`, `rxGlm` or another model
#'   with a method.
#' @param data a data source, a path or a data frame with the variables of the
#'   model.
#' @param ... for methods.
#' @examples
#' fit <- rxLinMod(dist ~ speed, cars, covCoef = TRUE)
#' head(rxPredict(fit, cars, interval = "prediction", writeModelVars = TRUE))
rxPredict <- function(modelObject, data = NULL, ...) UseMethod("rxPredict")

#' @rdname rxPredict
#' @param outData a file or data source to write to; NULL for a data frame.
#' @param computeStdErrors whether to compute standard errors, for fits made with
#'   `covCoef = TRUE`.
#' @param interval `"none"`, `"confidence"`, or for linear models `"prediction"`.
#' @param confLevel the level of the intervals.
#' @param computeResiduals whether to compute responses less predictions.
#' @param type `"response"` or `"link"`.
#' @param writeModelVars whether to write the variables of the model too.
#' @param extraVarsToWrite names of more variables to write.
#' @param removeMissings whether to leave out rows that miss a variable.
#' @param append `"none"`, or `"rows"` to add to an existing file.
#' @param overwrite whether an existing file may be replaced.
#' @param checkFactorLevels whether levels that the model does not know are an
#'   error; otherwise they are missing.
#' @param predVarNames,residVarNames,intervalVarNames,stdErrorsVarNames names of the
#'   new variables, by default those of the responses with `_Pred`, `_Resid`,
#'   `_Lower` and `_Upper`, `_StdErr`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose accepted.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @examples
#' logit <- rxLogit(am ~ wt, mtcars, covCoef = TRUE)
#' head(rxPredict(logit, mtcars, computeStdErrors = TRUE, computeResiduals = TRUE))
rxPredict.default <- function(modelObject, data = NULL, outData = NULL,
                              computeStdErrors = FALSE, interval = "none",
                              confLevel = 0.95, computeResiduals = FALSE,
                              type = c("response", "link"), writeModelVars = FALSE,
                              extraVarsToWrite = NULL, removeMissings = FALSE,
                              append = c("none", "rows"), overwrite = FALSE,
                              checkFactorLevels = TRUE, predVarNames = NULL,
                              residVarNames = NULL, intervalVarNames = NULL,
                              stdErrorsVarNames = NULL,
                              blocksPerRead = rxGetOption("blocksPerRead"),
                              reportProgress = rxGetOption("reportProgress"),
                              verbose = 0, xdfCompressionLevel = 1, ...) {
  if (!inherits(modelObject, c("rxLinMod", "rxLogit", "rxGlm"))) {
    stop("rxPredict does not know objects of class ", class(modelObject)[1L], call. = FALSE)
  }
  if (is.null(data)) stop("data must be given", call. = FALSE)
  wish <- prediction_wish(
    modelObject, computeStdErrors, match.arg(interval, c("none", "confidence", "prediction")),
    confLevel, computeResiduals, match.arg(type), writeModelVars, extraVarsToWrite,
    removeMissings, checkFactorLevels,
    list(pred = predVarNames, resid = residVarNames, interval = intervalVarNames,
         error = stdErrorsVarNames))
  predict_data(wish, data, outData, match.arg(append), overwrite, blocksPerRead,
               reportProgress, xdfCompressionLevel)
}

# What is wanted of a prediction, worked out once for all chunks.
prediction_wish <- function(fit, computeStdErrors, interval, confLevel, computeResiduals,
                            type, writeModelVars, extraVarsToWrite, removeMissings,
                            checkFactorLevels, names) {
  needsErrors <- computeStdErrors || interval != "none"
  if (needsErrors && is.null(fit$covCoef)) {
    stop("standard errors and intervals need a model fitted with covCoef = TRUE and ",
         "cube = FALSE", call. = FALSE)
  }
  if (interval == "prediction" && !inherits(fit, "rxLinMod")) {
    stop("prediction intervals are for linear models only", call. = FALSE)
  }
  if (fit$params$cube && needsErrors) stop("standard errors need cube = FALSE", call. = FALSE)
  labels <- fit$y.names
  named <- function(given, ending) if (is.null(given)) paste0(labels, ending) else given
  predictors <- fit$formula
  if (!computeResiduals) predictors[[2L]] <- NULL
  list(
    fit = fit, formula = predictors, needsErrors = needsErrors,
    computeStdErrors = computeStdErrors, interval = interval, confLevel = confLevel,
    computeResiduals = computeResiduals, type = type, checkFactorLevels = checkFactorLevels,
    removeMissings = removeMissings,
    keep = unique(c(if (writeModelVars) all.vars(fit$formula), extraVarsToWrite)),
    pred = named(names$pred, "_Pred"), error = named(names$error, "_StdErr"),
    lower = if (is.null(names$interval)) paste0(labels, "_Lower") else names$interval[1L],
    upper = if (is.null(names$interval)) paste0(labels, "_Upper") else names$interval[2L],
    resid = named(names$resid, "_Resid"))
}

# The variables of the data that a prediction reads.
prediction_variables <- function(wish) {
  unique(c(all.vars(wish$formula), wish$fit$params$offset, wish$keep))
}

# Predicts all data: data frames at once, files chunk by chunk.
predict_data <- function(wish, data, outData, append, overwrite, blocksPerRead,
                         reportProgress, xdfCompressionLevel) {
  if (is.data.frame(data) && is.null(outData)) return(predict_rows(wish, data))
  variables <- prediction_variables(wish)
  removeMissings <- wish$removeMissings
  wish$removeMissings <- FALSE
  rxDataStep(
    data, outData, varsToKeep = variables, transformVars = variables,
    transformObjects = list(.rxWish = wish, .rxPredictRows = predict_rows),
    transformFunc = function(chunk) as.list(.rxPredictRows(.rxWish, chunk)),
    append = append, overwrite = overwrite, removeMissings = removeMissings,
    maxRowsByCols = NULL, blocksPerRead = blocksPerRead,
    reportProgress = reportProgress, xdfCompressionLevel = xdfCompressionLevel)
}

# The columns that a prediction writes, for some rows.
predict_rows <- function(wish, data) {
  data <- as.data.frame(data, optional = TRUE)
  fit <- wish$fit
  found <- .Internal(rxPredictors(
    data, wish$formula, fit$params$offset, fit$levels, fit$coefficients, fit$terms,
    if (wish$needsErrors) fit$covCoef, wish$checkFactorLevels,
    as.integer(rxGetOption("numCoresToUse")), 0L))
  columns <- list()
  for (i in seq_along(found$predictors)) {
    columns <- c(columns, response_columns(wish, found, i))
  }
  if (wish$computeResiduals) {
    columns[[wish$resid[1L]]] <- found$responses - columns[[wish$pred[1L]]]
  }
  columns <- c(columns, lapply(data[wish$keep], identity))
  result <- structure(columns, row.names = .set_row_names(nrow(data)), class = "data.frame")
  if (wish$removeMissings) result <- result[complete.cases(result), , drop = FALSE]
  result
}

# The prediction, its standard error and interval for one response.
response_columns <- function(wish, found, i) {
  fit <- wish$fit
  eta <- found$predictors[[i]]
  inverse <- if (wish$type == "response" && !is.null(fit$family)) fit$family$linkinv else identity
  columns <- structure(list(inverse(eta)), names = wish$pred[i])
  if (!wish$needsErrors) return(columns)
  # The covariances are those for the first response.
  scale <- if (inherits(fit, "rxLinMod")) fit$residual.variance / fit$residual.variance[1L] else 1
  error <- sqrt(found$variances * scale[i])
  if (wish$computeStdErrors) {
    isMean <- wish$type == "response" && !is.null(fit$family)
    columns[[wish$error[i]]] <- if (isMean) error * abs(fit$family$mu.eta(eta)) else error
  }
  if (wish$interval == "none") return(columns)
  if (wish$interval == "prediction") error <- sqrt(error^2 + fit$residual.variance[i])
  side <- (1 + wish$confLevel) / 2
  far <- if (inherits(fit, "rxLogit")) qnorm(side) else qt(side, fit$df[2L])
  limits <- list(inverse(eta - far * error), inverse(eta + far * error))
  # Some links turn the limits around.
  columns[[wish$lower[i]]] <- pmin(limits[[1L]], limits[[2L]])
  columns[[wish$upper[i]]] <- pmax(limits[[1L]], limits[[2L]])
  columns
}

predict.rxLinMod <- function(object, newdata, ...) rxPredict(object, newdata, ...)

predict.rxLogit <- predict.rxLinMod

predict.rxGlm <- predict.rxLinMod
