#' Histograms of data of any size
#'
#' Counts a variable: whole numbers made a factor by `F()` and factors level by
#' level, other numbers in bins of equal width. Variables after a bar make a
#' histogram for each combination of their levels. Nothing is drawn: the counts are
#' returned as a data frame of class `rxHistogram`, with the levels, or the bounds
#' `Low` and `High` of the bins, and `Counts` or `Percent`.
#'
#' @param formula a formula such as `~ x`, `~ F(x)` or `~ x | f + g`.
#' @param data a data source, a path or a data frame.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param numBreaks how many breaks make the bins; NULL for 31.
#' @param startVal,endVal where the bins begin and end; NULL for the range of the
#'   data.
#' @param levelsToDrop,levelsToKeep levels to leave out, or to show only.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param histType `"Counts"` or `"Percent"`, of each histogram.
#' @param maxNumPanels the most combinations of levels that there may be; NULL for no
#'   limit.
#' @param reportProgress 0 for silence.
#' @param ... settings of a plot, which are not used.
#' @examples
#' rxHistogram(~ mpg | am, data = transform(mtcars, am = factor(am)), numBreaks = 4)
#' rxHistogram(~ F(cyl), data = mtcars, histType = "Percent")
rxHistogram <- function(formula, data, pweights = NULL, fweights = NULL,
                        numBreaks = NULL, startVal = NULL, endVal = NULL,
                        levelsToDrop = NULL, levelsToKeep = NULL,
                        rowSelection = NULL, transforms = NULL,
                        transformObjects = NULL, transformFunc = NULL,
                        transformVars = NULL, transformPackages = NULL,
                        transformEnvir = NULL,
                        blocksPerRead = rxGetOption("blocksPerRead"),
                        histType = "Counts", maxNumPanels = 100,
                        reportProgress = rxGetOption("reportProgress"), ...) {
  if (is_background()) return(background_call())
  formula <- as_model_formula(formula)
  histType <- match.arg(histType, c("Counts", "Percent"))
  weights <- chosen_weights(fweights, pweights)
  native <- analysis_data()
  report <- report_level(data, reportProgress)
  parts <- panel_parts(formula)
  bins <- histogram_bins(native, parts$variable, weights, numBreaks, startVal, endVal,
                         report)
  cells <- call("~", Reduce(function(left, right) call(":", left, right),
                            c(list(bins$expression), parts$panels)))
  found <- .Internal(rxCells(native, structure(cells, class = "formula"), weights,
                             thread_count(), report))
  first <- found$terms[[1L]]
  panels <- prod(lengths(first$factors[-1L]))
  if (!is.null(maxNumPanels) && panels > maxNumPanels) {
    stop("there are ", panels, " panels, more than maxNumPanels, ", maxNumPanels)
  }
  columns <- cell_columns(first$factors)
  if (!is.null(bins$breaks)) {
    place <- as.integer(columns[[1L]])
    columns <- c(list(Low = bins$breaks[place], High = bins$breaks[place + 1L]),
                 columns[-1L])
  }
  counts <- first$weights
  if (histType == "Percent") {
    size <- length(first$factors[[1L]])
    totals <- colSums(matrix(counts, size))
    counts <- 100 * counts / rep(totals, each = size)
  }
  result <- as.data.frame(c(columns, structure(list(counts), names = histType)),
                          optional = TRUE)
  result <- chosen_levels(result, levelsToDrop, levelsToKeep)
  structure(result, class = c("rxHistogram", "data.frame"), variable = deparse(parts$variable))
}

# The variable, and the factors behind a bar.
panel_parts <- function(formula) {
  right <- formula[[length(formula)]]
  panels <- list()
  if (is.call(right) && identical(right[[1L]], quote(`|`))) {
    panels <- sum_parts(right[[3L]])
    right <- right[[2L]]
  }
  list(variable = right, panels = panels)
}

sum_parts <- function(expression) {
  if (is.call(expression) && length(expression) == 3L &&
      as.character(expression[[1L]]) %in% c("+", "*", ":")) {
    c(sum_parts(expression[[2L]]), sum_parts(expression[[3L]]))
  } else {
    list(expression)
  }
}

# How the variable is cut: not at all when it is a factor.
histogram_bins <- function(native, variable, weights, numBreaks, startVal, endVal, report) {
  range <- tryCatch(
    .Internal(rxScan(native, structure(call("~", variable), class = "formula"), weights,
                     thread_count(), report)),
    error = function(condition) {
      if (grepl("is not numeric", conditionMessage(condition))) NULL else stop(condition)
    })
  if (is.null(range)) return(list(expression = variable))
  if (!range$valid) stop("There are no valid observations.", call. = FALSE)
  count <- if (is.null(numBreaks)) 30 else max(1, numBreaks - 1)
  low <- if (is.null(startVal)) range$least else startVal
  high <- if (is.null(endVal)) range$most else endVal
  width <- (high - low) / count
  if (!is.finite(width) || width <= 0) width <- 1
  list(expression = call("rxBins", variable, low, width, as.numeric(count)),
       breaks = low + width * (0:count))
}

chosen_levels <- function(table, drop, keep) {
  label <- as.character(table[[1L]])
  rows <- !(label %in% drop) & (is.null(keep) | label %in% keep)
  table[rows, , drop = FALSE]
}

print.rxHistogram <- function(x, ...) {
  cat("Histogram of ", attr(x, "variable"), "\n", sep = "")
  print(structure(x, class = "data.frame", variable = NULL), row.names = FALSE, ...)
  invisible(x)
}
