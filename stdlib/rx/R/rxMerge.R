#' Merge sets of data
#'
#' Joins the rows of two sets of data that agree in the match variables, or puts the
#' sets one behind the other (`"union"`) or side by side (`"oneToOne"`). Match variables
#' stand once in the result; factors with different levels get the levels of both. Neither
#' set is ever in memory as a whole: both are sorted by the match variables, with what
#' does not fit into memory in a file without a name in the folder `tempdir()`.
#'
#' @param inData1,inData2 data sources, paths or data frames; `inData1` may be a list of
#'   them, which are merged one after another.
#' @param outFile the file to write; `NULL` to return a data frame.
#' @param matchVars the names of the variables to match by.
#' @param type `"inner"`, `"left"`, `"right"`, `"full"`, `"union"` or `"oneToOne"`.
#' @param autoSort whether the sets are sorted by the match variables; otherwise they
#'   must be in their order already.
#' @param missingsLow whether missing values are less than all others.
#' @param duplicateVarExt two extensions for the names of other variables that both
#'   sets have; without them the names of the files or data frames, or `1` and `2` when
#'   these are the same.
#' @param varsToKeep1,varsToDrop1,varsToKeep2,varsToDrop2 names of the columns to read
#'   or not to read of each.
#' @param newVarNames1,newVarNames2 new names, as `c(old = "new")` or for all variables.
#' @param decreasing whether the order of the match variables is decreasing.
#' @param overwrite whether an existing file may be replaced.
#' @param maxRowsByCols the most cells a data frame gets that comes of files.
#' @param rowsPerOutputBlock how many rows a block of the file gets; -1 for the lesser of
#'   the mean sizes of the blocks of both sets, but 10,000 at least.
#' @param bufferLimit how many MB of rows are kept in memory; -1 for a part of what there
#'   is.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,... not used.
#' @examples
#' prices <- data.frame(tension = c("L", "M"), price = c(2, 3))
#' head(rxMerge(warpbreaks, prices, matchVars = "tension", type = "left"), 3)
#' stock <- data.frame(tension = c("M", "H"), stock = 1:2)
#' rxMerge(list(prices, stock), matchVars = "tension", type = "full")
rxMerge <- function(inData1, inData2 = NULL, outFile = NULL, matchVars = NULL,
                    type = "inner", missingsLow = TRUE, autoSort = TRUE,
                    duplicateVarExt = NULL, varsToKeep1 = NULL, varsToDrop1 = NULL,
                    newVarNames1 = NULL, varsToKeep2 = NULL, varsToDrop2 = NULL,
                    newVarNames2 = NULL, rowsPerOutputBlock = -1, decreasing = FALSE,
                    overwrite = FALSE, maxRowsByCols = 3000000, bufferLimit = -1,
                    reportProgress = rxGetOption("reportProgress"), verbose = 0,
                    xdfCompressionLevel = rxGetOption("xdfCompressionLevel"),
                    blocksPerRead = rxGetOption("blocksPerRead"), ...) {
  types <- c("inner", "left", "right", "full", "union", "oneToOne")
  type <- types[match(tolower(type), tolower(types))]
  if (is.na(type)) stop("type must be one of ", paste0("\"", types, "\"", collapse = ", "))
  if (is.list(inData1) && !is.data.frame(inData1)) return(merged_list(match.call(), inData1))
  if (is.null(duplicateVarExt)) {
    duplicateVarExt <- c(data_label(inData1, substitute(inData1)),
                         data_label(inData2, substitute(inData2)))
    if (duplicateVarExt[1L] == duplicateVarExt[2L]) duplicateVarExt <- c("1", "2")
  }
  one <- merge_part(inData1, varsToKeep1, varsToDrop1, newVarNames1, blocksPerRead)
  two <- merge_part(inData2, varsToKeep2, varsToDrop2, newVarNames2, blocksPerRead)
  plan <- list(one = one, two = two, by = matchVars, type = type, ext = duplicateVarExt,
               limit = maxRowsByCols, report = reportProgress,
               compression = xdfCompressionLevel, overwrite = overwrite)
  order <- list(
    type = type, keys = matchVars, decreasing = decreasing, missingsLow = missingsLow,
    ignoresCase = FALSE, sorts = autoSort, rowsPerBlock = rowsPerOutputBlock,
    bytes = if (bufferLimit > 0) bufferLimit * 1e6, folder = tempdir())
  result <- switch(type, oneToOne = merged_columns(plan, outFile),
                   merged_rows(plan, order, outFile))
  if (is.data.frame(result)) result else invisible(result)
}

#' @rdname rxMerge
#' @param inFile1,inFile2 files of blocks.
rxMergeXdf <- function(inFile1, inFile2, outFile, matchVars = NULL, type = "inner", ...) {
  as_xdf <- function(file) if (is.character(file)) RxXdfData(file) else file
  rxMerge(as_xdf(inFile1), as_xdf(inFile2), outFile, matchVars, type, ...)
  invisible(TRUE)
}

# Merges the sets of a list one after another, as the call says.
merged_list <- function(call, sets) {
  if (!is.null(call$inData2)) sets <- c(sets, list(eval(call$inData2, parent.frame(2L))))
  if (length(sets) < 2L) stop("two sets of data are needed", call. = FALSE)
  step <- call
  drafts <- character()
  on.exit(unlink(drafts))
  for (i in seq_along(sets)[-1L]) {
    step$inData1 <- if (i == 2L) sets[[1L]] else result
    step$inData2 <- sets[[i]]
    step$outFile <- call$outFile
    if (i < length(sets)) {
      drafts <- c(drafts, step$outFile <- tempfile("merge", fileext = ".xdf"))
    }
    result <- eval(step, parent.frame(2L))
  }
  result
}

# What a set of data is called: the object, or its file without folder and extension.
data_label <- function(data, expression) {
  if (is.character(data)) return(sub("\\.[[:alnum:]]+$", "", basename(data)))
  if (isS4(data)) return(sub("\\.[[:alnum:]]+$", "", basename(source_label(data))))
  if (is.name(expression)) as.character(expression) else "data"
}

# The step that reads a set, with its new names.
merge_part <- function(data, keep, drop, new, blocksPerRead) {
  if (is.null(data)) stop("two sets of data are needed", call. = FALSE)
  names <- kept_names(rxGetVarNames(data), keep, drop)
  renamed <- structure(names, names = names)
  if (!is.null(new)) {
    if (is.null(names(new)) && length(new) == length(names)) renamed[] <- new
    else renamed[names(new)] <- new
  }
  wish <- if (any(renamed != names)) {
    own_transformation(function(data) {
      names(data) <- renamed[names(data)]
      data
    }, character())
  }
  if (anyDuplicated(renamed)) stop("new names must be different", call. = FALSE)
  list(data = data, wish = wish, keep = names, startRow = 1, numRows = -1, isTested = TRUE,
       blocksPerRead = blocksPerRead, names = unname(renamed), report = 0L)
}

# Applies a function to the chunks of a step, behind what it does already.
then <- function(step, FUN) {
  before <- if (is.null(step$wish)) identity else step$wish$FUN
  step$wish <- own_transformation(function(data) FUN(before(data)), character())
  step
}

# The second set beside the first.
merged_columns <- function(plan, outFile) {
  rows <- c(source_rows(plan$one$data), source_rows(plan$two$data))
  if (rows[1L] != rows[2L]) {
    stop("the sets have ", rows[1L], " and ", rows[2L], " rows", call. = FALSE)
  }
  names <- distinct_names(plan, character())
  start <- 1
  step <- then(plan$one, function(data) {
    count <- length(data[[1L]])
    part <- plan$two
    part$startRow <- start
    part$numRows <- count
    start <<- start + count
    structure(c(data, as.list(step_frame(part))), names = c(names$one, names$two))
  })
  step$isTested <- FALSE
  step$report <- plan$report
  step$cellLimit <- plan$limit
  run_step(step, outFile, "none", plan$overwrite, plan$compression)
}

# The names that the variables of both sets have in the result.
distinct_names <- function(plan, by) {
  both <- setdiff(intersect(plan$one$names, plan$two$names), by)
  add <- function(names, ext) ifelse(names %in% both, paste(names, ext, sep = "."), names)
  list(one = add(plan$one$names, plan$ext[1L]), two = add(plan$two$names, plan$ext[2L]))
}

# Rows that agree in the match variables, or the second set behind the first.
merged_rows <- function(plan, order, outFile) {
  if (plan$type == "union") {
    order$first <- plan$one$names
    order$second <- union_names(plan)
  } else {
    unknown <- c(setdiff(plan$by, plan$one$names), setdiff(plan$by, plan$two$names))
    if (!length(plan$by) || length(unknown)) {
      stop("matchVars must name variables of both sets",
           if (length(unknown)) paste0(", unlike '", unknown[1L], "'"), call. = FALSE)
    }
    names <- distinct_names(plan, plan$by)
    order$first <- names$one
    order$second <- names$two
  }
  target <- sort_target(outFile, plan$overwrite, plan$compression)
  native <- function(part) native_wish(part$data, NULL, part$keep, NULL, part$blocksPerRead)
  areFrames <- is.data.frame(plan$one$data) && is.data.frame(plan$two$data)
  found <- .Internal(rxMergeData(
    native(plan$one), native(plan$two), target, order, thread_count(),
    if (areFrames) 0L else as.integer(plan$report)))
  if (!is.null(outFile)) return(as_target(outFile))
  limited_frame(found, if (areFrames) plan$one$data, plan$limit)
}

# The names of the variables of the second set of a union: those of the first, or in their place.
union_names <- function(plan) {
  if (setequal(plan$one$names, plan$two$names)) return(plan$two$names)
  if (length(plan$one$names) != length(plan$two$names)) {
    stop("the two sets do not have the same number of variables", call. = FALSE)
  }
  plan$one$names
}
