#' Make and recode factors
#'
#' Turns variables into factors with the same levels in all chunks, or changes the
#' levels of factors: their order, names and number.
#'
#' @param inData a data source, a path or a data frame.
#' @param factorInfo names of variables, whose values become levels, or a list with an
#'   element for each factor to make, by its name: a list with `levels` (the values to
#'   match), `newLevels` (new names for them, all of them or `new = "old"`; several old
#'   ones become one), `otherLevel`, `sortLevels`, `varName` (the variable it is made
#'   of, when it has another name) and `description`.
#' @param sortLevels whether levels that are found are sorted; otherwise they are in
#'   order of appearance.
#' @param otherLevel the level of values that match none; missing without it.
#' @param outFile the file to write; `NULL` to return a data frame.
#' @param varsToKeep,varsToDrop names of the columns to read or not to read.
#' @param overwrite whether an existing file may be replaced.
#' @param maxRowsByCols the most cells a data frame gets.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,... not used.
#' @examples
#' levels(rxFactors(mtcars, c("cyl", "gear"), sortLevels = TRUE)$cyl)
#' few <- rxFactors(iris, list(kind = list(varName = "Species", newLevels =
#'   list(setosa = "setosa", other = c("versicolor", "virginica")))))
#' table(few$kind)
rxFactors <- function(inData, factorInfo, sortLevels = FALSE, otherLevel = NULL,
                      outFile = NULL, varsToKeep = NULL, varsToDrop = NULL,
                      overwrite = FALSE, maxRowsByCols = NULL,
                      blocksPerRead = rxGetOption("blocksPerRead"),
                      reportProgress = rxGetOption("reportProgress"), verbose = 0,
                      xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  infos <- factor_infos(factorInfo, sortLevels, otherLevel)
  unknown <- setdiff(vapply(infos, function(info) info$varName, ""), rxGetVarNames(inData))
  if (length(unknown)) {
    stop("not in the data: ", paste0("'", unknown, "'", collapse = ", "))
  }
  infos <- lapply(infos, with_levels, inData, blocksPerRead)
  recode <- function(data) {
    for (name in names(infos)) {
      data[[name]] <- recoded(data[[infos[[name]]$varName]], infos[[name]])
    }
    data
  }
  wish <- own_transformation(recode, vapply(infos, function(info) info$varName, ""))
  step <- list(data = inData, wish = wish, keep = varsToKeep, drop = varsToDrop, startRow = 1,
               numRows = -1, blocksPerRead = blocksPerRead, cellLimit = maxRowsByCols,
               isTested = TRUE, report = reportProgress)
  result <- run_step(step, outFile, "none", overwrite, xdfCompressionLevel)
  if (is.data.frame(result)) result else invisible(result)
}

# A transformation by a function of this package.
own_transformation <- function(FUN, variables) {
  list(selection = NULL, expressions = list(), FUN = FUN, variables = unname(variables),
       environment = transform_environment(NULL, NULL, NULL), objects = character())
}

# factorInfo as a list of lists with all that is to be known but the levels.
factor_infos <- function(factorInfo, sortLevels, otherLevel) {
  if (is.character(factorInfo)) {
    factorInfo <- structure(rep(list(list()), length(factorInfo)), names = factorInfo)
  }
  if (!is.list(factorInfo) || is.null(names(factorInfo))) {
    stop("factorInfo must be a character vector or a named list", call. = FALSE)
  }
  for (name in names(factorInfo)) {
    info <- factorInfo[[name]]
    if (is.null(info$varName)) info$varName <- name
    if (is.null(info$sortLevels)) info$sortLevels <- sortLevels
    if (is.null(info$otherLevel)) info$otherLevel <- otherLevel
    factorInfo[[name]] <- info
  }
  factorInfo
}

# A factor's wishes with the values that are its levels, found in the data if need be.
with_levels <- function(info, data, blocksPerRead) {
  if (!is.null(info$levels)) return(info)
  named <- info$newLevels
  if (!is.null(info$otherLevel) && (is.list(named) || !is.null(names(named)))) {
    info$levels <- unlist(named, use.names = FALSE)
    return(info)
  }
  info$levels <- found_values(data, info$varName, blocksPerRead)
  if (info$sortLevels) info$levels <- sort(info$levels)
  info$levels <- as.character(info$levels)
  info
}

# The distinct values of a variable in order of appearance; the levels of a factor.
found_values <- function(data, name, blocksPerRead) {
  if (is.data.frame(data)) {
    values <- data[[name]]
    return(if (is.factor(values)) levels(values) else unique(values[!is.na(values)]))
  }
  known <- column_info(data, FALSE, 0L, name)
  if (length(known$levels[[1L]])) return(known$levels[[1L]])
  pass <- .Internal(rxOpenReader(native_wish(data, NULL, name, blocksPerRead = blocksPerRead),
                                 as.integer(rxGetOption("numCoresToUse"))))
  on.exit(.Internal(rxCloseData(pass)))
  found <- NULL
  while (length(chunk <- .Internal(rxNextChunk(pass)))) {
    values <- chunk[[1L]]
    values <- if (is.factor(values)) levels(values) else unique(values[!is.na(values)])
    found <- unique(c(found, values))
  }
  found
}

# The values of a variable as a factor with the wanted levels.
recoded <- function(values, info) {
  labels <- as.character(info$levels)
  codes <- match(as.character(values), labels)
  new <- info$newLevels
  if (is.list(new) || !is.null(names(new))) {
    old <- unlist(new, use.names = FALSE)
    names <- rep(names(new), lengths(new))
    rest <- setdiff(labels, as.character(old))
    target <- c(unique(names), if (is.null(info$otherLevel)) rest)
    renamed <- names[match(labels, as.character(old))]
    renamed[is.na(renamed)] <- if (is.null(info$otherLevel)) labels[is.na(renamed)]
      else info$otherLevel
    codes <- match(renamed, target)[codes]
    labels <- target
  } else if (!is.null(new)) {
    if (length(new) != length(labels)) {
      stop(length(new), " new levels for ", length(labels), " levels")
    }
    labels <- as.character(new)
  }
  if (!is.null(info$otherLevel)) {
    if (!info$otherLevel %in% labels) labels <- c(labels, info$otherLevel)
    codes[is.na(codes) & !is.na(values)] <- match(info$otherLevel, labels)
  }
  result <- structure(codes, levels = labels, class = "factor")
  if (!is.null(info$description)) attr(result, ".rxDescription") <- info$description
  result
}
