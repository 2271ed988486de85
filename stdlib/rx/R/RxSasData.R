#' Files of SAS and SPSS
#'
#' Describe files that SAS (`.sas7bdat`, and transport files, `.xpt`) or SPSS (`.sav`,
#' `.zsav`, `.por`) wrote. Nothing is read until something needs it, and then in
#' chunks. The library ReadStat reads them; it must be installed.
#'
#' Variables are numbers or text. Those with a format of dates or times become
#' `Date` and `POSIXct` (in UTC). Labels of variables become their descriptions.
#' Variables with labels of values become factors; values without a label are missing
#' then, `labelsAsLevels = FALSE` keeps them. A variable of which only missing codes
#' have labels stays what it is.
#'
#' @param file the path of the file.
#' @param stringsAsFactors whether text is read as factors.
#' @param colClasses,colInfo types of variables and more: see `RxTextData`. They come
#'   before labels of values.
#' @param rowsPerRead how many rows make a chunk.
#' @param formatFile a SAS catalog (`.sas7bcat`) with the labels of values.
#' @param labelsAsLevels whether labels of values are levels of factors.
#' @param labelsAsInfo whether labels of values of other variables are kept:
#'   `rxGetVarInfo` tells them.
#' @param mapMissingCodes which values that the file declares missing are: `"all"`,
#'   `"none"`, or the `"first"` of each variable.
#' @param varsToKeep,varsToDrop names of the variables to use or not to use.
#' @param checkVarsToKeep whether a name that is not in the file is an error.
#' @examples
#' RxSasData("claims.sas7bdat", formatFile = "formats.sas7bcat")
#' RxSpssData("claims.sav", mapMissingCodes = "none")@mapMissingCodes
RxSasData <- function(file, stringsAsFactors = FALSE, colClasses = NULL, colInfo = NULL,
                      rowsPerRead = 500000, formatFile = NULL, labelsAsLevels = TRUE,
                      labelsAsInfo = TRUE, mapMissingCodes = "all", varsToKeep = NULL,
                      varsToDrop = NULL, checkVarsToKeep = FALSE) {
  check_foreign_file(file, mapMissingCodes)
  new_source("RxSasData", mget(names(formals())))
}

#' @rdname RxSasData
RxSpssData <- function(file, stringsAsFactors = FALSE, colClasses = NULL, colInfo = NULL,
                       rowsPerRead = 500000, labelsAsLevels = TRUE, labelsAsInfo = TRUE,
                       mapMissingCodes = "all", varsToKeep = NULL, varsToDrop = NULL,
                       checkVarsToKeep = FALSE) {
  check_foreign_file(file, mapMissingCodes)
  new_source("RxSpssData", mget(names(formals())))
}

check_foreign_file <- function(file, mapMissingCodes) {
  if (!is.character(file) || length(file) != 1L) {
    stop("'file' must be a character string", call. = FALSE)
  }
  if (!isTRUE(mapMissingCodes %in% c("all", "none", "first"))) {
    stop("mapMissingCodes must be \"all\", \"none\" or \"first\"", call. = FALSE)
  }
}

is_foreign <- function(data) inherits(data, "RxSasData") || inherits(data, "RxSpssData")

is_sas_path <- function(path) grepl("\\.(sas7bdat|sd7|xpt)$", path, ignore.case = TRUE)

is_spss_path <- function(path) grepl("\\.(sav|zsav|por)$", path, ignore.case = TRUE)

# What the native half is told besides the file and its variables.
describe_foreign <- function(data, rowsPerRead) {
  info <- column_wishes(data)
  list(types = info$types, levels = info$levels, columns = info$columns,
       rowsPerRead = if (is.null(rowsPerRead)) data@rowsPerRead else rowsPerRead,
       catalog = if (inherits(data, "RxSasData")) data@formatFile,
       labelsAsLevels = data@labelsAsLevels, labelsAsInfo = data@labelsAsInfo,
       missingCodes = data@mapMissingCodes,
       checks = isTRUE(data@checkVarsToKeep) || is.null(data@varsToKeep))
}
