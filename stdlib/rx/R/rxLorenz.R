#' Lorenz curves and Gini coefficients
#'
#' `rxLorenz` orders the rows of a data set by a variable, in bins, and returns
#' which part of the sum of a variable (`cumVals`) the first so many percent of the
#' rows (`percents`) have. `rxGini` finds the Gini coefficient of such a curve by
#' the trapezoidal rule.
#'
#' @param orderVarName the variable that orders the rows.
#' @param valueVarName the variable that is summed.
#' @param data a data source, a path or a data frame.
#' @param numBreaks how many breaks of equal distance make the bins.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose not used.
#' @examples
#' curve <- rxLorenz("dist", data = cars)
#' head(curve)
#' rxGini(curve)
rxLorenz <- function(orderVarName, valueVarName = orderVarName, data, numBreaks = 1000,
                     pweights = NULL, fweights = NULL,
                     blocksPerRead = 1, reportProgress = 1, verbose = 0) {
  if (is_background()) return(background_call())
  weights <- chosen_weights(fweights, pweights)
  native <- native_data(data, blocksPerRead = blocksPerRead)
  report <- report_level(data, reportProgress)
  range <- .Internal(rxScan(native, one_variable(orderVarName), weights, thread_count(),
                            report))
  if (!range$valid) stop("There are no valid observations.")
  count <- max(1, numBreaks - 1)
  width <- (range$most - range$least) / count
  formula <- binned_formula(orderVarName, range$least, if (width > 0) width else 1, count)
  formula <- call("~", as.name(valueVarName), formula[[2L]])
  class(formula) <- "formula"
  found <- .Internal(rxCells(native, formula, weights, thread_count(), report))
  term <- found$terms[[1L]]
  seen <- term$counts > 0
  values <- cumsum(term$sums[seen])
  rows <- cumsum(term$weights[seen])
  result <- data.frame(cumVals = c(0, values / values[length(values)]),
                       percents = c(0, 100 * rows / rows[length(rows)]))
  structure(result, class = c("rxLorenz", "data.frame"))
}

# A formula of a variable cut into bins of equal width.
binned_formula <- function(name, low, width, count) {
  formula <- ~ rxBins(x, low, width, count)
  formula[[2L]] <- call("rxBins", as.name(name), low, width, as.numeric(count))
  formula
}

#' @rdname rxLorenz
#' @param x a Lorenz curve.
rxGini <- function(x) {
  if (!all(c("cumVals", "percents") %in% names(x))) {
    stop("'x' must be a result of rxLorenz")
  }
  parts <- diff(x$percents) / 100
  heights <- (x$cumVals[-1L] + x$cumVals[-nrow(x)]) / 2
  1 - 2 * sum(parts * heights)
}
