#' Predictions of models
#'
#' Computes what a fit predicts for data of any size: linear predictors or means,
#' with standard errors, intervals and residuals, after the transformations that the
#' model was fitted with. For a data frame the result is a data frame. For a file of
#' blocks the predictions become columns of `outData`, or of that file itself when
#' `outData` is not given; for text a data frame comes without `outData`. Files are
#' written chunk by chunk.
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
#' @param outData a file or data source to write to, or a data frame to add columns to.
#' @param computeStdErrors whether to compute standard errors, for fits made with
#'   `covCoef = TRUE`.
#' @param interval `"none"`, `"confidence"`, or for linear models `"prediction"`.
#' @param confLevel the level of the intervals.
#' @param computeResiduals whether to compute responses less predictions; then nothing is
#'   predicted where the response is missing.
#' @param type `"response"` or `"link"`.
#' @param writeModelVars whether to write the variables of the model too.
#' @param extraVarsToWrite names of more variables to write.
#' @param removeMissings whether to leave out rows for which something is missing.
#' @param append `"none"`, or `"rows"` to add to an existing file.
#' @param overwrite whether an existing file, or columns of the file that is read, may
#'   be replaced.
#' @param checkFactorLevels whether levels that the model does not know are an
#'   error; otherwise they are missing.
#' @param predVarNames,residVarNames,intervalVarNames,stdErrorsVarNames names of the
#'   new variables, by default those of the responses with `_Pred`, `_Resid`,
#'   `_Lower` and `_Upper`, `_StdErr`.
#' @param predNames names of the predictions and residuals, an older form.
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
                              stdErrorsVarNames = NULL, predNames = NULL,
                              blocksPerRead = rxGetOption("blocksPerRead"),
                              reportProgress = rxGetOption("reportProgress"),
                              verbose = 0,
                              xdfCompressionLevel = rxGetOption("xdfCompressionLevel"),
                              ...) {
  if (!inherits(modelObject, c("rxLinMod", "rxLogit", "rxGlm"))) {
    stop("rxPredict does not know objects of class ", class(modelObject)[1L])
  }
  if (is.null(predVarNames) && !is.null(predNames)) predVarNames <- predNames[1L]
  if (is.null(residVarNames) && length(predNames) > 1L) residVarNames <- predNames[2L]
  wish <- prediction_wish(
    modelObject, computeStdErrors, match.arg(interval, c("none", "confidence", "prediction")),
    confLevel, computeResiduals, match.arg(type), checkFactorLevels,
    list(pred = predVarNames, resid = residVarNames, interval = intervalVarNames,
         error = stdErrorsVarNames))
  keep <- unique(c(if (writeModelVars) all.vars(modelObject$formula), extraVarsToWrite))
  write_predictions(function(rows) predict_rows(wish, rows), modelObject,
                    c(all.vars(wish$formula), modelObject$params$offset), keep, data, outData,
                    match.arg(append), overwrite, removeMissings, blocksPerRead,
                    reportProgress, xdfCompressionLevel)
}

# What is wanted of a prediction, worked out once for all chunks.
prediction_wish <- function(fit, computeStdErrors, interval, confLevel, computeResiduals,
                            type, checkFactorLevels, names) {
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
    pred = named(names$pred, "_Pred"), error = named(names$error, "_StdErr"),
    lower = if (is.null(names$interval)) paste0(labels, "_Lower") else names$interval[1L],
    upper = if (is.null(names$interval)) paste0(labels, "_Upper") else names$interval[2L],
    resid = named(names$resid, "_Resid"))
}

# The columns that a prediction writes, for some rows.
predict_rows <- function(wish, data) {
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
    # Without its response nothing is told of a row.
    columns <- lapply(columns, function(values) replace(values, is.na(found$responses), NA))
  }
  columns
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
