# What R functions hand to the native half.

# What the native half reads for an analysis: `data`, the transformations and
# `blocksPerRead` are the arguments of the caller, under these names.
analysis_data <- function(frame = parent.frame(), caller = parent.frame(2L)) {
  wish <- given_transformation(frame, caller)
  native <- native_wish(frame$data, wish, blocksPerRead = frame$blocksPerRead)
  if (length(wish$expressions) || !is.null(wish$FUN)) {
    # What rxPredict does with new data before it predicts.
    attr(native, "transforms") <- list(
      transforms = as.call(c(quote(list), wish$expressions)),
      transformObjects = frame$transformObjects, transformFunc = frame$transformFunc,
      transformVars = frame$transformVars, transformPackages = frame$transformPackages,
      transformEnvir = frame$transformEnvir)
  }
  native
}

# What the native half reads of a data source: a data frame as it is, a file as it
# is described, with the columns and rows that a call asks for.
native_data <- function(data, rowSelection = NULL, blocksPerRead = NULL,
                        caller = parent.frame(2L)) {
  wish <- transformation(rowSelection, NULL, NULL, NULL, NULL, NULL, NULL, caller)
  native_wish(data, wish, blocksPerRead = blocksPerRead)
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
  if (inherits(data, "RxParquetData")) return(describe_parquet(data, varsToKeep, varsToDrop))
  keep <- data@varsToKeep
  if (!is.null(varsToKeep)) {
    keep <- if (is.null(keep)) varsToKeep else intersect(keep, varsToKeep)
  }
  common <- list(kind = class(data)[1L], file = located_file(data@file), keep = unique(keep),
                 drop = c(data@varsToDrop, varsToDrop),
                 factors = isTRUE(data@stringsAsFactors))
  if (is_foreign(data)) return(c(common, describe_foreign(data, rowsPerRead)))
  if (!inherits(data, "RxTextData")) return(common)
  c(common[names(common) != "file"], describe_text(data, rowsPerRead))
}
