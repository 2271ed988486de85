#' Decision trees
#'
#' Grows a classification tree for a factor, or a regression tree for numbers, as
#' `rpart` does. The predictors are binned: numbers with few distinct values keep
#' them all, others are cut into bins of about equal counts. The rows are kept in
#' memory in two bytes for each predictor. Returns an object of class `rxDTree` with
#' the elements of an `rpart` object: `frame`, `cptable`, `splits`, `csplit`,
#' `where`, `method`, `parms`, `control`, and `valid.obs`, `missing.obs`.
#'
#' @param formula a formula of main effects, without functions.
#' @param data a data source, a path or a data frame.
#' @param outFile a file to write the node of each row to, as its row of `frame`; that
#'   of the data for one more column there.
#' @param outColName the name of the column.
#' @param writeModelVars whether to write the variables of the model too.
#' @param extraVarsToWrite names of more variables to write.
#' @param overwrite whether an existing file, or column, may be replaced.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param method `"class"` or `"anova"`; NULL for what fits the response.
#' @param parms a list with `prior`, `loss` and `split` (`"gini"` or
#'   `"information"`) of a classification tree.
#' @param cost for each predictor, what its improvements are divided by.
#' @param minSplit how many rows a node must have to be split; NULL for the root of
#'   the number of rows, and at least 20.
#' @param minBucket how many rows a leaf must have; NULL for a third of that.
#' @param maxDepth the greatest depth of a node.
#' @param cp splits that lessen the risk by less than this part of the risk of the
#'   root are not made.
#' @param maxCompete,maxSurrogate,useSurrogate,surrogateStyle not used: a row that
#'   misses the value for a split goes with the majority.
#' @param xVal how many parts the rows are divided into for cross validation.
#' @param maxNumBins the greatest number of bins of a numeric predictor; NULL for
#'   the root of the number of rows, between 101 and 1001.
#' @param maxUnorderedLevels the greatest number of levels of a predictor.
#' @param removeMissings whether rows that miss any predictor are left out;
#'   otherwise only those that miss all.
#' @param computeObsNodeId whether to return the node of each row as `where`; NULL
#'   for up to 1000 rows.
#' @param pruneCp the complexity to prune to; `"auto"` for that of `rxDTreeBestCp`.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param useSparseCube,findSplitsInParallel,verbose,computeContext not used.
#' @param ... `seed`, for cross validation.
#' @examples
#' rxDTree(Species ~ Petal.Length + Petal.Width, data = iris, cp = 0.01)
#' tree <- rxDTree(mpg ~ wt + cyl, data = mtcars, xVal = 0)
#' tree$splits
rxDTree <- function(formula, data, outFile = NULL, outColName = ".rxNode",
                    writeModelVars = FALSE, extraVarsToWrite = NULL, overwrite = FALSE,
                    pweights = NULL, fweights = NULL, method = NULL, parms = NULL,
                    cost = NULL, minSplit = NULL, minBucket = NULL, maxDepth = 10,
                    cp = 0, maxCompete = 0, maxSurrogate = 0, useSurrogate = 2,
                    surrogateStyle = 0, xVal = 2, maxNumBins = NULL,
                    maxUnorderedLevels = 32, removeMissings = FALSE,
                    computeObsNodeId = NULL,
                    useSparseCube = rxGetOption("useSparseCube"),
                    findSplitsInParallel = TRUE, pruneCp = 0, rowSelection = NULL,
                    transforms = NULL, transformObjects = NULL, transformFunc = NULL,
                    transformVars = NULL, transformPackages = NULL,
                    transformEnvir = NULL,
                    blocksPerRead = rxGetOption("blocksPerRead"),
                    reportProgress = rxGetOption("reportProgress"), verbose = 0,
                    computeContext = rxGetOption("computeContext"),
                    xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  formula <- tree_formula(formula, data)
  settings <- list(
    minSplit = minSplit, minBucket = minBucket, maxDepth = maxDepth, cp = cp, xVal = xVal,
    maxNumBins = maxNumBins, maxUnorderedLevels = maxUnorderedLevels, cost = cost,
    removeMissings = removeMissings, prior = parms$prior, loss = parms$loss,
    information = identical(parms$split, "information"), seed = tree_seed(list(...)$seed))
  found <- .Internal(rxGrowTree(
    native, formula, chosen_weights(fweights, pweights), settings, thread_count(),
    report_level(data, reportProgress)))
  result <- tree_result(found, cp, formula, parms$prior)
  if (!is.null(method) && method != result$method) {
    stop("the method ", method, " does not fit the dependent variable")
  }
  if (if (is.null(computeObsNodeId)) found$valid <= 1000 else computeObsNodeId) {
    result$where <- match(found$leaves, seq_len(nrow(result$frame)))
  }
  result$parms <- parms
  result$control <- settings
  result$transforms <- attr(native, "transforms")
  result$data.lines <- tree_data_lines(data, deparse(call$data)[1L])
  result$call <- call
  result <- structure(result, class = "rxDTree")
  if (identical(pruneCp, "auto")) pruneCp <- rxDTreeBestCp(result)
  if (pruneCp > 0) result <- prune.rxDTree(result, pruneCp)
  if (!is.null(outFile)) {
    keep <- unique(c(if (writeModelVars) all.vars(formula), extraVarsToWrite))
    write_column(data, given_transformation(), outFile, function(rows) tree_leaves(result, rows),
                 make.names(outColName), all.vars(formula[[3L]]), keep, overwrite,
                 xdfCompressionLevel, report_level(data, reportProgress))
  }
  result
}

# The formula of a tree: main effects without functions.
tree_formula <- function(formula, data) {
  formula <- without_dot(as_model_formula(formula), data)
  parts <- sum_parts(formula[[length(formula)]])
  if (length(formula) != 3L || !all(vapply(parts, is.name, NA))) {
    stop("the formula of a tree must have a dependent variable and main effects, ",
         "without functions", call. = FALSE)
  }
  formula
}

tree_seed <- function(seed) {
  if (!is.null(seed)) set.seed(seed)
  floor(runif(1) * 2^31)
}

tree_data_lines <- function(data, expression) {
  if (is.data.frame(data)) paste("Data: ", expression, "")
  else paste("File: ", source_path(data), "")
}

# The elements of an rpart object from the nodes, which are in the order of a frame.
tree_result <- function(found, cp, formula, prior) {
  tree <- found$tree
  inner <- tree$predictor > 0L
  isClass <- !is.null(found$classes)
  numbers <- node_numbers(tree)
  root <- tree$risk[1L]
  frame <- data.frame(
    var = ifelse(inner, found$predictors[pmax(tree$predictor, 1L)], "<leaf>"),
    n = tree$count, wt = tree$weight, dev = tree$risk,
    yval = if (isClass) tree$value + 1 else tree$value,
    complexity = ifelse(inner, if (root > 0) tree$complexity / root else 0, cp),
    ncompete = 0L, nsurrogate = 0L, row.names = numbers)
  if (isClass) frame$yval2 <- class_columns(tree, found$classes, prior)
  result <- list(
    frame = frame, valid.obs = found$valid, missing.obs = found$missing,
    method = if (isClass) "class" else "anova", terms = terms(formula),
    formula = formula, response = deparse(formula[[2L]]),
    cptable = pruning_table(found$steps), functions = NULL)
  result <- c(result, split_tables(tree, found, inner))
  attr(result, "ylevels") <- found$classes
  attr(result, "xlevels") <- Filter(Negate(is.null), found$levels)
  result$missingGoesLeft <- tree$missingGoesLeft[inner] == 1L
  result
}

# The children of node n have the numbers 2n and 2n + 1.
node_numbers <- function(tree) {
  numbers <- numeric(length(tree$left))
  numbers[1L] <- 1
  for (i in seq_along(tree$left)) {
    if (tree$left[i] > 0L) {
      numbers[tree$left[i]] <- 2 * numbers[i]
      numbers[tree$right[i]] <- 2 * numbers[i] + 1
    }
  }
  numbers
}

# The class, the weights and the shares of all classes, and the share of the node; a
# prior takes the place of the shares of the classes in the data.
class_columns <- function(tree, classes, prior) {
  weights <- matrix(tree$classWeights, ncol = length(classes), byrow = TRUE)
  scaled <- weights
  if (!is.null(prior)) scaled <- t(t(weights) * prior / weights[1L, ])
  columns <- cbind(tree$value + 1, weights, scaled / rowSums(scaled),
                   rowSums(scaled) / sum(scaled[1L, ]))
  dimnames(columns) <- list(NULL, c(rep("", ncol(columns) - 1L), "nodeprob"))
  columns
}

pruning_table <- function(steps) {
  table <- matrix(steps, ncol = 5L, byrow = TRUE)
  dimnames(table) <- list(seq_len(nrow(table)),
                          c("CP", "nsplit", "rel error", "xerror", "xstd"))
  if (all(is.nan(table[, "xerror"]))) table <- table[, 1:3, drop = FALSE]
  table
}

# A row for each split; those of factors point to rows of csplit, in which 1 is left
# and 3 right.
split_tables <- function(tree, found, inner) {
  if (!any(inner)) return(list())
  nodes <- which(inner)
  isFactor <- !vapply(tree$sides[nodes], is.null, NA)
  ncat <- ifelse(tree$belowGoesLeft[nodes] == 1L, -1, 1)
  ncat[isFactor] <- lengths(tree$sides[nodes][isFactor])
  index <- tree$cut[nodes]
  index[isFactor] <- seq_len(sum(isFactor))
  improve <- tree$improvement[nodes]
  if (is.null(found$classes)) improve <- improve / tree$risk[nodes]
  splits <- cbind(count = tree$splitCount[nodes], ncat = ncat, improve = improve,
                  index = index, adj = 0)
  rownames(splits) <- found$predictors[tree$predictor[nodes]]
  result <- list(splits = splits)
  if (any(isFactor)) {
    sides <- tree$sides[nodes][isFactor]
    width <- max(lengths(sides))
    result$csplit <- t(vapply(sides, function(side) {
      c(as.integer(side) + 2L, rep(2L, width - length(side)))
    }, integer(width)))
    if (width == 1L) result$csplit <- matrix(result$csplit, ncol = 1L)
  }
  result
}

print.rxDTree <- function(x, ...) {
  cat("Call:", "\n")
  cat(deparse(x$call, width.cutoff = 70L), sep = "\n")
  cat(x$data.lines, sep = "\n")
  cat("Number of valid observations: ", x$valid.obs, "\n")
  cat("Number of missing observations: ", x$missing.obs, "\n\n")
  cat("Tree representation:", "\n")
  print_tree(x)
  invisible(x)
}

print_tree <- function(x) {
  frame <- x$frame
  isClass <- x$method == "class"
  cat("n=", frame$n[1L], "\n\n")
  cat("node), split, n, ", if (isClass) "loss, yval, (yprob)" else "deviance, yval",
      "\n", sep = "")
  cat("      * denotes terminal node\n\n")
  numbers <- as.numeric(row.names(frame))
  depth <- floor(log2(numbers) + 1e-7)
  labels <- split_labels(x)
  value <- format(signif(frame$yval, 7L))
  if (isClass) {
    classes <- attr(x, "ylevels")
    shares <- frame$yval2[, 1L + length(classes) + seq_along(classes), drop = FALSE]
    shares[] <- format(shares, digits = 7L)
    value <- paste0(classes[frame$yval], " (", apply(shares, 1L, paste, collapse = " "), ")")
  }
  ends <- ifelse(frame$var == "<leaf>", "*", " ")
  cat(paste0(strrep(" ", 2 * depth), format(numbers), ") ", labels, " ", frame$n, " ",
             format(signif(frame$dev, 7L)), " ", value, " ", ends), sep = "\n")
}

# What leads to each node: "root", "x>=1.5", "x< 1.5" or "f=a,b".
split_labels <- function(x) {
  frame <- x$frame
  numbers <- as.numeric(row.names(frame))
  labels <- rep("root", length(numbers))
  inner <- which(frame$var != "<leaf>")
  for (k in seq_along(inner)) {
    number <- numbers[inner[k]]
    sides <- if (x$splits[k, "ncat"] < 2 && is.null(attr(x, "xlevels")[[frame$var[inner[k]]]])) {
      cut <- formatC(x$splits[k, "index"], digits = 7L, format = "g", width = 1L)
      both <- c(paste0("< ", cut), paste0(">=", cut))
      if (x$splits[k, "ncat"] < 0) both else rev(both)
    } else {
      levels <- attr(x, "xlevels")[[frame$var[inner[k]]]]
      side <- x$csplit[x$splits[k, "index"], seq_along(levels)]
      c(paste0("=", paste(levels[side == 1L], collapse = ",")),
        paste0("=", paste(levels[side == 3L], collapse = ",")))
    }
    labels[match(2 * number + 0:1, numbers)] <- paste0(frame$var[inner[k]], sides)
  }
  labels
}

# The row of the frame of the leaf that each row of a data frame ends in.
tree_leaves <- function(x, rows) {
  frame <- x$frame
  numbers <- as.numeric(row.names(frame))
  left <- match(2 * numbers, numbers)
  inner <- cumsum(frame$var != "<leaf>")
  node <- rep(1L, nrow(rows))
  for (i in seq_along(numbers)) {
    if (frame$var[i] == "<leaf>") next
    here <- which(node == i)
    if (!length(here)) next
    goesLeft <- goes_left(x, inner[i], rows[[frame$var[i]]][here])
    node[here] <- ifelse(goesLeft, left[i], match(2 * numbers[i] + 1, numbers))
  }
  node
}

goes_left <- function(x, k, values) {
  levels <- attr(x, "xlevels")[[rownames(x$splits)[k]]]
  if (is.null(levels)) {
    result <- (as.numeric(values) < x$splits[k, "index"]) == (x$splits[k, "ncat"] < 0)
  } else {
    side <- x$csplit[x$splits[k, "index"], match(as.character(values), levels)]
    result <- ifelse(side == 2L, NA, side == 1L)
  }
  result[is.na(result)] <- x$missingGoesLeft[k]
  result
}

# Predictions for the rows of a data frame as a list of columns.
tree_predictions <- function(x, rows, type, names) {
  leaf <- tree_leaves(x, rows)
  classes <- attr(x, "ylevels")
  frame <- x$frame
  single <- if (is.null(names)) paste0(x$response, "_Pred") else names
  if (is.null(classes) || type == "vector") {
    return(structure(list(frame$yval[leaf]), names = single))
  }
  if (type == "class") {
    codes <- as.integer(frame$yval[leaf])
    return(structure(list(structure(codes, levels = classes, class = "factor")), names = single))
  }
  columns <- if (type == "prob") 1L + length(classes) + seq_along(classes)
    else seq_len(ncol(frame$yval2))
  values <- as.list(as.data.frame(unclass(frame$yval2[leaf, columns, drop = FALSE])))
  if (is.null(names)) {
    names <- if (type == "prob") paste0(classes, "_Pred")
      else paste0(x$response, "_Pred.", seq_along(values))
  }
  structure(values, names = names)
}

#' Prune a decision tree
#'
#' `prune.rxDTree` takes back the splits that are not worth a complexity.
#' `rxDTreeBestCp` finds the complexity of the smallest tree whose cross validated
#' error is not more than so many standard errors above the least.
#'
#' @param tree a tree of `rxDTree`.
#' @param cp the complexity: splits of a lesser one are taken back.
#' @param ... not used.
#' @examples
#' tree <- rxDTree(Species ~ Petal.Length + Petal.Width, data = iris, seed = 1)
#' prune.rxDTree(tree, cp = 0.45)
#' rxDTreeBestCp(tree)
prune.rxDTree <- function(tree, cp, ...) {
  frame <- tree$frame
  numbers <- as.numeric(row.names(frame))
  inner <- frame$var != "<leaf>"
  closed <- inner & frame$complexity <= cp
  if (!any(closed)) return(tree)
  gone <- rep(FALSE, length(numbers))
  above <- floor(numbers / 2)
  for (i in seq_along(numbers)) {
    parent <- match(above[i], numbers)
    if (!is.na(parent) && (gone[parent] || closed[parent])) gone[i] <- TRUE
  }
  kept <- (inner & !gone & !closed)[inner]
  tree$frame$var[closed] <- "<leaf>"
  tree$frame$complexity[closed] <- cp
  if (!is.null(tree$where)) {
    ends <- seq_along(numbers)
    for (i in which(gone)) ends[i] <- ends[match(above[i], numbers)]
    tree$where <- (cumsum(!gone)[ends])[tree$where]
  }
  tree$frame <- tree$frame[!gone, , drop = FALSE]
  tree$splits <- tree$splits[kept, , drop = FALSE]
  tree$missingGoesLeft <- tree$missingGoesLeft[kept]
  rows <- tree$cptable[, "CP"] > cp
  rows[match(FALSE, rows)] <- TRUE
  tree$cptable <- tree$cptable[rows, , drop = FALSE]
  tree$cptable[nrow(tree$cptable), "CP"] <- max(cp, tree$cptable[nrow(tree$cptable), "CP"])
  tree
}

#' @rdname prune.rxDTree
#' @param x a tree of `rxDTree`.
#' @param nstd how many standard errors above the least error.
rxDTreeBestCp <- function(x, nstd = 1L) {
  table <- x$cptable
  if (!("xerror" %in% colnames(table))) {
    stop("the tree was grown without cross validation")
  }
  best <- which.min(table[, "xerror"])
  limit <- table[best, "xerror"] + nstd * table[best, "xstd"]
  unname(table[which(table[, "xerror"] <= limit)[1L], "CP"])
}
