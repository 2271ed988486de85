# What is written, for the native half.

# A path or data source to write to, as a data source.
as_target <- function(outFile) {
  if (!is.character(outFile)) {
    target <- as_data_source(outFile)
    if ("file" %in% slotNames(target)) target@file <- output_file(target@file)
    return(target)
  }
  outFile <- output_file(outFile)
  if (grepl("\\.(csv|txt|tsv|dat)$", outFile, ignore.case = TRUE)) {
    RxTextData(outFile, delimiter = if (grepl("\\.tsv$", outFile)) "\t")
  } else if (is_parquet_path(outFile)) {
    RxParquetData(outFile)
  } else {
    RxXdfData(outFile)
  }
}

# A target as it will be: a single file, or a folder of files. `data` is what is
# written, `composite` what a call says beside the data source.
settled_target <- function(target, data = NULL, composite = NULL, blocksPerFile = 3) {
  if (inherits(target, "RxOdbcData") || inherits(target, "RxParquetData") ||
      is_foreign(target)) return(target)
  if (inherits(target, "RxTextData")) {
    wish <- target@createFileSet
    target@createFileSet <- if (is.null(wish)) is_many(data) else isTRUE(wish)
    if (target@createFileSet && !dir.exists(target@file)) {
      target@file <- without_suffix(target@file)
    }
    return(target)
  }
  if (is.null(target@createCompositeSet)) {
    target@createCompositeSet <- composite
    target@blocksPerCompositeFile <- blocksPerFile
  }
  target@createCompositeSet <- if (is.null(target@createCompositeSet)) {
    is_composite(target@file)
  } else {
    isTRUE(target@createCompositeSet)
  }
  if (target@createCompositeSet) target@file <- sub("\\.xdf$", "", target@file)
  target
}

# Whether data come from several files.
is_many <- function(data) {
  if (is.character(data)) data <- as_data_source(data)
  isS4(data) && (inherits(data, "RxXdfData") && is_composite(data@file) ||
                   inherits(data, "RxTextData") && dir.exists(data@file))
}

# Whether a path is that of a composite set.
is_composite <- function(path) {
  dir.exists(path) && length(list.files(file.path(path, "metadata"), "\\.xdfm$")) > 0L
}

suffix_of <- function(path) {
  if (grepl("\\.[[:alnum:]]+$", basename(path))) sub("^.*(\\.[[:alnum:]]+)$", "\\1", path)
  else ".txt"
}

without_suffix <- function(path) sub("\\.[[:alnum:]]+$", "", path)

# A file to be written, for the native half.
describe_target <- function(target, append = "none", compression = 1, suffix = ".txt") {
  if (inherits(target, "RxOdbcData")) return(describe_table(target, append))
  if (inherits(target, "RxParquetData")) {
    return(describe_parquet_target(target, append, compression))
  }
  if (is_foreign(target)) {
    stop("files of SAS and SPSS can be read, not written", call. = FALSE)
  }
  common <- list(kind = class(target)[1L], file = target@file, appends = append == "rows",
                 compression = as.integer(compression))
  if (!inherits(target, "RxTextData")) {
    return(c(common, list(isSet = isTRUE(target@createCompositeSet),
                          blocksPerFile = target@blocksPerCompositeFile)))
  }
  c(common, list(
    delimiter = if (!is.null(target@delimiter)) substr(target@delimiter, 1L, 1L),
    quote = target@quoteMark, decimal = target@decimalPoint,
    missing = target@missingValueString, header = target@firstRowIsColNames,
    digits = target@writePrecision, writesCodes = isTRUE(target@writeFactorsAsIndexes),
    fileSet = if (isTRUE(target@createFileSet)) suffix,
    rowsPerFile = target@rowsPerOutFile))
}
