#' Predictions of trees, forests and naive Bayes
#'
#' Computes what a tree, a forest, boosted trees or a naive Bayes classifier predict
#' for data of any size. Without `outData` the result is a data frame; with a file it
#' is written chunk by chunk.
#'
#' @param modelObject a result of `rxDTree`, `rxDForest`, `rxBTrees` or
#'   `rxNaiveBayes`.
#' @param data a data source, a path or a data frame with the variables of the model.
#' @param outData a file or data source to write to, or a data frame to add columns
#'   to; NULL for a data frame.
#' @param predVarNames names of the new variables, by default that of the response
#'   with `_Pred`, or the levels with `_Pred`, `_prob` or `_vote`.
#' @param writeModelVars whether to write the variables of the model too.
#' @param extraVarsToWrite names of more variables to write.
#' @param append `"none"`, or `"rows"` to add to an existing file.
#' @param overwrite whether an existing file may be replaced.
#' @param type of a tree `"vector"` (means, or numbers of classes), `"prob"`,
#'   `"class"` or `"matrix"`; of a forest `"response"`, `"prob"` or `"vote"`; of
#'   boosted trees `"response"` or `"link"`; of naive Bayes `"class"` or `"prob"`.
#' @param removeMissings whether to leave out rows that miss a variable.
#' @param computeResiduals whether to compute responses less predictions; for classes
#'   1 where they differ.
#' @param residType `"usual"`.
#' @param residVarNames the name of the residuals, by default that of the response
#'   with `_Resid`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,... not used.
#' @examples
#' tree <- rxDTree(mpg ~ wt + cyl, mtcars, xVal = 0)
#' head(rxPredict(tree, mtcars, computeResiduals = TRUE))
#' forest <- rxDForest(Species ~ ., iris, seed = 1)
#' head(rxPredict(forest, iris, type = "prob"), 2)
rxPredict.rxDTree <- function(modelObject, data = NULL, outData = NULL,
                              predVarNames = NULL, writeModelVars = FALSE,
                              extraVarsToWrite = NULL, append = c("none", "rows"),
                              overwrite = FALSE,
                              type = c("vector", "prob", "class", "matrix"),
                              removeMissings = FALSE, computeResiduals = FALSE,
                              residType = "usual", residVarNames = NULL,
                              blocksPerRead = rxGetOption("blocksPerRead"),
                              reportProgress = rxGetOption("reportProgress"),
                              verbose = 0, xdfCompressionLevel = 1, ...) {
  type <- match.arg(type)
  compute <- function(rows) {
    columns <- tree_predictions(modelObject, rows, type, predVarNames)
    if (computeResiduals) {
      kind <- if (modelObject$method == "class") "class" else "vector"
      fitted <- tree_predictions(modelObject, rows, kind, "fit")$fit
      columns <- c(columns, residual_column(modelObject, rows, fitted, residVarNames))
    }
    columns
  }
  predicted_data(compute, modelObject, data, outData, writeModelVars, extraVarsToWrite,
                 computeResiduals, match.arg(append), overwrite, removeMissings,
                 blocksPerRead, reportProgress, xdfCompressionLevel)
}

#' @rdname rxPredict.rxDTree
#' @param cutoff what the votes of each class are divided by; NULL for those of the
#'   forest.
rxPredict.rxDForest <- function(modelObject, data = NULL, outData = NULL,
                                predVarNames = NULL, writeModelVars = FALSE,
                                extraVarsToWrite = NULL, append = c("none", "rows"),
                                overwrite = FALSE,
                                type = c("response", "prob", "vote", "class", "link"),
                                cutoff = NULL, removeMissings = FALSE,
                                computeResiduals = FALSE, residType = "usual",
                                residVarNames = NULL,
                                blocksPerRead = rxGetOption("blocksPerRead"),
                                reportProgress = rxGetOption("reportProgress"),
                                verbose = 0, xdfCompressionLevel = 1, ...) {
  type <- match.arg(type)
  if (type == "class") type <- "response"
  isBoosted <- inherits(modelObject, "rxBTrees")
  if (isBoosted != (type == "link") && type != "response") {
    stop("the type \"", type, "\" is not for this model", call. = FALSE)
  }
  find <- function(rows, type, names) {
    if (isBoosted) boosted_predictions(modelObject, rows, type, names)
    else forest_predictions(modelObject, rows, type, names, cutoff)
  }
  compute <- function(rows) {
    columns <- find(rows, type, predVarNames)
    if (computeResiduals) {
      found <- find(rows, "response", NULL)
      columns <- c(columns, residual_column(modelObject, rows, found[[length(found)]],
                                            residVarNames))
    }
    columns
  }
  predicted_data(compute, modelObject, data, outData, writeModelVars, extraVarsToWrite,
                 computeResiduals, match.arg(append), overwrite, removeMissings,
                 blocksPerRead, reportProgress, xdfCompressionLevel)
}

#' @rdname rxPredict.rxDTree
#' @param prior the probabilities of the classes; NULL for those of the model.
#' @examples
#' bayes <- rxNaiveBayes(Species ~ Petal.Length + Petal.Width, iris)
#' table(rxPredict(bayes, iris)$Species_Pred, iris$Species)
rxPredict.rxNaiveBayes <- function(modelObject, data = NULL, outData = NULL,
                                   type = c("class", "prob"), prior = NULL,
                                   predVarNames = NULL, writeModelVars = FALSE,
                                   extraVarsToWrite = NULL,
                                   append = c("none", "rows"), overwrite = FALSE,
                                   removeMissings = FALSE,
                                   blocksPerRead = rxGetOption("blocksPerRead"),
                                   reportProgress = rxGetOption("reportProgress"),
                                   verbose = 0, xdfCompressionLevel = 1, ...) {
  type <- match.arg(type)
  if (is.null(prior)) prior <- modelObject$apriori
  compute <- function(rows) {
    naive_bayes_predictions(modelObject, rows, type, prior, predVarNames)
  }
  predicted_data(compute, modelObject, data, outData, writeModelVars, extraVarsToWrite,
                 FALSE, match.arg(append), overwrite, removeMissings, blocksPerRead,
                 reportProgress, xdfCompressionLevel)
}

residual_column <- function(model, rows, fitted, names) {
  actual <- rows[[model$response]]
  value <- if (is.factor(fitted)) as.numeric(as.character(actual) != as.character(fitted))
    else as.numeric(actual) - as.numeric(fitted)
  structure(list(value), names = if (is.null(names)) paste0(model$response, "_Resid") else names)
}

# The columns that `compute` finds for all data: data frames at once, files chunk by
# chunk.
predicted_data <- function(compute, model, data, outData, writeModelVars,
                           extraVarsToWrite, needsResponse, append, overwrite,
                           removeMissings, blocksPerRead, reportProgress, compression) {
  if (is.null(data)) stop("data must be given", call. = FALSE)
  predictors <- all.vars(model$formula[[3L]])
  keep <- unique(c(if (writeModelVars) all.vars(model$formula), extraVarsToWrite))
  of_rows <- function(rows) {
    rows <- as.data.frame(rows, optional = TRUE)
    missing <- setdiff(predictors, names(rows))
    if (length(missing)) {
      stop("The variable '", missing[1L], "' is not in the data.", call. = FALSE)
    }
    result <- as.data.frame(c(compute(rows), lapply(rows[keep], identity)), optional = TRUE)
    if (removeMissings) result[complete.cases(rows[predictors]), , drop = FALSE] else result
  }
  if (is.data.frame(data) && (is.null(outData) || is.data.frame(outData))) {
    result <- of_rows(data)
    return(if (is.null(outData)) result else cbind(outData, result))
  }
  variables <- unique(c(predictors, if (needsResponse) model$response, keep))
  rxDataStep(
    data, outData, varsToKeep = variables, transformVars = variables,
    transformObjects = list(.rxOfRows = of_rows),
    transformFunc = function(chunk) as.list(.rxOfRows(chunk)), append = append,
    overwrite = overwrite, maxRowsByCols = NULL, blocksPerRead = blocksPerRead,
    reportProgress = reportProgress, xdfCompressionLevel = compression)
}
