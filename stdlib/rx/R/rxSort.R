#' Sort data of any size
#'
#' Sorts by one or more variables; rows with the same keys stay in their order. Data
#' that do not fit into memory are sorted in parts, which wait in a file without a name
#' in the folder `tempdir()`: nothing is left of it when the session ends. Factors are in
#' the order of their levels.
#'
#' @param inData a data source, a path or a data frame.
#' @param inFile,outFile the files to read and to write; `NULL` to return a data frame.
#' @param sortByVars the names of the variables to sort by.
#' @param decreasing whether the order is decreasing, for all or each of them.
#' @param type not needed: the sort is always stable.
#' @param bufferLimit how many MB of rows are kept in memory; -1 for a part of what the
#'   machine, or the limits of the process, leave.
#' @param missingsLow whether missing values are less than all others.
#' @param caseSensitive whether upper and lower case differ.
#' @param removeDupKeys whether only the first of the rows with the same keys is kept.
#' @param dupFreqVar the name of a variable for the numbers of such rows.
#' @param varsToKeep,varsToDrop names of the columns to read or not to read; those of
#'   `sortByVars` are always read.
#' @param overwrite whether an existing file may be replaced.
#' @param maxRowsByCols the most cells a data frame gets that comes of a file.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,... not used.
#' @examples
#' head(rxSort(mtcars, sortByVars = c("cyl", "mpg"), decreasing = c(FALSE, TRUE)), 3)
#' rxSort(warpbreaks, sortByVars = c("wool", "tension"), removeDupKeys = TRUE, dupFreqVar = "n")
rxSort <- function(inData, outFile = NULL, sortByVars, decreasing = FALSE,
                   type = "auto", missingsLow = TRUE, caseSensitive = FALSE,
                   removeDupKeys = FALSE, varsToKeep = NULL, varsToDrop = NULL,
                   dupFreqVar = NULL, overwrite = FALSE, maxRowsByCols = 3000000,
                   bufferLimit = -1, reportProgress = rxGetOption("reportProgress"),
                   verbose = 0, xdfCompressionLevel = rxGetOption("xdfCompressionLevel"),
                   blocksPerRead = rxGetOption("blocksPerRead"), ...) {
  if (missing(sortByVars) || !is.character(sortByVars) || !length(sortByVars)) {
    stop("sortByVars must name the variables to sort by")
  }
  if (!is.logical(decreasing) || anyNA(decreasing) ||
      !length(decreasing) %in% c(1L, length(sortByVars))) {
    stop("decreasing must be TRUE or FALSE, once or for each of the variables")
  }
  if (!is.null(varsToKeep)) {
    varsToKeep <- union(sortByVars, varsToKeep)
    varsToDrop <- NULL
  }
  target <- sort_target(outFile, overwrite, xdfCompressionLevel)
  order <- list(
    keys = sortByVars, decreasing = decreasing, missingsLow = missingsLow,
    ignoresCase = !caseSensitive, removesDuplicates = removeDupKeys, frequency = dupFreqVar,
    bytes = if (bufferLimit > 0) bufferLimit * 1e6, folder = tempdir())
  found <- .Internal(rxSortData(
    native_wish(inData, NULL, varsToKeep, setdiff(varsToDrop, sortByVars), blocksPerRead), target,
    order, thread_count(), report_level(inData, reportProgress)))
  if (is.null(outFile)) limited_frame(found, inData, maxRowsByCols)
  else invisible(settled_target(as_target(outFile)))
}

# Columns read from a file as a data frame of at most so many cells.
limited_frame <- function(columns, data, limit) {
  result <- as_frame(columns)
  if (is.data.frame(data) || is.null(limit) || nrow(result) * length(result) <= limit) {
    return(result)
  }
  rows <- limit %/% length(result)
  warn_of_cells(rows, limit)
  result[seq_len(rows), , drop = FALSE]
}

#' @rdname rxSort
rxSortXdf <- function(inFile, outFile, sortByVars, decreasing = FALSE, ...) {
  rxSort(if (is.character(inFile)) RxXdfData(inFile) else inFile, outFile, sortByVars,
         decreasing, ...)
}

# A file that is to be written as a whole, for the native half; NULL for none.
sort_target <- function(outFile, overwrite, compression) {
  if (is.null(outFile)) return(NULL)
  target <- settled_target(as_target(outFile))
  if (target_exists(target) && !overwrite) {
    refuse_target(target, "use overwrite = TRUE to replace it")
  }
  describe_target(target, compression = compression)
}

#' Compress data files again
#'
#' Writes files of blocks anew, with another compression.
#'
#' @param inFile the path of a file or folder, or a data source.
#' @param outFile where to write; `NULL` to replace the files.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param overwrite whether existing files may be replaced.
#' @param reportProgress 0 for silence.
#' @examples
#' path <- tempfile(fileext = ".xdf")
#' rxDataStep(cars, path, reportProgress = 0)
#' rxCompressXdf(path, xdfCompressionLevel = 0, reportProgress = 0)
#' dim(RxXdfData(path))
rxCompressXdf <- function(inFile, outFile = NULL,
                          xdfCompressionLevel = rxGetOption("xdfCompressionLevel"),
                          overwrite = FALSE,
                          reportProgress = rxGetOption("reportProgress")) {
  if (isS4(inFile)) inFile <- inFile@file
  if (length(inFile) == 1L && dir.exists(inFile) && !is_composite(inFile)) {
    inFile <- list.files(inFile, "\\.xdf$", full.names = TRUE)
    if (!is.null(outFile)) outFile <- file.path(outFile, basename(inFile))
  }
  targets <- if (is.null(outFile)) inFile else outFile
  for (i in seq_along(inFile)) {
    step <- list(data = RxXdfData(inFile[i]), startRow = 1, numRows = -1, isTested = TRUE,
                 report = reportProgress)
    run_step(step, RxXdfData(targets[i]), "none", overwrite || is.null(outFile),
             xdfCompressionLevel)
  }
  invisible(TRUE)
}
