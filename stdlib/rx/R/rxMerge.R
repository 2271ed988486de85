#' Merge two sets of data
#'
#' Joins the rows of two sets of data that agree in the match variables, or puts the
#' sets one behind the other (`"union"`) or side by side (`"oneToOne"`). Factors with
#' different levels get the levels of both. The first set is read in chunks and may be
#' of any size; when rows are joined, the variables kept of the second are in memory.
#'
#' @param inData1,inData2 data sources, paths or data frames.
#' @param outFile the file to write; `NULL` to return a data frame.
#' @param matchVars the names of the variables to match by.
#' @param type `"inner"`, `"left"`, `"right"`, `"full"`, `"union"` or `"oneToOne"`.
#' @param autoSort whether the result is sorted by the match variables; otherwise it
#'   is in the order of the first set.
#' @param missingsLow whether missing values are less than all others.
#' @param duplicateVarExt two extensions for the names of other variables that both
#'   sets have; without them the names of the data.
#' @param varsToKeep1,varsToDrop1,varsToKeep2,varsToDrop2 names of the columns to read
#'   or not to read of each.
#' @param newVarNames1,newVarNames2 new names, as `c(old = "new")` or for all variables.
#' @param overwrite whether an existing file may be replaced.
#' @param maxRowsByCols the most cells a data frame gets.
#' @param rowsPerOutputBlock,bufferLimit,decreasing not needed.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,... not used.
#' @examples
#' prices <- data.frame(tension = c("L", "M"), price = c(2, 3))
#' head(rxMerge(warpbreaks, prices, matchVars = "tension", type = "left"), 3)
rxMerge <- function(inData1, inData2 = NULL, outFile = NULL, matchVars = NULL,
                    type = "inner", missingsLow = TRUE, autoSort = TRUE,
                    duplicateVarExt = NULL, varsToKeep1 = NULL, varsToDrop1 = NULL,
                    newVarNames1 = NULL, varsToKeep2 = NULL, varsToDrop2 = NULL,
                    newVarNames2 = NULL, rowsPerOutputBlock = -1, decreasing = FALSE,
                    overwrite = FALSE, maxRowsByCols = 3000000, bufferLimit = -1,
                    blocksPerRead = rxGetOption("blocksPerRead"),
                    reportProgress = rxGetOption("reportProgress"), verbose = 0,
                    xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  types <- c("inner", "left", "right", "full", "union", "oneToOne")
  type <- types[match(tolower(type), tolower(types))]
  if (is.na(type)) stop("type must be one of ", paste0("\"", types, "\"", collapse = ", "))
  if (is.null(duplicateVarExt)) {
    duplicateVarExt <- c(data_label(inData1, substitute(inData1)),
                         data_label(inData2, substitute(inData2)))
  }
  one <- merge_part(inData1, varsToKeep1, varsToDrop1, newVarNames1, blocksPerRead)
  two <- merge_part(inData2, varsToKeep2, varsToDrop2, newVarNames2, blocksPerRead)
  plan <- list(one = one, two = two, by = matchVars, type = type, sorts = autoSort,
               low = missingsLow, ext = duplicateVarExt, limit = maxRowsByCols,
               report = reportProgress, compression = xdfCompressionLevel,
               overwrite = overwrite)
  result <- switch(type, union = merged_union(plan, outFile),
                   oneToOne = merged_columns(plan, outFile),
                   merged_rows(plan, outFile))
  if (is.data.frame(result)) result else invisible(result)
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
  list(data = data, wish = wish, keep = names, startRow = 1, numRows = -1, isTested = TRUE,
       blocksPerRead = blocksPerRead, names = unname(renamed), report = 0L)
}

# Applies a function to the chunks of a step, behind what it does already.
then <- function(step, FUN) {
  before <- if (is.null(step$wish)) identity else step$wish$FUN
  step$wish <- own_transformation(function(data) FUN(before(data)), character())
  step
}

# The second set behind the first.
merged_union <- function(plan, outFile) {
  if (!setequal(plan$one$names, plan$two$names)) {
    stop("the two sets do not have the same variables", call. = FALSE)
  }
  if (is.null(outFile)) {
    return(bound_rows(step_frame(plan$one), step_frame(plan$two)[plan$one$names]))
  }
  plan$one$report <- plan$report
  target <- run_step(plan$one, outFile, "none", plan$overwrite, plan$compression)
  run_step(plan$two, target, "rows", FALSE, plan$compression)
}

# Data frames one behind the other, factors with the levels of both.
bound_rows <- function(one, two) {
  for (name in names(one)) {
    if (is.factor(one[[name]]) || is.factor(two[[name]])) {
      levels <- union(labels_of(one[[name]]), labels_of(two[[name]]))
      one[[name]] <- factor(as.character(one[[name]]), levels)
      two[[name]] <- factor(as.character(two[[name]]), levels)
    }
  }
  result <- rbind(one, two)
  attr(result, "row.names") <- seq_len(nrow(result))
  result
}

labels_of <- function(values) {
  if (is.factor(values)) levels(values) else unique(as.character(values[!is.na(values)]))
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

# Rows that agree in the match variables.
merged_rows <- function(plan, outFile) {
  by <- plan$by
  unknown <- c(setdiff(by, plan$one$names), setdiff(by, plan$two$names))
  if (!length(by) || length(unknown)) {
    stop("matchVars must name variables of both sets",
         if (length(unknown)) paste0(", unlike '", unknown[1L], "'"), call. = FALSE)
  }
  second <- step_frame(plan$two)
  names <- distinct_names(plan, by)
  names(second) <- names$two
  keys <- row_keys(second[by])
  distinct <- unique(keys)
  places <- split(seq_along(keys), match(keys, distinct))
  used <- logical(length(distinct))
  join <- function(data) {
    names(data) <- names$one
    found <- match(row_keys(data[by]), distinct)
    used[found] <<- TRUE
    joined_rows(data, second, found, places, by, plan$type %in% c("left", "full"))
  }
  step <- then(plan$one, join)
  step$isTested <- FALSE
  step$report <- plan$report
  rest <- function() {
    rows <- which(!used[match(keys, distinct)])
    lonely_rows(second[rows, , drop = FALSE], step_frame_of_none(step, second, by, names))
  }
  finish_merge(plan, step, outFile, rest)
}

# The rows of the second set that no row of the first agrees with, with all variables.
lonely_rows <- function(rows, like) {
  result <- lapply(names(like), function(name) {
    if (!is.null(rows[[name]])) rows[[name]] else like[[name]][rep(NA_integer_, nrow(rows))]
  })
  names(result) <- names(like)
  as_frame(result)
}

# The result without rows: the variables of the first set, then the others of the second.
step_frame_of_none <- function(step, second, by, names) {
  first <- step
  first$numRows <- 1
  head(step_frame(first), 0L)
}

# Writes or returns joined rows, those of the second set alone behind them, in order.
finish_merge <- function(plan, step, outFile, rest) {
  all <- plan$type %in% c("right", "full")
  if (is.null(outFile)) {
    result <- step_frame(step)
    if (all) result <- bound_rows(result, rest())
    if (plan$sorts) result <- rxSort(result, plan$by, missingsLow = plan$low, caseSensitive = TRUE)
    return(result)
  }
  target <- as_target(outFile)
  if (target_exists(target) && !plan$overwrite) {
    refuse_target(target, "use overwrite = TRUE to replace it")
  }
  draft <- if (plan$sorts) RxXdfData(tempfile(fileext = ".xdf", tmpdir = target_folder(target)))
    else target
  if (plan$sorts) on.exit(unlink(draft@file))
  run_step(step, draft, "none", TRUE, plan$compression)
  if (all && nrow(more <- rest())) {
    run_step(list(data = more, startRow = 1, numRows = -1, isTested = TRUE, report = 0L), draft,
             "rows", FALSE, plan$compression)
  }
  if (plan$sorts) {
    rxSort(draft, plan$by, outFile = target, missingsLow = plan$low, caseSensitive = TRUE,
           overwrite = TRUE, reportProgress = 0, xdfCompressionLevel = plan$compression)
  }
  target
}

# One text for the match variables of each row.
row_keys <- function(columns) {
  texts <- lapply(columns, function(values) as.character(values))
  if (length(texts) == 1L) texts[[1L]] else do.call(paste, c(unname(texts), sep = "\r"))
}

# The rows of a chunk beside those of the second set that they agree with.
joined_rows <- function(data, second, found, places, by, keepsAll) {
  matches <- unname(places)[found]
  counts <- lengths(matches)
  left <- rep(seq_along(found), if (keepsAll) pmax(counts, 1L) else counts)
  if (keepsAll) matches[counts == 0L] <- NA_integer_
  right <- as.integer(unlist(matches))
  result <- lapply(data, function(values) values[left])
  for (name in by) {
    if (is.factor(result[[name]])) {
      result[[name]] <- factor(as.character(result[[name]]),
                               union(levels(result[[name]]), labels_of(second[[name]])))
    }
  }
  others <- setdiff(names(second), by)
  c(result, lapply(structure(others, names = others), function(name) second[[name]][right]))
}
