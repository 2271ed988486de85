#' Boosted trees
#'
#' Stochastic gradient boosting: trees one after another, each grown from a sample of
#' the rows and fitted to what those before it leave of the response. Returns an
#' object of class `rxBTrees`, which is also an `rxDForest`: its trees add up to a
#' score, beginning with `init.pred`; `oob.err` has the mean deviance, after each
#' iteration, of the rows that were not drawn for it.
#'
#' @param formula,data,pweights,fweights,cost,minSplit,minBucket,cp,maxNumBins,maxUnorderedLevels,removeMissings
#'   see `rxDTree`.
#' @param maxDepth the greatest depth of a node.
#' @param nTree the number of iterations.
#' @param mTry how many predictors are looked at for a split; NULL for the root of
#'   their number, or a third of it for numbers.
#' @param replace whether rows are drawn with replacement.
#' @param sampRate how many rows are drawn, as a part of all; NULL for 0.632, or 1
#'   with replacement.
#' @param importance whether to find how much each predictor lessens impurity.
#' @param seed a seed for random numbers.
#' @param lossFunction `"bernoulli"` for a response of 0 and 1 or of two levels,
#'   `"gaussian"` for numbers, `"multinomial"` for more levels.
#' @param learningRate what each tree is multiplied by.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' rxBTrees(mpg ~ wt + hp, mtcars, lossFunction = "gaussian", nTree = 20, seed = 1)
#' rxBTrees(Species ~ ., iris, lossFunction = "multinomial", nTree = 5, seed = 1)$oob.err
rxBTrees <- function(formula, data, pweights = NULL, fweights = NULL, cost = NULL,
                     minSplit = NULL, minBucket = NULL, maxDepth = 1, cp = 0,
                     nTree = 10, mTry = NULL, replace = FALSE, sampRate = NULL,
                     importance = FALSE, seed = sample.int(.Machine$integer.max, 1),
                     lossFunction = "bernoulli", learningRate = 0.1,
                     maxNumBins = NULL, maxUnorderedLevels = 32,
                     removeMissings = FALSE, rowSelection = NULL, transforms = NULL,
                     transformObjects = NULL, transformFunc = NULL,
                     transformVars = NULL, transformPackages = NULL,
                     transformEnvir = NULL,
                     blocksPerRead = rxGetOption("blocksPerRead"),
                     reportProgress = rxGetOption("reportProgress"), verbose = 0,
                     computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  formula <- tree_formula(formula, data)
  lossFunction <- match.arg(lossFunction, c("bernoulli", "gaussian", "multinomial"))
  predictors <- length(sum_parts(formula[[3L]]))
  if (is.null(mTry)) mTry <- usual_tried(predictors, lossFunction == "multinomial")
  if (is.null(sampRate)) sampRate <- if (replace) 1 else 0.632
  settings <- list(
    minSplit = minSplit, minBucket = minBucket, maxDepth = maxDepth, cp = cp,
    maxNumBins = maxNumBins, maxUnorderedLevels = maxUnorderedLevels, cost = cost,
    removeMissings = removeMissings, seed = seed, nTree = nTree, mTry = mTry,
    replace = replace, sampRate = sampRate, learningRate = learningRate)
  found <- .Internal(rxBoostTrees(
    native, formula, chosen_weights(fweights, pweights), settings, thread_count(),
    report_level(data, reportProgress), lossFunction))
  result <- list(
    ntree = nTree, mtry = min(mTry, predictors),
    type = if (lossFunction == "multinomial") "class" else "anova",
    forest = forest_trees(found, cp, formula),
    oob.err = data.frame(oob.err = found$deviances, num.oob = found$counts),
    init.pred = found$start, levels = found$classes)
  if (importance) result$importance <- forest_importance(found)
  result$transforms <- attr(native, "transforms")
  result <- c(result, list(
    response = deparse(formula[[2L]]), valid.obs = found$valid, missing.obs = found$missing,
    lossFunction = lossFunction, learningRate = learningRate, params = settings,
    formula = formula, call = call))
  structure(result, class = c("rxBTrees", "rxDForest"))
}

print.rxBTrees <- function(x, by.class = FALSE, ...) {
  print_call(x$call)
  cat("\n")
  ending <- function(label, value) cat(formatC(label, width = 36L), ": ", value, " \n", sep = "")
  ending("Loss function of boosted trees", x$lossFunction)
  ending("Number of boosting iterations", x$ntree)
  ending("No. of variables tried at each split", x$mtry)
  cat("\n")
  ending("OOB estimate of deviance", format(x$oob.err$oob.err[nrow(x$oob.err)], digits = 7L))
  invisible(x)
}

# Predictions of boosted trees for the rows of a data frame as a list of columns.
boosted_predictions <- function(x, rows, type, names) {
  width <- length(x$init.pred)
  scores <- matrix(x$init.pred, nrow(rows), width, byrow = TRUE)
  for (k in seq_along(x$forest)) {
    score <- (k - 1L) %% width + 1L
    tree <- x$forest[[k]]
    scores[, score] <- scores[, score] + tree$frame$yval[tree_leaves(tree, rows)]
  }
  if (width == 1L) {
    value <- scores[, 1L]
    if (type != "link" && x$lossFunction == "bernoulli") value <- plogis(value)
    return(structure(list(value), names = prediction_name(x, names)))
  }
  shares <- if (type == "link") scores else {
    parts <- exp(scores - do.call(pmax, as.data.frame(scores)))
    parts / rowSums(parts)
  }
  best <- structure(max.col(scores, "first"), levels = x$levels, class = "factor")
  if (is.null(names)) {
    names <- c(paste0(x$levels, if (type == "link") "_link" else "_prob"),
               prediction_name(x, NULL))
  }
  structure(c(as.list(as.data.frame(shares)), list(best)), names = names)
}
