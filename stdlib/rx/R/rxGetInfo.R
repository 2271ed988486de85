#' Information about data
#'
#' Tells what a data source or data frame holds: its variables, their types, ranges
#' and levels, and rows of it.
#'
#' @param data a data source, a path or a data frame; or a list of such, for a list of
#'   what they hold.
#' @param getVarInfo whether to tell about each variable.
#' @param getBlockSizes whether to tell how many rows each block has.
#' @param getValueLabels whether to show what codes of values stand for.
#' @param varsToKeep,varsToDrop names of the variables to tell about.
#' @param startRow,numRows which rows to show.
#' @param computeInfo whether to pass over the data to find the number of rows,
#'   ranges and levels, when the file does not tell them.
#' @param reportProgress 0 for silence during a pass.
#' @param allNodes,verbose,... not used.
#' @examples
#' rxGetInfo(cars, getVarInfo = TRUE, numRows = 2)
rxGetInfo <- function(data, getVarInfo = FALSE, getBlockSizes = FALSE,
                      getValueLabels = NULL, varsToKeep = NULL, varsToDrop = NULL,
                      startRow = 1, numRows = 0, computeInfo = FALSE, allNodes = TRUE,
                      reportProgress = rxGetOption("reportProgress"), verbose = 0, ...) {
  if (is_list_of_data(data)) {
    call <- match.call()
    caller <- parent.frame()
    return(each_data(data, substitute(data), function(one, name) {
      call$data <- one
      result <- eval(call, caller)
      if (is.data.frame(one)) result$objName <- name
      result
    }))
  }
  name <- paste(deparse(substitute(data)), collapse = " ")
  isFrame <- is.data.frame(data)
  if (!isFrame) data <- as_data_source(data)
  isDatabase <- inherits(data, "RxOdbcData")
  found <- column_info(data, computeInfo || isFrame, reportProgress, varsToKeep, varsToDrop)
  parts <- file_parts(data)
  result <- list(
    fileName = if (!isFrame && !isDatabase) data@file,
    connectionString = if (isDatabase) shown_connection(data@connectionString),
    objName = if (isFrame) name,
    class = class(data)[1L],
    length = length(found$names),
    numCompositeFiles = if (!is.null(parts$files)) parts$files
                        else if (!isFrame && !isDatabase) 0L,
    numRows = found$rows,
    numVars = length(found$names),
    description = if (isFrame) attr(data, ".rxDescription") else parts$description,
    compression = parts$compression,
    numBlocks = if (!isFrame && !is.null(found$blocks)) length(found$blocks),
    varInfo = if (getVarInfo) variable_info(found),
    rowsPerBlock = if (getBlockSizes) found$blocks,
    data = if (numRows > 0) {
      step_frame(list(data = data, keep = varsToKeep, drop = varsToDrop, startRow = startRow,
                      numRows = numRows, isTested = TRUE, report = 0L))
    })
  attr(result, "startRow") <- startRow
  attr(result, "showsLabels") <- isTRUE(getValueLabels)
  structure(result, class = "rxDataInfo")
}

# How the blocks of a file are compressed, and of how many files a set consists.
file_parts <- function(data) {
  if (isS4(data) && inherits(data, "RxXdfData")) .Internal(rxFileInfo(data@file))
}

# Several data at once, which are neither a data frame nor a data source.
is_list_of_data <- function(data) is.list(data) && !is.data.frame(data) && length(data) > 0L

# What `tell` says of each of several data, by their names, expressions or files.
each_data <- function(data, expression, tell) {
  written <- if (is.call(expression) && identical(expression[[1L]], quote(list))) {
    vapply(as.list(expression)[-1L], function(part) deparse(part)[1L], "")
  } else {
    paste0(deparse(expression)[1L], "[[", seq_along(data), "]]")
  }
  labels <- if (is.null(names(data))) character(length(data)) else names(data)
  names <- ifelse(nzchar(labels), labels, written)
  result <- Map(tell, unname(data), names)
  files <- vapply(data, function(one) if (is.data.frame(one)) "" else source_path(one), "")
  structure(result, names = ifelse(nzchar(files) & !nzchar(labels), files, names))
}

print.rxDataInfo <- function(x, ...) {
  if (!is.null(x$connectionString)) {
    cat("Connection string:", x$connectionString, "\n")
    cat("Data Source: ODBC \n")
  } else if (is.null(x$fileName)) {
    cat("Data frame:", x$objName, "\n")
  } else {
    cat("File name:", x$fileName, "\n")
    kind <- switch(x$class, RxTextData = "Text", RxSasData = "SAS", RxSpssData = "SPSS",
                   RxParquetData = "Parquet")
    if (!is.null(kind)) cat("Data Source:", kind, "\n")
  }
  if (isTRUE(nzchar(x$description))) cat("Description:", x$description, "\n")
  if (isTRUE(x$numCompositeFiles > 0L)) {
    cat("Number of composite data files:", x$numCompositeFiles, "\n")
  }
  if (!is.null(x$numRows)) cat("Number of observations:", x$numRows, "\n")
  if (!is.null(x$numRows) || !is.null(x$varInfo)) {
    cat("Number of variables:", x$numVars, "\n")
  }
  if (!is.null(x$numBlocks)) cat("Number of blocks:", x$numBlocks, "\n")
  if (!is.null(x$compression)) cat("Compression type:", x$compression, "\n")
  if (!is.null(x$rowsPerBlock)) {
    shown <- head(x$rowsPerBlock, 10L)
    cat("Rows per block:", shown, if (length(x$rowsPerBlock) > 10L) "...", "\n")
  }
  if (!is.null(x$varInfo)) {
    cat("Variable information: \n")
    print(x$varInfo, showsLabels = isTRUE(attr(x, "showsLabels")))
  }
  if (!is.null(x$data)) {
    cat("Data (", nrow(x$data), " row", if (nrow(x$data) != 1L) "s", " starting with row ",
        attr(x, "startRow"), "):\n", sep = "")
    print(x$data)
  }
  invisible(x)
}

#' Information about variables
#'
#' A list with an element for each variable: `description`, `varType`, `storage`,
#' `low` and `high`, `levels`, `valueInfoCodes` and `valueInfoLabels`, as far as
#' they are known.
#'
#' @param data a data source, a path or a data frame, or a list of such.
#' @param getValueLabels whether to show what codes of values stand for.
#' @param varsToKeep,varsToDrop names of the variables to tell about.
#' @param computeInfo whether to pass over the data to find ranges and levels.
#' @param reportProgress 0 for silence during a pass.
#' @param allNodes,... not used.
#' @examples
#' rxGetVarInfo(iris)
rxGetVarInfo <- function(data, getValueLabels = TRUE, varsToKeep = NULL,
                         varsToDrop = NULL, computeInfo = FALSE, allNodes = TRUE,
                         reportProgress = rxGetOption("reportProgress"), ...) {
  if (is_list_of_data(data)) {
    return(each_data(data, substitute(data), function(one, name) {
      rxGetVarInfo(one, getValueLabels, varsToKeep, varsToDrop, computeInfo, allNodes,
                   reportProgress)
    }))
  }
  variable_info(column_info(data, computeInfo || is.data.frame(data), reportProgress,
                            varsToKeep, varsToDrop))
}

#' Names of variables
#'
#' @param data a data source, a path or a data frame.
#' @examples
#' rxGetVarNames(cars)
rxGetVarNames <- function(data) {
  if (is.data.frame(data)) names(data)
  else column_info(data, FALSE, 0)$names
}

print.rxVarInfo <- function(x, showsLabels = TRUE, ...) {
  for (i in seq_along(x)) {
    cat(variable_line(i, names(x)[i], x[[i]], showsLabels), sep = "\n")
  }
  invisible(x)
}

column_info <- function(data, compute, report, varsToKeep = NULL, varsToDrop = NULL) {
  silent <- is.data.frame(data)
  .Internal(rxColumnInfo(native_wish(data, NULL, varsToKeep, varsToDrop), compute,
                         as.integer(rxGetOption("numCoresToUse")),
                         if (silent) 0L else as.integer(report)))
}

variable_info <- function(found) {
  result <- lapply(seq_along(found$names), function(i) {
    type <- found$types[i]
    info <- list()
    if (!is.na(found$descriptions[i])) info$description <- found$descriptions[i]
    info$varType <- if (found$ordered[i]) "ordered" else type
    info$storage <- if (is.na(found$storage[i])) storage_of(type) else found$storage[i]
    if (type == "factor") {
      info$levels <- found$levels[[i]]
    } else if (!is.na(found$low[i]) && type != "character") {
      info$low <- found$low[i]
      info$high <- found$high[i]
    }
    info$valueInfoCodes <- found$codes[[i]]
    info$valueInfoLabels <- found$labels[[i]]
    info
  })
  names(result) <- found$names
  structure(result, class = "rxVarInfo")
}

storage_of <- function(type) {
  switch(type, integer = "int32", factor = "int32", logical = "uchar",
         character = "string", "float64")
}

# Var 1: ArrDelay, Type: integer, Low/High: (-86, 1490)
variable_line <- function(number, name, info, showsLabels = TRUE) {
  start <- paste0("Var ", number, ": ", name)
  labels <- if (showsLabels && length(info$valueInfoLabels)) {
    paste0("       ", length(info$valueInfoLabels), " value labels: ",
           shortened(paste0(info$valueInfoCodes, "=", info$valueInfoLabels)))
  }
  described <- !is.null(info$description)
  if (described) start <- c(paste0(start, ", ", info$description))
  if (!is.null(info$levels) || info$varType %in% c("factor", "ordered")) {
    if (!length(info$levels)) {
      return(paste0(start, ", Type: ", info$varType, ", no factor levels available"))
    }
    kind <- if (info$varType == "ordered") " ordered factor levels: " else " factor levels: "
    return(c(start, paste0("       ", length(info$levels), kind, shortened(info$levels)),
             labels))
  }
  storage <- if (info$storage %in% c("float32", "int16", "uint16")) {
    paste0(", Storage: ", info$storage)
  }
  range <- if (!is.null(info$low)) {
    paste0(", Low/High: (", bound(info$low, info$varType), ", ",
           bound(info$high, info$varType), ")")
  }
  type <- paste0("Type: ", info$varType, storage, range)
  c(if (described) c(start, paste0("       ", type)) else paste0(start, ", ", type), labels)
}

shortened <- function(texts) {
  count <- length(texts)
  if (count > 10L) texts <- c(texts[1:5], "...", texts[(count - 4L):count])
  paste(texts, collapse = " ")
}

bound <- function(value, type) {
  switch(type, numeric = sprintf("%.4f", value),
         Date = as.character(as.Date(value, origin = "1970-01-01")),
         POSIXct = format(as.POSIXct(value, origin = "1970-01-01", tz = "UTC")),
         format(value, scientific = FALSE))
}

source_path <- function(data) {
  if (is.character(data)) data else source_label(data)
}
