#' Text data source
#'
#' Describes delimited text, or text in columns of fixed width, plain or compressed
#' by gzip, in a file or in all files of a folder or of a pattern such as
#' `"part-*.csv"`. Nothing is read until something needs it, and then in chunks. Used
#' as the output of `rxDataStep`, it says how text is written.
#'
#' Types of columns that nobody gives are found by looking at the first rows. A column
#' of integers among them becomes one of numbers when a fraction comes later; text
#' where numbers were, or what does not fit a type that was given, is an error that
#' names the file, the row and the column. Of several files the first says whether
#' there are names, and of what types the columns are. Files that begin with `_`, and
#' empty ones, are passed over in folders.
#'
#' Columns of fixed width are given by `start` and `width` in `colInfo`, or by a schema
#' file, whose name ends with `.sts`: `FILE` and the path of the data, `FIRST LINE` and
#' the number of the first line to read, if it is not 1, and `VARIABLES`, each with its
#' columns and `(A)` when it is text, as in `age 4-8 (A)`. `colInfo` then says more
#' about some of them. Blanks around the fields do not count.
#'
#' Formats of dates: `%y` a year (of two digits by `centuryCutoff`), `%Y` a year as it is,
#' `%m` a month or its English name, `%d`, `%H`, `%M`, `%S`, `%n` milliseconds, `%N` a
#' fraction of a second, `%p` am or pm, `%c` any character, `%4c` four of them, `%$c` all
#' that is left, `%w` a word, and `%%`, `%[`, `%]`; what stands in brackets may be missing.
#' With the default formats, dates as in ISO 8601 are read too.
#'
#' @param file the path of the file, of a folder, of a schema file, or a pattern.
#' @param stringsAsFactors whether text columns are factors; their levels are in
#'   order of appearance.
#' @param colClasses types of columns by name: `"logical"`, `"integer"`, `"int16"`,
#'   `"uint16"`, `"numeric"`, `"float32"`, `"character"`, `"factor"`, `"ordered"`,
#'   `"Date"`, `"POSIXct"`.
#' @param colInfo a named list of lists about columns: `type`, `levels`,
#'   `newLevels`, `newName`, `description`, `low`, `high`, `dateFormat` for this
#'   column, `index` in place of a name, and for fixed width `start` and `width`. A
#'   `width` alone cuts off what text has beyond so many characters. It comes before
#'   `colClasses`.
#' @param varsToKeep,varsToDrop names of the columns to use or not to use.
#' @param missingValueString what stands for a missing value.
#' @param rowsPerRead how many rows make a chunk.
#' @param delimiter the separator of fields, or several; NULL to find out among comma,
#'   tab, semicolon, bar and blank.
#' @param combineDelimiters whether delimiters in a row are one; blanks always are.
#' @param quoteMark the quoting character.
#' @param decimalPoint the decimal point.
#' @param thousandsSeparator a mark between thousands in numbers.
#' @param readDateFormat,readPOSIXctFormat how dates and times are written, see below.
#' @param centuryCutoff two-digit years from here on belong to the last century.
#' @param firstRowIsColNames whether the first row holds names; `NULL` when it has no
#'   number and the second has one, or there is no second. For output, whether names
#'   are written; `NULL` as `TRUE`.
#' @param rowsToSniff how many rows are looked at to find the types of columns.
#' @param rowsToSkip how many lines to skip first.
#' @param returnDataFrame whether `rxReadNext` returns data frames; otherwise lists.
#' @param defaultDecimalColType `"float32"` to store numbers whose type nobody gives in
#'   single precision.
#' @param defaultMissingColType the type of columns without values among the first rows:
#'   `"numeric"` or `"character"`.
#' @param checkVarsToKeep not needed: names that are not in the data are always an error.
#' @param defaultReadBufferSize,useFastRead,inputEncoding,verbose not needed here: all
#'   text is read fast, as UTF-8.
#' @param writePrecision how many digits numbers are written with.
#' @param stripZeros not needed: no zeros are written behind the last digit.
#' @param quotedDelimiters whether quoted text may hold delimiters; it always may.
#' @param isFixedFormat whether columns have fixed positions; `NULL` when `colInfo` has
#'   them.
#' @param createFileSet whether output goes to a folder of files, named as the file
#'   without its extension; `NULL` when the input is a folder.
#' @param rowsPerOutFile how many rows each of them has; `NULL` for one a chunk.
#' @param fileSystem a file system.
#' @param writeFactorsAsIndexes whether factors are written as codes.
#' @param ... not used.
#' @examples
#' path <- tempfile(fileext = ".csv")
#' write.csv(mtcars, path, row.names = FALSE)
#' ds <- RxTextData(path)
#' names(ds)
#' rxGetVarInfo(ds)
#'
#' fixed <- tempfile(fileext = ".dat")
#' writeLines(c("17-20A 289", "60+  B  11"), fixed)
#' rxImport(fixed, reportProgress = 0, colInfo = list(
#'   age = list(start = 1, width = 5, type = "factor"),
#'   cost = list(start = 7, width = 4, type = "numeric")))
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
                       rowsPerOutFile = NULL, verbose = 0, checkVarsToKeep = FALSE,
                       fileSystem = NULL,
                       inputEncoding = "utf-8", writeFactorsAsIndexes = FALSE, ...) {
  if (!is.character(file) || length(file) != 1L) {
    stop("'file' must be a character string")
  }
  values <- mget(setdiff(names(formals()), "..."))
  new_source("RxTextData", values)
}
