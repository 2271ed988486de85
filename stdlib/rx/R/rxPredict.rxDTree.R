#' Predictions of trees, forests and naive Bayes
#'
#' Computes what a tree, a forest, boosted trees or a naive Bayes classifier predict
#' for data of any size, after the transformations that the model was fitted with.
#' Where predictions go is told of `rxPredict`.
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
                              verbose = 0,
                              xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
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
                                verbose = 0,
                              xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  type <- match.arg(type)
  if (type == "class") type <- "response"
  isBoosted <- inherits(modelObject, "rxBTrees")
  if (isBoosted != (type == "link") && type != "response") {
    stop("the type \"", type, "\" is not for this model")
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
                                   verbose = 0,
                              xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
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

# Writes what `compute` finds for all data, with others of their variables.
predicted_data <- function(compute, model, data, outData, writeModelVars,
                           extraVarsToWrite, needsResponse, append, overwrite,
                           removeMissings, blocksPerRead, reportProgress, compression) {
  keep <- unique(c(if (writeModelVars) all.vars(model$formula), extraVarsToWrite))
  variables <- c(all.vars(model$formula[[3L]]), if (needsResponse) model$response)
  write_predictions(compute, model, variables, keep, data, outData, append, overwrite,
                    removeMissings, blocksPerRead, reportProgress, compression)
}
