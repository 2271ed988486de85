#' Make and recode factors
#'
#' Turns variables into factors with the same levels in all chunks, or changes the
#' levels of factors: their order, names and number.
#'
#' @param inData a data source, a path or a data frame.
#' @param factorInfo names of variables, whose values become levels; or a list with an
#'   element for each factor to make, by its name: a list with `levels` (the values to
#'   match), `newLevels` (`new = "old"`, where several old ones become one; or without
#'   names the levels in their new order, of which some may be new; or, when they are
#'   all new, one for each old level), `indexMap` (for each old level the number of its
#'   new one), `otherLevel`, `sortLevels`, `varName` (the variable it is made of, when it
#'   has another name) and `description`; or `NULL` for all factors. Numbers that are
#'   not whole are matched by six digits.
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
rxFactors <- function(inData, factorInfo = NULL, sortLevels = FALSE, otherLevel = NULL,
                      outFile = NULL, varsToKeep = NULL, varsToDrop = NULL,
                      overwrite = FALSE, maxRowsByCols = NULL,
                      blocksPerRead = rxGetOption("blocksPerRead"),
                      reportProgress = rxGetOption("reportProgress"), verbose = 0,
                      xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  if (!length(factorInfo)) factorInfo <- factor_names(inData)
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

factor_names <- function(data) {
  found <- column_info(data, FALSE, 0L)
  found$names[found$types == "factor"]
}

# factorInfo as a list of lists with all that is to be known but the levels.
factor_infos <- function(factorInfo, sortLevels, otherLevel) {
  if (is.character(factorInfo)) {
    factorInfo <- structure(rep(list(list()), length(factorInfo)), names = factorInfo)
  }
  if (!is.list(factorInfo)) stop("factorInfo must be a character vector or a list")
  names(factorInfo) <- factor_names_wanted(factorInfo)
  for (name in names(factorInfo)) {
    info <- factorInfo[[name]]
    if (!is.list(info)) stop("factorInfo for '", name, "' must be a list")
    if (is.null(info$varName)) info$varName <- name
    if (is.null(info$sortLevels)) info$sortLevels <- sortLevels
    if (is.null(info$otherLevel)) info$otherLevel <- otherLevel
    factorInfo[[name]] <- info
  }
  factorInfo
}

# The names of the factors to make: those of the list, or of the variables.
factor_names_wanted <- function(factorInfo) {
  names <- names(factorInfo)
  if (is.null(names)) names <- character(length(factorInfo))
  for (i in which(!nzchar(names))) {
    variable <- factorInfo[[i]]$varName
    if (is.null(variable)) stop("factorInfo must name each factor, or give its varName")
    names[i] <- variable
  }
  names
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
  if (info$sortLevels && is.null(info$indexMap)) info$levels <- sort(info$levels)
  info$levels <- unique(factor_text(info$levels))
  info
}

# The text of values that become levels.
factor_text <- function(values) {
  if (!is.double(values) || is.object(values)) return(as.character(values))
  broken <- !is.na(values) & values != floor(values)
  values[broken] <- signif(values[broken], 6L)
  as.character(values)
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
  labels <- factor_text(info$levels)
  target <- new_labels(labels, info)
  levels <- target$levels
  if (info$sortLevels && !is.null(info$newLevels)) levels <- sort(levels)
  if (!is.null(info$otherLevel)) levels <- unique(c(levels, info$otherLevel))
  codes <- match(target$label[match(factor_text(values), labels)], levels)
  if (!is.null(info$otherLevel)) {
    codes[is.na(codes) & !is.na(values)] <- match(info$otherLevel, levels)
  }
  result <- structure(codes, levels = levels, class = "factor")
  if (!is.null(info$description)) attr(result, ".rxDescription") <- info$description
  result
}

# The levels that old ones turn into: for each old one its `label`, and all `levels`.
new_labels <- function(labels, info) {
  new <- info$newLevels
  if (!is.null(info$indexMap)) return(mapped_labels(labels, new, info$indexMap))
  if (is.null(new)) return(list(label = labels, levels = labels))
  old <- as.character(unlist(new, use.names = FALSE))
  names <- if (is.null(names(new))) old else rep(names(new), lengths(new))
  isNamed <- !is.null(names(new)) || is.list(new)
  if (!isNamed && !any(old %in% labels)) {
    if (length(old) != length(labels)) {
      stop(length(old), " new levels for ", length(labels), " levels")
    }
    return(list(label = old, levels = old))
  }
  label <- names[match(labels, old)]
  rest <- is.na(label)
  if (is.null(info$otherLevel)) label[rest] <- labels[rest]
  list(label = label, levels = unique(c(names, label[rest & !is.na(label)])))
}

# The same when an index tells which new level an old one becomes.
mapped_labels <- function(labels, new, map) {
  if (length(map) != length(labels)) {
    stop("indexMap has ", length(map), " elements for ", length(labels), " levels")
  }
  levels <- if (is.null(names(new))) as.character(new) else names(new)
  if (!is.null(names(new))) levels <- levels[order(as.numeric(unlist(new)))]
  list(label = levels[map], levels = levels)
}
