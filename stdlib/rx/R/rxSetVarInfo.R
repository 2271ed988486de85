#' Say more of variables
#'
#' `rxSetVarInfo` changes names, descriptions, ranges, names of levels and value
#' labels of the variables of a file or data frame;
#' `rxSetInfo` sets the description of the whole. Of a file only the part is written
#' that tells of the columns, behind the rows, which stay where they are; until it is
#' complete, the old one counts. `rxCreateColInfo` makes a `colInfo`
#' for reading other data in the same way.
#'
#' @param varInfo a list with an element for each variable to change, by name or
#'   `position`: a list with `newName`, `description`, `low`, `high`, `levels`,
#'   `valueInfoCodes`, `valueInfoLabels`.
#' @param data a data frame, or a data source or path of a file of blocks.
#' @param file a data source or path of a file of blocks.
#' @param description a text; `rxDataStep` gives it to the data frame that it reads, as
#'   the attribute `.rxDescription`.
#' @param includeLowHigh,factorsOnly whether ranges are taken over, and whether
#'   factors only are.
#' @param varsToKeep names of the variables to take over.
#' @param sortLevels whether the levels of factors are sorted.
#' @param computeInfo whether to pass over the data first.
#' @param useFactorIndex,... not used.
#' @examples
#' named <- rxSetVarInfo(list(dist = list(newName = "way", description = "in feet")), cars)
#' rxGetVarInfo(named)
#' str(rxCreateColInfo(iris, factorsOnly = TRUE))
rxSetVarInfo <- function(varInfo, data) {
  if (!is.list(varInfo)) stop("varInfo must be a list")
  if (!is.data.frame(data)) {
    return(invisible(rewritten(as_data_source(data), varInfo)))
  }
  for (i in seq_along(varInfo)) {
    info <- varInfo[[i]]
    at <- if (is.null(info$position)) match(names(varInfo)[i], names(data)) else info$position
    if (is.na(at) || at > length(data)) {
      stop("the variable '", names(varInfo)[i], "' is not in the data")
    }
    data[[at]] <- described_column(data[[at]], info)
    if (!is.null(info$newName)) names(data)[at] <- info$newName
  }
  data
}

# A column with what is known of it, as attributes.
described_column <- function(column, info) {
  if (!is.null(info$description)) attr(column, ".rxDescription") <- info$description
  if (!is.null(info$low)) attr(column, ".rxLowHigh") <- c(info$low, info$high)
  if (!is.null(info$levels) && is.factor(column)) {
    if (length(info$levels) != nlevels(column)) {
      stop("the variable has ", nlevels(column), " levels, not ", length(info$levels))
    }
    levels(column) <- info$levels
  }
  column
}

# Changes what a file says of its variables and of itself; FALSE when the file is
# of another program, which has to be written anew.
described_in_place <- function(data, columns = NULL, description = NULL) {
  if (!inherits(data, "RxXdfData")) {
    stop("only files of blocks and data frames can be described", call. = FALSE)
  }
  .Internal(rxDescribeFile(list(file = data@file, columns = columns,
                                description = description)))
}

# A file of blocks with more known of its variables.
rewritten <- function(data, varInfo) {
  known <- rxGetVarNames(data)
  names <- vapply(seq_along(varInfo), function(i) {
    if (is.null(varInfo[[i]]$position)) names(varInfo)[i] else known[varInfo[[i]]$position]
  }, "")
  unknown <- setdiff(names, known)
  if (length(unknown)) stop("the variable '", unknown[1L], "' is not in the data")
  columns <- lapply(varInfo, function(info) {
    list(newName = info$newName, description = info$description, low = info$low,
         high = info$high, newLevels = info$levels,
         codes = as.character(info$valueInfoCodes),
         labels = as.character(info$valueInfoLabels))
  })
  columns <- structure(columns, names = names)
  if (!described_in_place(data, columns)) {
    native <- c(describe_source(data), list(columns = columns))
    .Internal(rxCopyData(native, describe_target(settled_target(data)),
                         as.integer(rxGetOption("numCoresToUse")), 0L))
  }
  data
}

#' @rdname rxSetVarInfo
rxSetInfo <- function(data, description = "") {
  if (is.data.frame(data)) {
    attr(data, ".rxDescription") <- description
    return(data)
  }
  data <- as_data_source(data)
  if (!described_in_place(data, description = description)) {
    stop("file '", data@file, "': another program has written the file; rxDataStep copies it",
         call. = FALSE)
  }
  invisible(data)
}

#' @rdname rxSetVarInfo
rxSetVarInfoXdf <- function(varInfo, file) rxSetVarInfo(varInfo, file)

#' @rdname rxSetVarInfo
rxSetInfoXdf <- function(file, description = "") rxSetInfo(file, description)

#' @rdname rxSetVarInfo
rxCreateColInfo <- function(data, includeLowHigh = FALSE, factorsOnly = FALSE,
                            varsToKeep = NULL, sortLevels = FALSE, computeInfo = TRUE,
                            useFactorIndex = FALSE, ...) {
  known <- rxGetVarInfo(data, varsToKeep = varsToKeep, computeInfo = computeInfo,
                        reportProgress = 0)
  isFactor <- vapply(known, function(info) !is.null(info$levels), NA)
  if (factorsOnly) known <- known[isFactor]
  lapply(unclass(known), function(info) {
    type <- if (info$storage %in% c("float32", "int16", "uint16")) info$storage else info$varType
    result <- list(type = type)
    if (!is.null(info$levels)) {
      result$levels <- if (sortLevels) sort(info$levels) else info$levels
    }
    if (includeLowHigh && !is.null(info$low)) {
      result$low <- info$low
      result$high <- info$high
    }
    if (!is.null(info$description)) result$description <- info$description
    result
  })
}
