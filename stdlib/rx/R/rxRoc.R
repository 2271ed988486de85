#' Receiver operating characteristics
#'
#' For each of a range of thresholds, how often predictions at or above it are
#' right for the responses that are 1 (sensitivity), and those below it for the
#' responses that are 0 (specificity). The counts come from one pass over data of
#' any size; rows that miss the response or any prediction are left out. `rxAuc` is
#' the area under the curve.
#'
#' @param actualVarName the name of the response: 0 and 1, logical, or a factor of
#'   two levels.
#' @param predVarNames names of predictions between 0 and 1.
#' @param data a data source, a path or a data frame.
#' @param numBreaks how many steps there are between the thresholds 0 and 1.
#' @param removeDups whether thresholds that change nothing are left out.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param ... not used; settings of a plot.
#' @examples
#' fit <- rxLogit(am ~ wt, mtcars)
#' scored <- rxPredict(fit, mtcars, extraVarsToWrite = "am")
#' roc <- rxRoc("am", "am_Pred", scored, numBreaks = 5)
#' roc
#' rxAuc(roc)
rxRoc <- function(actualVarName, predVarNames, data, numBreaks = 100,
                  removeDups = TRUE, blocksPerRead = 1, reportProgress = 0) {
  numBreaks <- max(1, floor(numBreaks))
  native <- native_data(data, rowSelection = all_there(predVarNames),
                        blocksPerRead = blocksPerRead)
  report <- if (is.data.frame(data)) 0L else as.integer(reportProgress)
  curves <- lapply(predVarNames, function(name) {
    counts <- roc_counts(native, actualVarName, name, numBreaks, report)
    roc_curve(counts, name, numBreaks, removeDups)
  })
  result <- do.call(rbind, curves)
  rownames(result) <- NULL
  structure(result, class = c("rxRoc", "data.frame"))
}

# The rows that have all of several variables; NULL for one, which analyses see to.
all_there <- function(names) {
  if (length(names) < 2L) return(NULL)
  tests <- lapply(names, function(name) call("!", call("is.na", as.name(name))))
  Reduce(function(left, right) call("&", left, right), tests)
}

# How many rows are in each bin of the prediction, for responses of 0 and of 1.
roc_counts <- function(native, actual, prediction, numBreaks, report) {
  # A threshold that decimal fractions miss by rounding counts as reached.
  bins <- call("F", call("+", call("*", as.name(prediction), numBreaks), 1e-9), 0, numBreaks)
  response <- if (actual_is_factor(native, actual)) as.name(actual)
    else call("F", as.name(actual), 0, 1)
  formula <- as.formula(call("~", call(":", bins, response)))
  found <- .Internal(rxCells(
    native, formula, NULL, as.integer(rxGetOption("numCoresToUse")), report))
  counts <- found$terms[[1L]]$counts
  if (length(counts) != 2 * (numBreaks + 1)) stop("'", actual, "' must have two values")
  if (!any(counts > 0)) stop("There are no valid observations.")
  matrix(counts, ncol = 2L)
}

actual_is_factor <- function(native, actual) {
  info <- .Internal(rxColumnInfo(native, FALSE, 1L, 0L))
  isTRUE(info$types[match(actual, info$names)] == "factor")
}

roc_curve <- function(counts, name, numBreaks, removeDups) {
  total <- colSums(counts)
  above <- apply(counts, 2L, function(x) rev(cumsum(rev(x))))
  # Nothing is above the last threshold.
  above[numBreaks + 1L, ] <- 0
  curve <- data.frame(
    threshold = seq(0, 1, length.out = numBreaks + 1L), predVarName = factor(name),
    sensitivity = above[, 2L] / total[2L], specificity = 1 - above[, 1L] / total[1L])
  if (removeDups) curve <- curve[!duplicated(curve[c("sensitivity", "specificity")]), ]
  curve
}

#' @rdname rxRoc
#' @param x what `rxRoc` returns.
#' @param var the name of a prediction, or its place among their sorted names, to
#'   have its rows only; NULL for all.
#' @examples
#' scored <- data.frame(am = mtcars$am, light = 1 / mtcars$wt, thrifty = mtcars$mpg / 40)
#' roc <- rxRoc("am", c("light", "thrifty"), scored, numBreaks = 5)
#' as.data.frame(roc, var = "light")
as.data.frame.rxRoc <- function(x, ..., var = NULL) {
  class(x) <- "data.frame"
  attr(x, "auc") <- NULL
  if (is.null(var)) return(x)
  names <- sort(levels(x$predVarName))
  if (is.numeric(var)) var <- names[var]
  if (!isTRUE(var %in% names)) stop("'var' must be one of ", paste(names, collapse = ", "))
  result <- x[x$predVarName == var, ]
  rownames(result) <- NULL
  result
}

#' @rdname rxRoc
rxAuc <- function(x) {
  if (!inherits(x, "rxRoc")) stop("'x' must come from rxRoc")
  curves <- split(as.data.frame(x), x$predVarName)
  vapply(curves, function(curve) {
    # From (0, 0) to (1, 1), by trapezoids.
    false <- c(0, rev(1 - curve$specificity), 1)
    true <- c(0, rev(curve$sensitivity), 1)
    sum(diff(false) * (head(true, -1L) + tail(true, -1L)) / 2)
  }, 0)
}

#' @rdname rxRoc
#' @param computeAuc whether the area goes with the result, as its attribute `auc`.
#' @examples
#' flights <- data.frame(late = c(0, 0, 1, 1), score = c(0.1, 0.6, 0.4, 0.9))
#' attr(rxRocCurve("late", "score", flights), "auc")
rxRocCurve <- function(actualVarName, predVarNames, data, numBreaks = 100,
                       blocksPerRead = 1, reportProgress = 0, computeAuc = TRUE, ...) {
  curve <- rxRoc(actualVarName, predVarNames, data, numBreaks,
                 blocksPerRead = blocksPerRead, reportProgress = reportProgress)
  if (computeAuc) attr(curve, "auc") <- rxAuc(curve)
  invisible(curve)
}
