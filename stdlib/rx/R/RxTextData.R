#' Text data source
#'
#' Describes a delimited text file, plain or compressed by gzip, that analyses
#' read in chunks, never as a whole. Nothing is read until an analysis needs it.
#'
#' @param file the path of the file.
#' @param stringsAsFactors whether text columns are factors; their levels are in
#'   order of appearance.
#' @param colClasses types of columns by name: `"logical"`, `"integer"`,
#'   `"numeric"`, `"character"`, `"factor"`, `"Date"`.
#' @param colInfo a named list of lists with `type` and `levels` of columns.
#' @param varsToKeep,varsToDrop names of the columns to use or not to use.
#' @param missingValueString what stands for a missing value.
#' @param rowsPerRead how many rows make a chunk.
#' @param delimiter the separator of fields; NULL to find out.
#' @param combineDelimiters not used.
#' @param quoteMark the quoting character.
#' @param decimalPoint the decimal point.
#' @param thousandsSeparator not used.
#' @param centuryCutoff not used.
#' @param firstRowIsColNames whether the first row holds names; NULL to find out.
#' @param rowsToSniff how many rows are looked at to find the types of columns.
#' @param rowsToSkip how many lines to skip first.
#' @param ... not used.
#' @examples
#' path <- tempfile(fileext = ".csv")
#' write.csv(mtcars, path, row.names = FALSE)
#' ds <- RxTextData(path)
#' names(ds)
#' rxGetVarInfo(ds)
RxTextData <- function(file, stringsAsFactors = FALSE, colClasses = NULL,
                       colInfo = NULL, varsToKeep = NULL, varsToDrop = NULL,
                       missingValueString = "NA", rowsPerRead = 500000,
                       delimiter = NULL, combineDelimiters = FALSE,
                       quoteMark = "\"", decimalPoint = ".",
                       thousandsSeparator = NULL, centuryCutoff = 20,
                       firstRowIsColNames = NULL, rowsToSniff = 10000,
                       rowsToSkip = 0, ...) {
  if (!is.character(file) || length(file) != 1L) {
    stop("'file' must be a character string")
  }
  if (!is.null(varsToKeep) && !is.null(varsToDrop)) {
    stop("varsToKeep and varsToDrop cannot both be given")
  }
  structure(
    list(file = file, stringsAsFactors = stringsAsFactors,
         colClasses = colClasses, colInfo = colInfo, varsToKeep = varsToKeep,
         varsToDrop = varsToDrop, missingValueString = missingValueString,
         rowsPerRead = rowsPerRead, delimiter = delimiter,
         quoteMark = quoteMark, decimalPoint = decimalPoint,
         centuryCutoff = centuryCutoff, firstRowIsColNames = firstRowIsColNames,
         rowsToSniff = rowsToSniff, rowsToSkip = rowsToSkip),
    class = c("RxTextData", "RxFileData", "RxDataSource"))
}

print.RxTextData <- function(x, ...) {
  x <- unclass(x)
  cat("RxTextData Source\n")
  cat("\"", x$file, "\"\n", sep = "")
  cat("centuryCutoff:", x$centuryCutoff, "\n")
  cat("rowsToSniff:", x$rowsToSniff, "\n")
  cat("rowsToSkip:", x$rowsToSkip, "\n")
  cat("defaultReadBufferSize: 10000 \n")
  cat("isFixedFormat: FALSE \n")
  cat("useFastRead: TRUE \n")
  cat("fileSystem: \n")
  cat("    fileSystemType: native\n")
  invisible(x)
}

names.RxTextData <- function(x) rxGetVarNames(x)

dim.RxTextData <- function(x) c(NA_integer_, length(rxGetVarNames(x)))

head.RxTextData <- function(x, n = 6L, ...) first_rows(x, n)

# What the native half reads of a data source: a data frame as it is, a path as
# a text source, with the columns and rows that a call asks for. Analyses hand on
# their own arguments; `rowSelection` and `transforms` as `substitute()` gives them.
native_data <- function(data, varsToKeep = NULL, varsToDrop = NULL,
                        rowSelection = NULL, transforms = NULL,
                        transformObjects = NULL, transformFunc = NULL,
                        transformVars = NULL, transformPackages = NULL,
                        transformEnvir = NULL, blocksPerRead = NULL,
                        rowsPerRead = NULL, isPrediction = FALSE,
                        caller = parent.frame(2L)) {
  wish <- transformation(rowSelection, transforms, transformObjects, transformFunc,
                         transformVars, transformPackages, transformEnvir, caller,
                         isPrediction)
  native_wish(data, wish, varsToKeep, varsToDrop, blocksPerRead, rowsPerRead)
}

# The same with a transformation that is known already, or NULL.
native_wish <- function(data, wish, varsToKeep = NULL, varsToDrop = NULL,
                        blocksPerRead = NULL, rowsPerRead = NULL) {
  if (!is.null(varsToKeep) && !is.null(varsToDrop)) {
    stop("varsToKeep and varsToDrop cannot both be given", call. = FALSE)
  }
  if (is.data.frame(data)) {
    kept <- kept_names(names(data), varsToKeep, varsToDrop)
    if (length(kept) != length(data)) data <- data[kept]
    if (is.null(wish)) return(data)
    return(list(transform = chunk_function(wish, "", data), rows = nrow(data),
                rowsPerRead = rowsPerRead))
  }
  data <- as_data_source(data)
  native <- describe_text(data, varsToKeep, varsToDrop, rowsPerRead)
  if (is.null(wish)) return(native)
  list(source = native, transform = chunk_function(wish, native$file),
       reads = transform_reads(wish))
}

# A path as a data source; a data source as it is.
as_data_source <- function(data) {
  if (is.character(data) && length(data) == 1L) data <- RxTextData(data)
  if (!inherits(data, "RxDataSource")) {
    stop("data must be a data source, a path or a data frame", call. = FALSE)
  }
  data
}

# The names to keep, in their own order; a name that is not there is an error.
kept_names <- function(names, varsToKeep, varsToDrop) {
  unknown <- setdiff(c(varsToKeep, varsToDrop), names)
  if (length(unknown)) {
    stop("not in the data: ", paste0("'", unknown, "'", collapse = ", "), call. = FALSE)
  }
  if (!is.null(varsToKeep)) names[names %in% varsToKeep]
  else setdiff(names, varsToDrop)
}

# A text source for the native half.
describe_text <- function(data, varsToKeep, varsToDrop, rowsPerRead) {
  data <- unclass(data)
  types <- unlist(data$colClasses)
  levels <- list()
  for (name in names(data$colInfo)) {
    info <- data$colInfo[[name]]
    if (!is.null(info$type)) types[[name]] <- info$type
    if (!is.null(info$levels)) levels[[name]] <- as.character(info$levels)
  }
  keep <- data$varsToKeep
  if (!is.null(varsToKeep)) keep <- if (is.null(keep)) varsToKeep else intersect(keep, varsToKeep)
  list(file = data$file, factors = isTRUE(data$stringsAsFactors),
       types = types, levels = if (length(levels)) levels,
       keep = keep, drop = c(data$varsToDrop, varsToDrop),
       missing = data$missingValueString,
       rowsPerRead = if (is.null(rowsPerRead)) data$rowsPerRead else rowsPerRead,
       delimiter = data$delimiter, quote = data$quoteMark,
       decimal = data$decimalPoint, header = data$firstRowIsColNames,
       sniff = data$rowsToSniff, skip = data$rowsToSkip)
}

# The first rows of a data source as a data frame.
first_rows <- function(data, count) {
  if (is.data.frame(data)) return(head(data, count))
  columns <- .Internal(rxFirstRows(native_data(data), as.integer(count)))
  as.data.frame(columns, optional = TRUE)
}
