#' Decision forests
#'
#' Grows trees from samples of the rows, each looking at a few predictors, chosen at
#' random, at each split. What the trees say of the rows they have not seen tells how
#' wrong the forest is. Returns an object of class `rxDForest`: a list with `ntree`,
#' `mtry`, `type`, `forest` (a list of trees), `oob.err`, for classes `confusion` and
#' `cutoff`, `importance`, `params`, `formula`, `call`.
#'
#' @param formula,data,pweights,fweights,parms,cost,minSplit,minBucket,maxDepth,cp,maxNumBins,maxUnorderedLevels,removeMissings
#'   see `rxDTree`.
#' @param method `"class"` or `"anova"`; NULL for what fits the response.
#' @param nTree the number of trees.
#' @param mTry how many predictors are looked at for a split; NULL for the root of
#'   their number, or a third of it for numbers.
#' @param replace whether rows are drawn with replacement.
#' @param cutoff what the votes of each class are divided by; NULL for one over the
#'   number of classes.
#' @param sampRate how many rows are drawn, as a part of all; NULL for 1, or 0.632
#'   without replacement.
#' @param importance whether to find how much each predictor lessens impurity.
#' @param seed a seed for random numbers.
#' @param computeOobError positive for the error after each tree, 0 for that after
#'   all, negative for none.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' forest <- rxDForest(Species ~ ., data = iris, nTree = 20, seed = 1)
#' forest
#' rxVarUsed(forest)
rxDForest <- function(formula, data, pweights = NULL, fweights = NULL, method = NULL,
                      parms = NULL, cost = NULL, minSplit = NULL, minBucket = NULL,
                      maxDepth = 10, cp = 0, nTree = 10, mTry = NULL, replace = TRUE,
                      cutoff = NULL, sampRate = NULL, importance = FALSE,
                      seed = sample.int(.Machine$integer.max, 1), computeOobError = 1,
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
  predictors <- length(sum_parts(formula[[3L]]))
  isClass <- response_is_class(formula, data, method)
  if (is.null(mTry)) mTry <- usual_tried(predictors, isClass)
  if (is.null(sampRate)) sampRate <- if (replace) 1 else 0.632
  settings <- list(
    minSplit = minSplit, minBucket = minBucket, maxDepth = maxDepth, cp = cp,
    maxNumBins = maxNumBins, maxUnorderedLevels = maxUnorderedLevels, cost = cost,
    removeMissings = removeMissings, prior = parms$prior, loss = parms$loss,
    information = identical(parms$split, "information"), seed = seed, nTree = nTree,
    mTry = mTry, replace = replace, sampRate = sampRate, cutoff = cutoff)
  found <- .Internal(rxGrowForest(
    native, formula, chosen_weights(fweights, pweights), settings, thread_count(),
    report_level(data, reportProgress)))
  result <- list(
    ntree = nTree, mtry = min(mTry, predictors),
    type = if (is.null(found$classes)) "anova" else "class",
    forest = forest_trees(found, cp, formula, parms$prior))
  if (computeOobError >= 0) result$oob.err <- forest_errors(found, computeOobError == 0)
  if (!is.null(found$classes)) {
    if (computeOobError >= 0) {
      result$confusion <- confusion_table(found, deparse(formula[[2L]]))
    }
    count <- length(found$classes)
    result$cutoff <- if (is.null(cutoff)) rep(1 / count, count) else cutoff
    result$levels <- found$classes
  }
  if (importance) result$importance <- forest_importance(found)
  result$transforms <- attr(native, "transforms")
  result <- c(result, list(
    response = deparse(formula[[2L]]), valid.obs = found$valid, missing.obs = found$missing,
    params = settings, formula = formula, call = call))
  structure(result, class = "rxDForest")
}

# Whether the response is a factor, as far as can be known before the data are read.
response_is_class <- function(formula, data, method) {
  if (!is.null(method)) return(method == "class")
  name <- deparse(formula[[2L]])
  if (is.data.frame(data) && name %in% names(data)) {
    return(is.factor(data[[name]]) || is.character(data[[name]]))
  }
  found <- column_info(data, FALSE, 0)
  isTRUE(found$types[match(name, found$names)] %in% c("factor", "character"))
}

usual_tried <- function(predictors, isClass) {
  max(1, floor(if (isClass) sqrt(predictors) else predictors / 3))
}

forest_trees <- function(found, cp, formula, prior = NULL) {
  Map(function(tree, drawn) {
    part <- list(tree = tree, predictors = found$predictors, levels = found$levels,
                 classes = if (length(tree$classWeights)) found$classes,
                 valid = drawn, missing = found$valid + found$missing - drawn, steps = numeric())
    structure(tree_result(part, cp, formula, prior), class = "rxDTree")
  }, found$trees, if (is.null(found$drawn)) found$valid else found$drawn)
}

# What is wrong after each tree, or after all.
forest_errors <- function(found, isLastOnly) {
  errors <- data.frame(oob.err = found$errors, num.oob = found$counts)
  if (is.null(found$classes)) {
    errors$oob.var <- found$variances
    errors$pseudo.R2 <- 1 - errors$oob.err / errors$oob.var
  }
  if (isLastOnly) data.frame(errors[nrow(errors), ], row.names = 1L) else errors
}

confusion_table <- function(found, response) {
  classes <- found$classes
  counts <- matrix(found$confusion, length(classes), byrow = TRUE)
  wrong <- 1 - diag(counts) / rowSums(counts)
  shape <- list(classes, c(classes, "class.error"))
  names(shape) <- c(response, "Predicted")
  matrix(c(counts, wrong), length(classes), dimnames = shape)
}

# How much the splits on each predictor lessen impurity, as a mean over the trees.
forest_importance <- function(found) {
  sums <- numeric(length(found$predictors))
  for (tree in found$trees) {
    inner <- tree$predictor > 0L
    gains <- tapply(tree$improvement[inner],
                    factor(tree$predictor[inner], seq_along(sums)), sum)
    sums <- sums + ifelse(is.na(gains), 0, gains)
  }
  name <- if (is.null(found$classes)) "IncNodePurity" else "MeanDecreaseGini"
  result <- data.frame(as.vector(sums) / length(found$trees), row.names = found$predictors)
  structure(result, names = name)
}

print.rxDForest <- function(x, ...) {
  print_call(x$call)
  cat("\n")
  ending <- function(label, value) cat(formatC(label, width = 36L), ": ", value, "\n", sep = "")
  ending("Type of decision forest", paste(x$type, ""))
  ending("Number of trees", paste(x$ntree, ""))
  ending("No. of variables tried at each split", paste(x$mtry, ""))
  cat("\n")
  if (is.null(x$oob.err)) return(invisible(x))
  last <- x$oob.err[nrow(x$oob.err), ]
  if (x$type == "class") {
    cat("         OOB estimate of error rate: ", format(round(100 * last$oob.err, 2)), "%\n",
        sep = "")
    cat("Confusion matrix:\n")
    print(x$confusion)
  } else {
    ending("Mean of squared residuals", format(last$oob.err, digits = 7L))
    ending("% Var explained", round(100 * last$pseudo.R2))
  }
  invisible(x)
}

# Predictions of a forest for the rows of a data frame as a list of columns.
forest_predictions <- function(x, rows, type, names, cutoff = NULL) {
  if (x$type != "class") {
    sums <- 0
    for (tree in x$forest) sums <- sums + tree$frame$yval[tree_leaves(tree, rows)]
    return(structure(list(sums / x$ntree), names = prediction_name(x, names)))
  }
  count <- length(x$levels)
  votes <- matrix(0, nrow(rows), count)
  for (tree in x$forest) {
    leaf <- tree_leaves(tree, rows)
    votes <- votes + if (type == "prob") tree$frame$yval2[leaf, 1L + count + seq_len(count)]
      else diag(count)[tree$frame$yval[leaf], , drop = FALSE]
  }
  if (type %in% c("prob", "vote")) {
    if (type == "prob") votes <- votes / x$ntree
    columns <- as.list(as.data.frame(unname(votes)))
    if (is.null(names)) names <- paste0(x$levels, "_", type)
    return(structure(columns, names = names))
  }
  if (is.null(cutoff)) cutoff <- x$cutoff
  best <- max.col(t(t(votes) / cutoff), "first")
  structure(list(structure(best, levels = x$levels, class = "factor")),
            names = prediction_name(x, names))
}

prediction_name <- function(x, names) if (is.null(names)) paste0(x$response, "_Pred") else names

#' The trees of a forest
#'
#' `rxTreeDepth` finds the depth of each tree, `rxTreeSize` the number of its leaves
#' or nodes, `rxLeafSize` the sizes of its leaves, `rxVarUsed` how often predictors
#' are used, `rxGetTree` a tree, and `rxVarImpPlot` the importance of the predictors,
#' in order, as a data frame; nothing is drawn.
#'
#' @param x a forest of `rxDForest` or `rxBTrees`, or a tree of `rxDTree`.
#' @param terminal whether to count leaves only.
#' @param use.weight whether the size of a leaf is the weight of its rows.
#' @param by.tree whether to tell the trees apart.
#' @param count whether to count; otherwise the names of the predictors are returned.
#' @param k the number of a tree.
#' @param sort whether to put the most important first.
#' @param n.var how many to return.
#' @param main,... not used.
#' @examples
#' forest <- rxDForest(mpg ~ wt + hp, mtcars, nTree = 3, importance = TRUE, seed = 1)
#' rxTreeDepth(forest)
#' rxTreeSize(forest)
#' rxVarUsed(forest, by.tree = TRUE)
#' rxVarImpPlot(forest)
rxTreeDepth <- function(x) {
  each_tree(x, function(tree) max(floor(log2(as.numeric(row.names(tree$frame))) + 1e-7)))
}

#' @rdname rxTreeDepth
rxTreeSize <- function(x, terminal = TRUE) {
  each_tree(x, function(tree) if (terminal) sum(tree$frame$var == "<leaf>") else nrow(tree$frame))
}

#' @rdname rxTreeDepth
rxLeafSize <- function(x, use.weight = TRUE) {
  sizes <- lapply(tree_list(x), function(tree) {
    leaves <- tree$frame$var == "<leaf>"
    if (use.weight) tree$frame$wt[leaves] else tree$frame$n[leaves]
  })
  if (inherits(x, "rxDTree")) sizes[[1L]] else sizes
}

#' @rdname rxTreeDepth
rxVarUsed <- function(x, by.tree = FALSE, count = TRUE) {
  trees <- tree_list(x)
  names <- attr(trees[[1L]]$terms, "term.labels")
  counts <- vapply(trees, function(tree) {
    tabulate(match(tree$frame$var, names, 0L), length(names))
  }, integer(length(names)))
  counts <- matrix(counts, length(names), dimnames = list(names, NULL))
  if (count) return(if (by.tree) counts else rowSums(counts))
  used <- lapply(seq_along(trees), function(k) names[counts[, k] > 0])
  if (by.tree) used else names[rowSums(counts) > 0]
}

#' @rdname rxTreeDepth
rxGetTree <- function(x, k = 1) {
  trees <- tree_list(x)
  if (k < 1 || k > length(trees)) stop("there is no tree number ", k)
  trees[[k]]
}

#' @rdname rxTreeDepth
rxVarImpPlot <- function(x, sort = TRUE, n.var = 30, main = NULL, ...) {
  if (is.null(x$importance)) stop("the forest was grown without importance = TRUE")
  shown <- x$importance
  if (sort) shown <- shown[order(shown[[1L]], decreasing = TRUE), , drop = FALSE]
  shown[seq_len(min(n.var, nrow(shown))), , drop = FALSE]
}

tree_list <- function(x) {
  if (inherits(x, "rxDTree")) return(list(x))
  if (!inherits(x, "rxDForest")) stop("'x' must be a forest or a tree", call. = FALSE)
  x$forest
}

each_tree <- function(x, find) vapply(tree_list(x), function(tree) as.numeric(find(tree)), 0)
