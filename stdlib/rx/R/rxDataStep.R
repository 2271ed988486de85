#' Copy, select and transform data
#'
#' Reads data from any source in chunks, computes variables and selects rows on the
#' way, and writes the result to a file or returns it as a data frame.
#'
#' @param inData a data source, a path or a data frame; `NULL` for `numRows` rows of the
#'   variable `.rxRowNums`, which counts them.
#' @param outFile the path of a file or a data source to write to; `NULL` to return
#'   a data frame. Paths mean blocks of columns (`.xdf`) or text (`.csv`, `.txt`).
#' @param varsToKeep,varsToDrop names of the columns to read or not to read.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param append `"none"`, `"rows"` to add rows to an existing file, `"cols"` to add
#'   variables to it.
#' @param overwrite whether an existing file may be replaced.
#' @param rowVarName the variable that takes the row names of a data frame, or that
#'   gives the row names of the data frame to return.
#' @param removeMissingsOnRead,removeMissings whether rows with missing values are
#'   left out before or after the transformations.
#' @param computeLowHigh whether ranges are found; they always are.
#' @param maxRowsByCols the most cells a data frame gets; further rows are left out
#'   with a warning. `NULL` for no limit.
#' @param rowsPerRead how many rows make a chunk, and a block of the result; -1 to
#'   keep those of the source.
#' @param startRow,numRows the rows to read; -1 for all.
#' @param returnTransformObjects whether to return the transform objects as they are
#'   at the end instead.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param createCompositeSet,blocksPerCompositeFile whether a folder of files is
#'   written, and how many blocks each has: see `RxXdfData`.
#' @param ... not used.
#' @examples
#' rxDataStep(cars, rowSelection = speed > 20, transforms = list(ratio = dist / speed))
#' path <- tempfile(fileext = ".csv")
#' rxDataStep(cars, path, varsToKeep = "dist", reportProgress = 0)
#' readLines(path, 2)
rxDataStep <- function(inData = NULL, outFile = NULL, varsToKeep = NULL,
                       varsToDrop = NULL, rowSelection = NULL, transforms = NULL,
                       transformObjects = NULL, transformFunc = NULL,
                       transformVars = NULL, transformPackages = NULL,
                       transformEnvir = NULL, append = "none", overwrite = FALSE,
                       rowVarName = NULL, removeMissingsOnRead = FALSE,
                       removeMissings = FALSE, computeLowHigh = TRUE,
                       maxRowsByCols = 3000000, rowsPerRead = -1, startRow = 1,
                       numRows = -1, returnTransformObjects = FALSE,
                       blocksPerRead = rxGetOption("blocksPerRead"),
                       reportProgress = rxGetOption("reportProgress"),
                       xdfCompressionLevel = rxGetOption("xdfCompressionLevel"),
                       createCompositeSet = NULL, blocksPerCompositeFile = 3, ...) {
  wish <- given_transformation()
  if (is.null(inData)) {
    if (is.null(positive(numRows))) stop("without input data numRows must be given")
    inData <- data.frame(.rxRowNums = seq_len(numRows))
  }
  step <- list(
    data = inData, wish = wish, keep = varsToKeep, drop = varsToDrop,
    startRow = startRow, numRows = numRows, rowsPerRead = positive(rowsPerRead),
    blocksPerRead = blocksPerRead, rowVarName = rowVarName, cellLimit = maxRowsByCols,
    skipsMissingsFirst = removeMissingsOnRead, skipsMissings = removeMissings,
    isTested = !returnTransformObjects, report = reportProgress)
  result <- run_step(step, outFile, append, overwrite, xdfCompressionLevel,
                     createCompositeSet, blocksPerCompositeFile)
  if (returnTransformObjects) return(mget(wish$objects, envir = wish$environment))
  if (is.data.frame(result)) result else invisible(result)
}

positive <- function(number) if (!is.null(number) && number > 0) number

# Runs a data step: into a file, which is returned as a data source, or a data frame.
run_step <- function(step, outFile, append = "none", overwrite = FALSE, compression = 1,
                     composite = NULL, blocksPerFile = 3) {
  append <- match.arg(append, c("none", "rows", "cols"))
  if (is.null(outFile)) return(step_frame(step))
  target <- as_target(outFile)
  suffix <- suffix_of(source_label(target))
  target <- settled_target(target, step$data, composite, blocksPerFile)
  exists <- target_exists(target)
  if (exists && append == "none" && !overwrite) {
    refuse_target(target, "use overwrite = TRUE to replace it, or append")
  }
  if (!exists) append <- "none"
  check_target(target, exists, append)
  if (append == "cols") {
    if (inherits(target, "RxOdbcData")) stop("columns cannot be added to a table", call. = FALSE)
    step <- columns_step(step, target)
    append <- "none"
  }
  native <- describe_step(step)
  .Internal(rxCopyData(native, describe_target(target, append, compression, suffix),
                       as.integer(rxGetOption("numCoresToUse")), as.integer(step$report)))
  target
}

# A folder is replaced only by one of its own kind.
check_target <- function(target, exists, append) {
  if (inherits(target, "RxOdbcData") || is_foreign(target)) return(invisible())
  isText <- inherits(target, "RxTextData")
  isSet <- isTRUE(if (isText) target@createFileSet
                  else if (inherits(target, "RxXdfData")) target@createCompositeSet)
  if (exists && dir.exists(target@file) &&
      (!isSet || !isText && !is_composite(target@file))) {
    stop("'", target@file, "' is a folder", if (isSet) ", but no composite set", call. = FALSE)
  }
  if (isText && isSet && append == "rows") {
    stop("rows cannot be appended to a folder of text files", call. = FALSE)
  }
}

# The step that reads a file again with the columns of another step beside its own.
columns_step <- function(step, target) {
  wish <- own_transformation(NULL, character())
  scope <- wish$environment
  step$cellLimit <- NULL
  step$isTested <- FALSE
  added <- source_rows(step$data)
  if (is.null(step$wish$selection) && added != source_rows(target)) {
    stop("the file '", target@file, "' has ", source_rows(target), " rows, the new columns have ",
         added, call. = FALSE)
  }
  start <- step$startRow
  step$report <- 0L
  wish$FUN <- function(data) {
    step$startRow <- start + scope$.rxStartRow - 1
    step$numRows <- scope$.rxNumRows
    more <- step_frame(step)
    if (nrow(more) != scope$.rxNumRows) stop("the new columns have other rows than the file")
    data[names(more)] <- as.list(more)
    data
  }
  list(data = target, wish = wish, startRow = 1, numRows = -1, isTested = TRUE, report = 0L)
}

# The data of a step with what is to be left of them, for the native half.
describe_step <- function(step) {
  data <- step$data
  if (is.data.frame(data) && !is.null(step$rowVarName)) {
    data[[step$rowVarName]] <- row.names(data)
    if (!is.null(step$keep)) step$keep <- c(step$keep, step$rowVarName)
  }
  native_wish(data, step$wish, step$keep, step$drop, step$blocksPerRead, step$rowsPerRead,
              step$startRow, step$numRows, isTRUE(step$skipsMissingsFirst),
              isTRUE(step$skipsMissings), step$isTested)
}

# The result of a step as a data frame.
step_frame <- function(step) {
  if (is.data.frame(step$data) && is.null(step$rowsPerRead)) return(frame_step(step))
  found <- .Internal(rxReadData(
    describe_step(step), cell_limit(step$cellLimit),
    as.integer(rxGetOption("numCoresToUse")), as.integer(step$report)))
  if (isTRUE(attr(found, "isCut"))) warn_of_cells(length(found[[1L]]), step$cellLimit)
  attr(found, "isCut") <- NULL
  result <- named_rows(as_frame(found), step$rowVarName)
  attr(result, ".rxDescription") <- if (is.character(step$data) || isS4(step$data)) {
    file_parts(as_data_source(step$data))$description
  }
  result
}

cell_limit <- function(limit) if (is.null(limit) || !is.finite(limit)) -1 else limit

warn_of_cells <- function(rows, limit) {
  warning("only the first ", rows, " rows were read: the limit of cells, ",
          "'maxRowsByCols', is ", format(limit, scientific = FALSE), call. = FALSE)
}

# A data frame made of a data frame, in one piece; its columns keep their attributes.
frame_step <- function(step) {
  data <- step$data
  rows <- seq_len(nrow(data))
  if (step$startRow > 1) rows <- rows[rows >= step$startRow]
  if (!is.null(positive(step$numRows))) rows <- head(rows, step$numRows)
  if (length(rows) != nrow(data)) data <- data[rows, , drop = FALSE]
  data <- data[kept_names(names(data), step$keep, step$drop)]
  if (isTRUE(step$skipsMissingsFirst)) data <- data[complete.cases(data), , drop = FALSE]
  if (!is.null(step$rowVarName)) data[[step$rowVarName]] <- row.names(data)
  if (!is.null(step$wish)) {
    change <- chunk_function(step$wish, "", data)
    if (step$isTested) change(NULL, 0, 1, min(nrow(data), 10L))
    data <- as_frame(change(NULL, 1, 1, nrow(data)))
  }
  if (isTRUE(step$skipsMissings)) data <- data[complete.cases(data), , drop = FALSE]
  attr(data, "row.names") <- seq_len(nrow(data))
  named_rows(data, step$rowVarName)
}

# A list of columns as a data frame, whatever the columns are.
as_frame <- function(columns) {
  count <- if (length(columns)) length(columns[[1L]]) else 0L
  structure(as.list(columns), names = as.character(names(columns)),
            row.names = seq_len(count), class = "data.frame")
}

# Takes the row names from the variable that holds them.
named_rows <- function(data, name) {
  if (is.null(name) || is.null(data[[name]])) return(data)
  names <- as.character(data[[name]])
  data[[name]] <- NULL
  if (!anyDuplicated(names)) attr(data, "row.names") <- names
  data
}
