#' Text data source
#'
#' Describes delimited text, or text in columns of fixed width, plain or compressed
#' by gzip, in a file or in all files of a folder or of a pattern such as
#' `"part-*.csv"`. Nothing is read until something needs it, and then in chunks. Used
#' as the output of `rxDataStep`, it says how text is written.
#'
#' @param file the path of the file, of a folder, or a pattern.
#' @param stringsAsFactors whether text columns are factors; their levels are in
#'   order of appearance.
#' @param colClasses types of columns by name: `"logical"`, `"integer"`, `"int16"`,
#'   `"uint16"`, `"numeric"`, `"float32"`, `"character"`, `"factor"`, `"ordered"`,
#'   `"Date"`, `"POSIXct"`.
#' @param colInfo a named list of lists about columns: `type`, `levels`,
#'   `newLevels`, `newName`, `description`, `low`, `high`, `index`, and for fixed
#'   width `start`, `width` and `decimalPlaces`. It comes before `colClasses`.
#' @param varsToKeep,varsToDrop names of the columns to use or not to use.
#' @param missingValueString what stands for a missing value.
#' @param rowsPerRead how many rows make a chunk.
#' @param delimiter the separator of fields; NULL to find out.
#' @param combineDelimiters whether delimiters in a row are one.
#' @param quoteMark the quoting character.
#' @param decimalPoint the decimal point.
#' @param thousandsSeparator a mark between thousands in numbers.
#' @param readDateFormat,readPOSIXctFormat how dates and times are written, as in
#'   `strptime`.
#' @param centuryCutoff two-digit years from here on belong to the last century.
#' @param firstRowIsColNames whether the first row holds names; NULL to find out.
#' @param rowsToSniff how many rows are looked at to find the types of columns.
#' @param rowsToSkip how many lines to skip first.
#' @param returnDataFrame whether `rxReadNext` returns data frames; otherwise lists.
#' @param defaultReadBufferSize,useFastRead,inputEncoding,verbose,defaultDecimalColType,defaultMissingColType
#'   not needed here: all text is read fast, as UTF-8, in double precision.
#' @param writePrecision how many digits numbers are written with.
#' @param stripZeros not needed: no zeros are written behind the last digit.
#' @param quotedDelimiters whether quoted text may hold delimiters; it always may.
#' @param isFixedFormat whether columns have fixed positions, given by `colInfo`.
#' @param createFileSet,rowsPerOutFile whether output goes to several files.
#' @param fileSystem a file system.
#' @param writeFactorsAsIndexes whether factors are written as codes.
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
                       thousandsSeparator = NULL, readDateFormat = "[%y[-][/]%m[-][/]%d]",
                       readPOSIXctFormat = "%y[-][/]%m[-][/]%d [%H:%M[:%S]][%p]",
                       centuryCutoff = 20, firstRowIsColNames = NULL,
                       rowsToSniff = 10000, rowsToSkip = 0, returnDataFrame = TRUE,
                       defaultReadBufferSize = 10000,
                       defaultDecimalColType = rxGetOption("defaultDecimalColType"),
                       defaultMissingColType = rxGetOption("defaultMissingColType"),
                       writePrecision = 7, stripZeros = FALSE, quotedDelimiters = FALSE,
                       isFixedFormat = NULL, useFastRead = NULL, createFileSet = NULL,
                       rowsPerOutFile = NULL, verbose = 0, fileSystem = NULL,
                       inputEncoding = "utf-8", writeFactorsAsIndexes = FALSE, ...) {
  if (!is.character(file) || length(file) != 1L) {
    stop("'file' must be a character string")
  }
  values <- mget(setdiff(names(formals()), "..."))
  new_source("RxTextData", values)
}
