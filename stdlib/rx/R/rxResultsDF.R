#' Results as a data frame
#'
#' The counts, sums, means or statistics that an analysis found as a data frame; of
#' regressions made with `cube = TRUE` the counts, and predictions, of the cells.
#'
#' @param object a result of `rxCrossTabs`, `rxCube`, `rxSummary`, `rxLinMod`, `rxLogit` or
#'   `rxGlm`.
#' @param output `"counts"`, `"sums"`, `"means"`, or `"stats"` of a summary.
#' @param ... passed on to methods.
#' @examples
#' rxResultsDF(rxCrossTabs(~ F(cyl):F(gear), data = mtcars))
#' rxResultsDF(rxCube(mpg ~ F(cyl), data = mtcars))
#' rxResultsDF(rxSummary(~ speed + dist, data = cars))
rxResultsDF <- function(object, output = "counts", ...) UseMethod("rxResultsDF")

#' @rdname rxResultsDF
#' @param element which table.
#' @param integerLevels whether the first column is made whole numbers; NULL for
#'   those that were made by `F()`.
#' @param integerCounts whether counts are made whole numbers.
rxResultsDF.rxCrossTabs <- function(object, output = "counts", element = 1,
                                    integerLevels = NULL, integerCounts = TRUE, ...) {
  output <- shown_output(object, output)
  table <- unclass(output_tables(object, output)[[element]])
  attr(table, "marginals") <- NULL
  info <- attr(object, "info")
  first <- names(info$xtabs_levels)[1L]
  columns <- as.data.frame(table, optional = TRUE)
  if (integerCounts && output != "means") columns[] <- lapply(columns, whole_numbers)
  if (ncol(columns) == 1L) {
    names(columns) <- switch(output, counts = "Counts", object$depvars[1L])
  }
  levels <- factor(rownames(table), levels = rownames(table))
  result <- cbind(data.frame(levels), columns)
  names(result)[1L] <- first
  rownames(result) <- NULL
  with_integer_levels(result, integerLevels)
}

rxResultsDF.rxCube <- function(object, output = "counts", integerLevels = NULL,
                               integerCounts = TRUE, ...) {
  result <- cube_frame(object)
  if (integerCounts) result$Counts <- whole_numbers(result$Counts)
  with_integer_levels(result, integerLevels)
}

rxResultsDF.rxLinMod <- function(object, output = "counts", integerLevels = NULL,
                                 integerCounts = TRUE, ...) {
  result <- object$countDF
  if (is.null(result)) stop("the model must be fitted with cube = TRUE")
  if (integerCounts) result$Counts <- whole_numbers(result$Counts)
  with_integer_levels(result, integerLevels)
}

rxResultsDF.rxLogit <- rxResultsDF.rxLinMod

rxResultsDF.rxGlm <- rxResultsDF.rxLinMod

#' @rdname rxResultsDF
#' @param useRowNames whether the names of the variables become row names.
rxResultsDF.rxSummary <- function(object, output = "stats", element = 1,
                                  integerLevels = NULL, integerCounts = TRUE,
                                  useRowNames = TRUE, ...) {
  output <- match.arg(output, c("stats", "counts"))
  if (output == "stats") {
    result <- object$sDataFrame
    if (useRowNames) {
      rownames(result) <- make.unique(as.character(result$Name))
      result$Name <- NULL
    }
    return(result)
  }
  if (element > length(object$categorical)) stop("the summary has no such table", call. = FALSE)
  result <- object$categorical[[element]]
  if (integerCounts && !is.null(result$Counts)) result$Counts <- whole_numbers(result$Counts)
  with_integer_levels(result, integerLevels)
}

whole_numbers <- function(x) {
  if (all(is.na(x) | (x == round(x) & abs(x) < .Machine$integer.max))) as.integer(x) else x
}

# A first column made by F(x), or by F(x, low, high), becomes whole numbers named x.
with_integer_levels <- function(table, integerLevels) {
  name <- names(table)[1L]
  made <- grepl("^F_", name)
  if (is.null(integerLevels)) integerLevels <- made
  if (!integerLevels) return(table)
  table[[1L]] <- as.integer(as.character(table[[1L]]))
  if (made) names(table)[1L] <- sub("_[^_]+_[^_]+_[TF]$", "", sub("^F_", "", name))
  table
}
