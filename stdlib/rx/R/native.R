# What R functions hand to the native half.

# What the native half reads of a data source: a data frame as it is, a file as it
# is described, with the columns and rows that a call asks for. Analyses hand on
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
                        blocksPerRead = NULL, rowsPerRead = NULL, startRow = 1,
                        numRows = -1, skipsMissingFirst = FALSE, skipsMissing = FALSE,
                        isTested = TRUE) {
  check_choice(varsToKeep, varsToDrop)
  rest <- list(startRow = startRow, numRows = numRows, blocksPerRead = blocksPerRead,
               skipsMissingFirst = skipsMissingFirst, skipsMissing = skipsMissing,
               isTested = isTested)
  if (is.data.frame(data)) {
    kept <- kept_names(names(data), varsToKeep, varsToDrop)
    if (length(kept) != length(data)) data <- data[kept]
    if (is.null(wish)) return(c(list(frame = data, rowsPerRead = rowsPerRead), rest))
    if (skipsMissingFirst) data <- data[complete.cases(data), , drop = FALSE]
    return(c(list(transform = chunk_function(wish, "", data), rowCount = nrow(data),
                  rowsPerRead = rowsPerRead), rest))
  }
  data <- as_data_source(data)
  native <- c(describe_source(data, varsToKeep, varsToDrop, rowsPerRead), rest)
  if (is.null(native$blocksPerRead) && "blocksPerRead" %in% slotNames(data)) {
    native$blocksPerRead <- data@blocksPerRead
  }
  if (is.null(wish)) return(native)
  c(native, list(transform = chunk_function(wish, source_label(data)), reads = transform_reads(wish)))
}

check_choice <- function(varsToKeep, varsToDrop) {
  if (!is.null(varsToKeep) && !is.null(varsToDrop)) {
    stop("varsToKeep and varsToDrop cannot both be given")
  }
}

# The names to keep, in their own order; a name that is not there is an error.
kept_names <- function(names, varsToKeep, varsToDrop) {
  check_choice(varsToKeep, varsToDrop)
  unknown <- setdiff(c(varsToKeep, varsToDrop), names)
  if (length(unknown)) {
    stop("not in the data: ", paste0("'", unknown, "'", collapse = ", "), call. = FALSE)
  }
  if (!is.null(varsToKeep)) names[names %in% varsToKeep]
  else setdiff(names, varsToDrop)
}

# A data source for the native half.
describe_source <- function(data, varsToKeep = NULL, varsToDrop = NULL, rowsPerRead = NULL) {
  if (inherits(data, "RxOdbcData")) {
    return(describe_database(data, varsToKeep, varsToDrop, rowsPerRead))
  }
  keep <- data@varsToKeep
  if (!is.null(varsToKeep)) {
    keep <- if (is.null(keep)) varsToKeep else intersect(keep, varsToKeep)
  }
  common <- list(kind = class(data)[1L], file = data@file, keep = unique(keep),
                 drop = c(data@varsToDrop, varsToDrop),
                 factors = isTRUE(data@stringsAsFactors))
  if (is_foreign(data)) return(c(common, describe_foreign(data, rowsPerRead)))
  if (!inherits(data, "RxTextData")) return(common)
  common$file <- text_files(data@file)
  info <- column_wishes(data)
  c(common, list(
    types = info$types, levels = info$levels, columns = info$columns,
    missing = data@missingValueString,
    rowsPerRead = if (is.null(rowsPerRead)) data@rowsPerRead else rowsPerRead,
    delimiter = data@delimiter, quote = data@quoteMark, decimal = data@decimalPoint,
    header = data@firstRowIsColNames, sniff = data@rowsToSniff, skip = data@rowsToSkip))
}

# The files that a path means: those of a folder, or of a pattern.
text_files <- function(path) {
  if (dir.exists(path)) {
    files <- list.files(path, full.names = TRUE)
    return(files[!dir.exists(files)])
  }
  if (file.exists(path) || !grepl("[*?[]", path)) return(path)
  files <- Sys.glob(path)
  if (!length(files)) stop("no file is called '", path, "'", call. = FALSE)
  files
}

# What colClasses and colInfo say of columns, by the names in the file.
column_wishes <- function(data) {
  types <- as.list(unlist(data@colClasses))
  levels <- list()
  columns <- lapply(data@colInfo, function(info) info[known_column_wishes(info)])
  for (name in names(data@colInfo)) {
    info <- data@colInfo[[name]]
    if (!is.null(info$type)) types[[name]] <- info$type
    if (!is.null(info$levels)) levels[[name]] <- as.character(info$levels)
    if (is.null(info$type) && !is.null(info$levels)) types[[name]] <- "factor"
  }
  for (name in names(types)) {
    if (types[[name]] %in% c("float32", "int16", "uint16", "ordered")) {
      columns[[name]]$type <- types[[name]]
    }
  }
  list(types = unlist(types), levels = if (length(levels)) levels,
       columns = columns[lengths(columns) > 0L])
}

known_column_wishes <- function(info) {
  intersect(names(info), c("newName", "description", "low", "high", "newLevels"))
}

# A path or data source to write to, as a data source.
as_target <- function(outFile) {
  if (!is.character(outFile)) return(as_data_source(outFile))
  if (grepl("\\.(csv|txt|tsv|dat)$", outFile, ignore.case = TRUE)) {
    RxTextData(outFile, delimiter = if (grepl("\\.tsv$", outFile)) "\t")
  } else {
    RxXdfData(outFile)
  }
}

# A file to be written, for the native half.
describe_target <- function(target, append = "none", compression = 1) {
  if (inherits(target, "RxOdbcData")) return(describe_table(target, append))
  if (is_foreign(target)) {
    stop("files of SAS and SPSS can be read, not written", call. = FALSE)
  }
  common <- list(kind = class(target)[1L], file = target@file, appends = append == "rows",
                 compression = as.integer(compression))
  if (!inherits(target, "RxTextData")) return(common)
  c(common, list(
    delimiter = target@delimiter, quote = target@quoteMark, decimal = target@decimalPoint,
    missing = target@missingValueString, header = target@firstRowIsColNames,
    digits = target@writePrecision))
}
