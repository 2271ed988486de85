#' Data sources
#'
#' A data source says where data are and how they are to be read; nothing is read
#' until something needs it. `RxDataSource` is the class behind all of them.
#' `rxNewDataSource` makes one by the name of its class; `RxDataSource` also turns
#' a data source into one of another class, with the settings that both have.
#' Data sources have methods for `head`, `tail`, `names`, `colnames`, `dim`, `nrow`,
#' `ncol`, `dimnames`, `summary` and `formula`.
#'
#' @param class the name of a class: `"RxTextData"`, `"RxXdfData"`, `"RxOdbcData"`,
#'   `"RxSasData"`, `"RxSpssData"`, `"RxParquetData"`.
#' @param dataSource a data source whose settings are taken over, or `NULL`.
#' @param name the name of a class.
#' @param ... settings of the new data source, by name.
#' @examples
#' ds <- rxNewDataSource("RxTextData", file = "data.csv")
#' ds@file
#' class(RxDataSource("RxTextData", dataSource = ds, rowsToSniff = 100))
RxDataSource <- function(class = NULL, dataSource = NULL, ...) {
  if (is.null(class)) class <- class(dataSource)[1L]
  values <- list(...)
  if (!is.null(dataSource)) {
    known <- setdiff(names(source_slots(class)), names(values))
    for (name in intersect(known, slotNames(dataSource))) {
      values[[name]] <- slot(dataSource, name)
    }
  }
  do.call(rxNewDataSource, c(class, values))
}

#' @rdname RxDataSource
rxNewDataSource <- function(name, ...) {
  if (is.null(source_slots(name))) {
    stop("there is no class of data sources called '", name, "'")
  }
  do.call(get(name, envir = topenv()), list(...))
}

# The settings of each class of data sources, with their defaults: its slots.
source_slots <- function(class) {
  if (class %in% unlist(source_classes)) {
    slots <- as.list(formals(get(class, envir = topenv())))
    slots[names(slots) != "..."]
  }
}

# The classes of data sources, by what they extend.
source_classes <- list(RxFileData = c("RxTextData", "RxXdfData", "RxSasData", "RxSpssData",
                                       "RxParquetData"),
                       RxDataSource = "RxOdbcData")

# Makes a data source of the values of its constructor's arguments.
new_source <- function(class, values) {
  define_source_classes()
  if (!is.null(values$varsToKeep) && !is.null(values$varsToDrop)) {
    stop("varsToKeep and varsToDrop cannot both be given", call. = FALSE)
  }
  do.call(new, c(list(class), values))
}

# Defines the classes when they are first wanted.
define_source_classes <- function() {
  if (isTRUE(rx_settings$hasSourceClasses)) return(invisible())
  home <- topenv()
  setClass("RxDataSource", representation("VIRTUAL"), where = home)
  setClass("RxFileData", representation("VIRTUAL"), contains = "RxDataSource", where = home)
  for (parent in names(source_classes)) {
    for (class in source_classes[[parent]]) {
      slots <- names(source_slots(class))
      setClass(class, contains = parent, where = home,
               representation = structure(as.list(rep("ANY", length(slots))), names = slots))
    }
  }
  setMethod("show", "RxDataSource", function(object) show_source(object), where = home)
  rx_settings$hasSourceClasses <- TRUE
  invisible()
}

# A path as a data source, by its extension; a data source as it is.
as_data_source <- function(data) {
  if (is.character(data) && length(data) == 1L) {
    return(if (grepl("\\.(csv|txt|tsv|dat|gz)$", data, ignore.case = TRUE)) RxTextData(data)
           else if (is_sas_path(data)) RxSasData(data)
           else if (is_spss_path(data)) RxSpssData(data)
           else if (is_parquet_path(data)) RxParquetData(data)
           else if (is_xdf_path(data)) RxXdfData(data)
           else RxTextData(data))
  }
  # One that another session made comes before its class.
  if (isS4(data)) define_source_classes()
  if (!isS4(data) || !is(data, "RxDataSource")) {
    stop("data must be a data source, a path or a data frame", call. = FALSE)
  }
  if (inherits(data, "RxXdfData")) data@file <- set_folder(data@file)
  data
}

# The folder of a composite set that was written under the name of a file.
set_folder <- function(path) {
  folder <- sub("\\.xdf$", "", path)
  if (length(path) == 1L && !file.exists(path) && is_composite(folder)) folder else path
}

is_xdf_path <- function(path) {
  is_composite(path) || grepl("\\.xdf$", path, ignore.case = TRUE) || !file.exists(path) &&
    file.exists(paste0(path, ".xdf"))
}

show_source <- function(object) {
  if (inherits(object, "RxOdbcData")) return(show_database(object))
  cat(class(object), " Source\n", sep = "")
  cat("\"", object@file, "\"\n", sep = "")
  for (name in shown_slots(object)) cat(name, ": ", format(slot(object, name)), " \n", sep = "")
  if (inherits(object, "RxTextData")) {
    cat("defaultReadBufferSize: 10000 \n")
    cat("isFixedFormat: ", isTRUE(object@isFixedFormat), " \n", sep = "")
    cat("useFastRead: ", is.null(object@useFastRead) || isTRUE(object@useFastRead), " \n",
        sep = "")
  }
  cat("fileSystem: \n")
  cat("    fileSystemType: native\n")
}

# The settings that are always shown, and those of names and rows that were given.
shown_slots <- function(object) {
  always <- if (inherits(object, "RxTextData")) {
    c("centuryCutoff", "rowsToSniff", "rowsToSkip")
  } else if (inherits(object, "RxParquetData")) {
    c("cache", "writeFactorsAsIndexes")
  } else if (is_foreign(object)) {
    c("stringsAsFactors", "rowsPerRead", "labelsAsLevels", "labelsAsInfo", "mapMissingCodes")
  } else {
    c("returnDataFrame", "stringsAsFactors", "blocksPerRead")
  }
  given <- Filter(function(name) !is.null(slot(object, name)),
                  intersect(c("varsToKeep", "varsToDrop"), slotNames(object)))
  c(given, always)
}

#' File systems
#'
#' Where files are. There is one file system here, that of the machine.
#' `rxSetFileSystem` sets the default one and returns the former, invisibly;
#' `rxGetFileSystem` returns that of a data source, or the default.
#'
#' @param fileSystem the type of a file system, `"native"`, the name of its class,
#'   `"RxNativeFileSystem"`, or a file system.
#' @param ... not used.
#' @examples
#' RxNativeFileSystem()
#' rxSetFileSystem(RxFileSystem("native"))
#' rxGetFileSystem()
RxFileSystem <- function(fileSystem = "native", ...) {
  if (inherits(fileSystem, "RxFileSystem")) return(fileSystem)
  if (!isTRUE(tolower(fileSystem) %in% c("native", "rxnativefilesystem"))) {
    stop("the file system \"", fileSystem, "\" is not available here; use \"native\"")
  }
  structure(list(fileSystemType = "native"), class = c("RxNativeFileSystem", "RxFileSystem"))
}

#' @rdname RxFileSystem
RxNativeFileSystem <- function() RxFileSystem("native")

#' @rdname RxFileSystem
rxSetFileSystem <- function(fileSystem, ...) {
  old <- rxGetFileSystem()
  rxOptions(fileSystem = RxFileSystem(fileSystem, ...))
  invisible(old)
}

#' @rdname RxFileSystem
#' @param x a data source or a file system, or `NULL`.
rxGetFileSystem <- function(x = NULL) {
  own <- if (inherits(x, "RxFileSystem")) x
         else if (isS4(x) && "fileSystem" %in% slotNames(x)) x@fileSystem
  RxFileSystem(if (is.null(own)) rxGetOption("fileSystem") else own)
}

print.RxFileSystem <- function(x, ...) {
  cat("fileSystemType:", x$fileSystemType, "\n")
  invisible(x)
}

# ---- What data sources answer

head.RxDataSource <- function(x, n = 6L, reportProgress = 0L, ...) {
  read_rows(x, 1, if (n >= 0L) n else max(0, source_rows(x) + n))
}

# Some rows of a data source as a data frame.
read_rows <- function(data, start, count) {
  step_frame(list(data = data, startRow = start, numRows = count, isTested = TRUE,
                  cellLimit = NULL, report = 0L))
}

tail.RxDataSource <- function(x, n = 6L, addrownums = TRUE, reportProgress = 0L, ...) {
  if (inherits(x, "RxOdbcData") || is_foreign(x)) {
    stop("tail() is not available for data sources of class ", class(x)[1L])
  }
  total <- source_rows(x)
  count <- if (n >= 0L) min(n, total) else max(0, total + n)
  result <- read_rows(x, total - count + 1, count)
  if (addrownums && nrow(result)) {
    attr(result, "row.names") <- as.integer(total - count + seq_len(nrow(result)))
  }
  result
}

names.RxDataSource <- function(x) rxGetVarNames(x)

dim.RxDataSource <- function(x) as.integer(c(source_rows(x), length(rxGetVarNames(x))))

dimnames.RxDataSource <- function(x) list(NULL, rxGetVarNames(x))

length.RxDataSource <- function(x) length(rxGetVarNames(x))

summary.RxDataSource <- function(object, ...) {
  names <- rxGetVarNames(object)
  formula <- as.formula(paste("~", paste(variable_text(names), collapse = " + ")))
  eval(bquote(rxSummary(.(formula), data = object, reportProgress = 0, ...)))
}

formula.RxDataSource <- function(x, depVars = NULL, varsToDrop = NULL, ...) {
  left <- paste(variable_text(depVars), collapse = " + ")
  if (length(depVars) > 1L) left <- paste0("cbind(", paste(depVars, collapse = ", "), ")")
  right <- setdiff(rxGetVarNames(x), c(depVars, varsToDrop))
  right <- if (length(right)) paste(variable_text(right), collapse = " + ") else "1"
  as.formula(paste(left, "~", right), parent.frame())
}

variable_text <- function(names) {
  vapply(names, function(name) deparse(as.name(name), backtick = TRUE), "", USE.NAMES = FALSE)
}

# What a data source is called in messages: its path, its table or its query.
source_label <- function(data) {
  if (!inherits(data, "RxOdbcData")) data@file
  else if (is.null(data@table)) data@sqlQuery
  else data@table
}

# Whether what is to be written is there already.
target_exists <- function(target) {
  if (inherits(target, "RxOdbcData")) {
    if (is.null(target@table)) stop("only a table can be written, not a query", call. = FALSE)
    rxSqlServerTableExists(target)
  } else {
    file.exists(target@file)
  }
}

# Says that it may not be replaced.
refuse_target <- function(target, remedy) {
  kind <- if (inherits(target, "RxOdbcData")) "table" else "file"
  stop("the ", kind, " '", source_label(target), "' exists; ", remedy, call. = FALSE)
}

# Where files that are only passed on are kept.
target_folder <- function(target) {
  if (inherits(target, "RxOdbcData")) tempdir() else dirname(target@file)
}

# How many rows there are: as the file says, or counted.
source_rows <- function(data) {
  if (is.data.frame(data)) return(nrow(data))
  found <- column_info(data, FALSE, 0L)
  if (is.null(found$rows)) column_info(data, TRUE, 0L)$rows else found$rows
}
