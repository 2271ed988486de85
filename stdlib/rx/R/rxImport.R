#' Import data
#'
#' Reads data from any source into a file of blocks or a data frame, with the types
#' and levels that are asked for. `rxTextToXdf` and `rxXdfToText` are older forms
#' for text; `rxReadXdf` reads blocks into a data frame.
#'
#' @param inData a data source, a path or a data frame.
#' @param outFile the file to write; `NULL` to return a data frame.
#' @param varsToKeep,varsToDrop names of the columns to read or not to read.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param append `"none"`, or `"rows"` to add rows to an existing file.
#' @param overwrite whether an existing file may be replaced.
#' @param numRows,startRow the rows to read; -1 for all.
#' @param stringsAsFactors,colClasses,colInfo the types of columns: see `RxTextData`.
#' @param rowsPerRead how many rows make a chunk, and a block of the result.
#' @param type how a text file is read: `"auto"`, `"textFast"`, `"text"`,
#'   `"fixedFast"` or `"fixed"`.
#' @param maxRowsByCols the most cells a data frame gets.
#' @param reportProgress 0 for silence.
#' @param createCompositeSet,blocksPerCompositeFile whether a folder of files is
#'   written, and how many blocks each has: see `RxXdfData`.
#' @param verbose not used.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param ... more arguments of the data source.
#' @examples
#' path <- tempfile(fileext = ".csv")
#' write.csv(warpbreaks, path, row.names = FALSE)
#' head(rxImport(path, stringsAsFactors = TRUE, reportProgress = 0), 3)
rxImport <- function(inData, outFile = NULL, varsToKeep = NULL, varsToDrop = NULL,
                     rowSelection = NULL, transforms = NULL, transformObjects = NULL,
                     transformFunc = NULL, transformVars = NULL,
                     transformPackages = NULL, transformEnvir = NULL, append = "none",
                     overwrite = FALSE, numRows = -1, stringsAsFactors = NULL,
                     colClasses = NULL, colInfo = NULL, rowsPerRead = NULL,
                     type = "auto", maxRowsByCols = NULL,
                     reportProgress = rxGetOption("reportProgress"), verbose = 0,
                     xdfCompressionLevel = rxGetOption("xdfCompressionLevel"),
                     createCompositeSet = NULL, blocksPerCompositeFile = 3, ...) {
  wish <- given_transformation()
  if (!is.data.frame(inData)) {
    given <- list(stringsAsFactors = stringsAsFactors, colClasses = colClasses,
                  colInfo = colInfo, rowsPerRead = rowsPerRead, ...)
    if (type %in% c("fixed", "fixedFast")) given$isFixedFormat <- TRUE
    inData <- with_settings(as_data_source(inData), given[!vapply(given, is.null, NA)])
  }
  step <- list(data = inData, wish = wish, keep = varsToKeep, drop = varsToDrop,
               startRow = 1, numRows = numRows,
               rowsPerRead = if (is.data.frame(inData)) positive(rowsPerRead),
               cellLimit = maxRowsByCols, isTested = TRUE, report = reportProgress)
  result <- run_step(step, outFile, append, overwrite, xdfCompressionLevel,
                     createCompositeSet, blocksPerCompositeFile)
  if (is.data.frame(result)) result else invisible(result)
}

# A data source with other settings, as far as it has them.
with_settings <- function(data, settings) {
  for (name in names(settings)) {
    if (!name %in% slotNames(data)) {
      if (name %in% c("colClasses", "colInfo", "rowsPerRead")) next
      stop("a data source of class ", class(data), " has no setting '", name, "'", call. = FALSE)
    }
    slot(data, name) <- settings[[name]]
  }
  data
}

#' @rdname rxImport
#' @param file the file of blocks to read.
#' @param returnDataFrame whether to return a data frame; otherwise a list.
#' @param maxRowsByCols the most cells to read.
#' @param startRow the first row to read.
#' @param rowVarName the variable that gives the row names.
#' @param readByBlock,cppInterp not used.
#' @param ... more arguments of the data source.
rxReadXdf <- function(file, varsToKeep = NULL, varsToDrop = NULL, rowVarName = NULL,
                      startRow = 1, numRows = -1, returnDataFrame = TRUE,
                      stringsAsFactors = FALSE, maxRowsByCols = NULL,
                      reportProgress = rxGetOption("reportProgress"), readByBlock = FALSE,
                      cppInterp = NULL) {
  data <- if (is.character(file)) RxXdfData(file) else file
  data@stringsAsFactors <- stringsAsFactors
  result <- step_frame(list(
    data = data, keep = varsToKeep, drop = varsToDrop, startRow = startRow, numRows = numRows,
    rowVarName = rowVarName, cellLimit = maxRowsByCols, isTested = TRUE, report = reportProgress))
  if (returnDataFrame) result else as.list(result)
}

#' @rdname rxImport
#' @param inFile the file to read.
#' @param firstRowIsColNames,centuryCutoff,missingValueString,delimiter,rowsToSniff,rowsToSkip
#'   how text is read: see `RxTextData`.
rxTextToXdf <- function(inFile, outFile, rowSelection = NULL, transforms = NULL,
                        transformObjects = NULL, append = "none", overwrite = FALSE,
                        numRows = -1, stringsAsFactors = FALSE, colClasses = NULL,
                        colInfo = NULL, missingValueString = "NA", rowsPerRead = 500000,
                        delimiter = NULL, firstRowIsColNames = NULL, rowsToSniff = 10000,
                        rowsToSkip = 0, centuryCutoff = 20,
                        reportProgress = rxGetOption("reportProgress"),
                        xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  data <- RxTextData(
    inFile, stringsAsFactors = stringsAsFactors, colClasses = colClasses, colInfo = colInfo,
    missingValueString = missingValueString, rowsPerRead = rowsPerRead, delimiter = delimiter,
    firstRowIsColNames = firstRowIsColNames, rowsToSniff = rowsToSniff,
    rowsToSkip = rowsToSkip, centuryCutoff = centuryCutoff, ...)
  wish <- given_transformation()
  step <- list(data = data, wish = wish, startRow = 1, numRows = numRows, isTested = TRUE,
               report = reportProgress)
  invisible(run_step(step, outFile, append, overwrite, xdfCompressionLevel))
}

#' @rdname rxImport
#' @param outFile the text file to write.
#' @param sep the separator of fields.
#' @param quote whether text is quoted.
#' @param na what is written for missing values.
#' @param eol the end of lines.
#' @param col.names whether names are written first.
rxXdfToText <- function(inFile, outFile, varsToKeep = NULL, varsToDrop = NULL,
                        rowSelection = NULL, transforms = NULL, transformObjects = NULL,
                        sep = ",", quote = TRUE, na = "NA", eol = "\n", col.names = TRUE,
                        overwrite = FALSE, reportProgress = rxGetOption("reportProgress"),
                        ...) {
  wish <- given_transformation()
  target <- RxTextData(outFile, delimiter = sep, quoteMark = if (quote) "\"" else "",
                       missingValueString = na, firstRowIsColNames = col.names)
  step <- list(data = inFile, wish = wish, keep = varsToKeep, drop = varsToDrop, startRow = 1,
               numRows = -1, isTested = TRUE, report = reportProgress)
  invisible(run_step(step, target, "none", overwrite))
}
