#' Information about data
#'
#' Tells what a data source or data frame holds: its variables, their types,
#' and, after a pass over the data, their ranges and levels.
#'
#' @param data a data source, a path or a data frame.
#' @param getVarInfo whether to tell about each variable.
#' @param startRow,numRows which rows to show.
#' @param computeInfo whether to pass over the data to find the number of rows,
#'   ranges and levels.
#' @param reportProgress 0 for silence during a pass.
#' @param ... not used.
#' @examples
#' rxGetInfo(cars, getVarInfo = TRUE, numRows = 2)
rxGetInfo <- function(data, getVarInfo = FALSE, startRow = 1, numRows = 0,
                      computeInfo = FALSE,
                      reportProgress = rxGetOption("reportProgress"), ...) {
  name <- paste(deparse(substitute(data)), collapse = " ")
  found <- column_info(data, computeInfo || is.data.frame(data), reportProgress)
  result <- list(
    fileName = if (!is.data.frame(data)) source_path(data),
    objName = if (is.data.frame(data)) name,
    class = class(data)[1L],
    numRows = found$rows,
    numVars = length(found$names),
    varInfo = if (getVarInfo) variable_info(found),
    data = if (numRows > 0) {
      rows <- first_rows(data, startRow + numRows - 1)
      rows[seq_len(nrow(rows)) >= startRow, , drop = FALSE]
    })
  attr(result, "startRow") <- startRow
  structure(result, class = "rxDataInfo")
}

print.rxDataInfo <- function(x, ...) {
  if (is.null(x$fileName)) {
    cat("Data frame:", x$objName, "\n")
  } else {
    cat("File name:", x$fileName, "\n")
    cat("Data Source: Text \n")
  }
  if (!is.null(x$numRows)) cat("Number of observations:", x$numRows, "\n")
  if (!is.null(x$numRows) || !is.null(x$varInfo)) {
    cat("Number of variables:", x$numVars, "\n")
  }
  if (!is.null(x$varInfo)) {
    cat("Variable information: \n")
    print(x$varInfo)
  }
  if (!is.null(x$data)) {
    cat("Data (", nrow(x$data), " rows starting with row ", attr(x, "startRow"),
        "):\n", sep = "")
    print(x$data)
  }
  invisible(x)
}

#' Information about variables
#'
#' @param data a data source, a path or a data frame.
#' @param computeInfo whether to pass over the data to find ranges and levels.
#' @param reportProgress 0 for silence during a pass.
#' @param ... not used.
#' @examples
#' rxGetVarInfo(iris)
rxGetVarInfo <- function(data, computeInfo = FALSE,
                         reportProgress = rxGetOption("reportProgress"), ...) {
  variable_info(
    column_info(data, computeInfo || is.data.frame(data), reportProgress))
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

print.rxVarInfo <- function(x, ...) {
  for (i in seq_along(x)) {
    cat(variable_line(i, names(x)[i], x[[i]]), sep = "\n")
  }
  invisible(x)
}

column_info <- function(data, compute, report) {
  silent <- is.data.frame(data)
  .Internal(rxColumnInfo(native_data(data), compute,
                         as.integer(rxGetOption("numCoresToUse")),
                         if (silent) 0L else as.integer(report)))
}

variable_info <- function(found) {
  result <- lapply(seq_along(found$names), function(i) {
    info <- list(varType = found$types[i], storage = storage_of(found$types[i]))
    if (!is.null(found$low) && !is.na(found$low[i])) {
      info$low <- found$low[i]
      info$high <- found$high[i]
    }
    if (found$types[i] == "factor") info$levels <- found$levels[[i]]
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
variable_line <- function(number, name, info) {
  start <- paste0("Var ", number, ": ", name)
  if (info$varType == "factor") {
    if (!length(info$levels)) {
      return(paste0(start, ", Type: factor, no factor levels available"))
    }
    return(c(start, paste0("       ", length(info$levels), " factor levels: ",
                           shortened_levels(info$levels))))
  }
  range <- if (!is.null(info$low)) {
    paste0(", Low/High: (", bound(info$low, info$varType), ", ",
           bound(info$high, info$varType), ")")
  }
  paste0(start, ", Type: ", info$varType, range)
}

shortened_levels <- function(levels) {
  count <- length(levels)
  if (count > 10L) {
    levels <- c(levels[1:5], "...", levels[(count - 4L):count])
  }
  paste(levels, collapse = " ")
}

bound <- function(value, type) {
  if (type == "numeric") sprintf("%.4f", value)
  else if (type == "Date") as.character(as.Date(value, origin = "1970-01-01"))
  else format(value, scientific = FALSE)
}

source_path <- function(data) {
  if (is.character(data)) data else unclass(data)$file
}
