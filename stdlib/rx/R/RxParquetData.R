#' Parquet files
#'
#' Describes a Parquet file, or all those of a folder or a pattern, as other programs
#' write and read them. Nothing is read until something needs it, and then only the
#' columns that are wanted. A row group is a block. Used as the output of `rxDataStep`
#' or `rxImport`, a file is written.
#'
#' Integers of up to 32 bits are integers, larger ones and decimals are numbers, dates
#' `Date`, timestamps `POSIXct` (in UTC), times of day seconds. Text is text, unless `colInfo`
#' wants a factor. Files written here keep the levels of factors in their order, time
#' zones and descriptions. Nested columns cannot be read.
#'
#' @param file the path of a file, of a folder with files (those whose names begin with
#'   `_` or `.` do not count), or a pattern such as `"sales/part-*.parquet"`.
#' @param colInfo a named list of lists about columns: `type`, `levels`, `newLevels`,
#'   `newName`, `description`, `low`, `high`.
#' @param fileSystem a file system: there is that of the machine only.
#' @param cache not needed here.
#' @param writeFactorsAsIndexes whether factors are written as codes from 0.
#' @examples
#' path <- tempfile(fileext = ".parquet")
#' rxDataStep(iris, RxParquetData(path), reportProgress = 0)
#' rxGetVarInfo(RxParquetData(path))$Species$levels
RxParquetData <- function(file, colInfo = NULL, fileSystem = "native", cache = FALSE,
                          writeFactorsAsIndexes = FALSE) {
  if (!is.character(file) || length(file) != 1L) {
    stop("'file' must be a character string", call. = FALSE)
  }
  new_source("RxParquetData", mget(names(formals())))
}

is_parquet_path <- function(path) grepl("\\.(parquet|pqt?)$", path, ignore.case = TRUE)

# A file or several for the native half.
describe_parquet <- function(data, keep, drop) {
  info <- column_wishes(data)
  list(kind = "RxParquetData", file = text_files(data@file), keep = unique(keep),
       drop = drop, types = info$types, levels = info$levels, columns = info$columns)
}

# A file to be written, for the native half.
describe_parquet_target <- function(target, append, compression) {
  if (append == "rows") {
    stop("rows cannot be added to a Parquet file; write another file into its folder",
         call. = FALSE)
  }
  list(kind = "RxParquetData", file = target@file, compression = as.integer(compression),
       writesCodes = isTRUE(target@writeFactorsAsIndexes))
}
