#' Decision trees as those of rpart
#'
#' `as.rpart` turns a tree of `rxDTree` into an object of class `rpart`, for functions
#' that know those; without competing and surrogate splits. It prints as a tree, and
#' `predict` works without the package rpart. `rxAddInheritance` adds a class to that
#' of an object that has the elements such objects have.
#'
#' @param x a tree, made without transformations for `as.rpart`.
#' @param ... not used.
#' @examples
#' tree <- rxDTree(mpg ~ wt + hp, mtcars, minSplit = 10, xVal = 0)
#' as.rpart(tree)
#' predict(as.rpart(tree), mtcars[1:3, ])
as.rpart <- function(x, ...) UseMethod("as.rpart")

as.rpart.rxDTree <- function(x, ...) {
  if (!is.null(x$transforms)) {
    stop("a tree that was made with transformations has no counterpart", call. = FALSE)
  }
  model <- x$terms
  predictors <- attr(model, "term.labels")
  isFactor <- predictors %in% names(attr(x, "xlevels"))
  isClass <- x$method == "class"
  attr(model, "dataClasses") <- structure(
    ifelse(c(isClass, isFactor), "factor", "numeric"), names = c(x$response, predictors))
  parts <- list(
    frame = x$frame, where = x$where[!is.na(x$where)], call = x$call, terms = model,
    cptable = x$cptable, method = x$method, parms = rpart_parms(x),
    control = rpart_control(x), functions = list(print = print_values),
    numresp = if (isClass) length(attr(x, "ylevels")) + 2L else 1L,
    splits = x$splits, csplit = x$csplit, variable.importance = tree_importance(x),
    ordered = structure(logical(length(predictors)), names = predictors))
  structure(Filter(Negate(is.null), parts), xlevels = attr(x, "xlevels"),
            ylevels = attr(x, "ylevels"), class = "rpart")
}

# What a classification tree was split by, defaults filled in.
rpart_parms <- function(x) {
  classes <- attr(x, "ylevels")
  if (is.null(classes)) return(NULL)
  count <- length(classes)
  prior <- x$parms$prior
  if (is.null(prior)) prior <- x$frame$yval2[1L, 1L + count + seq_along(classes)]
  loss <- x$parms$loss
  list(prior = structure(as.vector(prior), names = seq_along(classes)),
       loss = if (is.null(loss)) 1 - diag(count) else matrix(loss, count),
       split = if (identical(x$parms$split, "information")) 2 else 1)
}

rpart_control <- function(x) {
  rows <- x$valid.obs
  least <- x$control$minSplit
  if (is.null(least)) least <- max(20, floor(sqrt(rows)))
  leaf <- x$control$minBucket
  list(minsplit = least, minbucket = if (is.null(leaf)) round(least / 3) else leaf,
       cp = x$control$cp, maxcompete = 0, maxsurrogate = 0, usesurrogate = 2,
       surrogatestyle = 0, maxdepth = x$control$maxDepth, xval = x$control$xVal)
}

# How much the splits on each predictor lessen impurity, the most first.
tree_importance <- function(x) {
  if (is.null(x$splits)) return(NULL)
  gains <- x$splits[, "improve"]
  if (x$method == "anova") gains <- gains * x$frame$dev[x$frame$var != "<leaf>"]
  sort(vapply(split(gains, rownames(x$splits)), sum, 0), decreasing = TRUE)
}

# The values of nodes as a printed tree shows them; `yval` is a matrix for classes.
print_values <- function(yval, ylevel, digits, ...) {
  if (is.null(ylevel)) return(format(signif(yval, digits)))
  count <- length(ylevel)
  shares <- format(yval[, 1L + count + seq_len(count), drop = FALSE], digits = digits)
  paste0(ylevel[yval[, 1L]], " (", apply(matrix(shares, ncol = count), 1L, paste, collapse = " "),
         ")")
}

print.rpart <- function(x, ...) {
  print_tree(x)
  invisible(x)
}

# What rpart's own method returns: vectors are named by the rows of the data.
predict.rpart <- function(object, newdata, type = c("vector", "prob", "class", "matrix"),
                          ...) {
  classes <- attr(object, "ylevels")
  type <- if (missing(type)) (if (is.null(classes)) "vector" else "prob") else match.arg(type)
  if (is.null(classes) && type %in% c("prob", "class")) {
    stop("Invalid prediction for \"rpart\" object")
  }
  leaf <- if (missing(newdata)) object$where else tree_leaves(with_majorities(object), newdata)
  if (is.null(leaf)) stop("newdata must be given", call. = FALSE)
  rows <- if (missing(newdata)) names(leaf) else row.names(newdata)
  if (is.null(rows)) rows <- as.character(seq_along(leaf))
  value <- object$frame$yval[leaf]
  if (type == "vector" || is.null(classes)) return(structure(value, names = rows))
  if (type == "class") return(structure(factor(classes[value], classes), names = rows))
  matrix <- unclass(object$frame$yval2)[leaf, , drop = FALSE]
  if (type == "matrix") return(matrix(matrix, length(leaf), dimnames = list(rows, NULL)))
  matrix(matrix[, 1L + length(classes) + seq_along(classes)], length(leaf),
         dimnames = list(rows, classes))
}

# The tree with where rows go that miss the value for a split: to the heavier side.
with_majorities <- function(x) {
  numbers <- as.numeric(row.names(x$frame))
  inner <- numbers[x$frame$var != "<leaf>"]
  weights <- x$frame$wt
  x$missingGoesLeft <- weights[match(2 * inner, numbers)] >= weights[match(2 * inner + 1, numbers)]
  x
}

#' @rdname as.rpart
#' @param inheritanceClass the class to be added behind those of the object.
#' @examples
#' tree <- rxDTree(mpg ~ wt + hp, mtcars, minSplit = 10, xVal = 0)
#' class(rxAddInheritance(tree, "rpart"))
rxAddInheritance <- function(x, inheritanceClass, ...) UseMethod("rxAddInheritance")

rxAddInheritance.default <- function(x, inheritanceClass, ...) {
  class(x) <- unique(c(class(x), inheritanceClass))
  x
}

rxAddInheritance.rxDTree <- function(x, inheritanceClass = "rpart", ...) {
  if (is.null(x$functions)) x$functions <- list(print = print_values)
  rxAddInheritance.default(x, inheritanceClass)
}
