#' Split data
#'
#' Writes parts of the data to files of their own: the rows of each level of a
#' factor, or so many parts of equal size.
#'
#' @param inData a data source, a path or a data frame.
#' @param inFile the path of a file of blocks, or a data source.
#' @param outFilesBase how the names of the files begin, or the whole names; `""` to
#'   return a list of data frames, as for a data frame.
#' @param outFileSuffixes how the names of the files end.
#' @param numOut,numOutFiles how many parts to make.
#' @param splitBy `"rows"` or `"blocks"`: what the parts have in equal numbers.
#' @param splitByFactor the name of a factor.
#' @param varsToKeep,varsToDrop names of the columns to read or not to read.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param overwrite whether existing files may be replaced.
#' @param removeMissings whether rows with missing values are left out.
#' @param rowsPerRead how many rows make a chunk.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param verbose,... not used.
#' @examples
#' parts <- rxSplit(iris, splitByFactor = "Species")
#' names(parts)
#' sapply(rxSplit(cars, numOut = 3), nrow)
rxSplit <- function(inData, outFilesBase = NULL, outFileSuffixes = NULL, numOut = NULL,
                    splitBy = "rows", splitByFactor = NULL, varsToKeep = NULL,
                    varsToDrop = NULL, rowSelection = NULL, transforms = NULL,
                    transformObjects = NULL, transformFunc = NULL, transformVars = NULL,
                    transformPackages = NULL, transformEnvir = NULL, overwrite = FALSE,
                    removeMissings = FALSE, rowsPerRead = -1,
                    blocksPerRead = rxGetOption("blocksPerRead"),
                    reportProgress = rxGetOption("reportProgress"), verbose = 0,
                    xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  name <- if (is.name(substitute(inData))) deparse(substitute(inData)) else "data"
  wish <- transformation(substitute(rowSelection), substitute(transforms), transformObjects,
                         transformFunc, transformVars, transformPackages, transformEnvir,
                         parent.frame())
  step <- list(data = inData, wish = wish, keep = varsToKeep, drop = varsToDrop, startRow = 1,
               numRows = -1, rowsPerRead = positive(rowsPerRead), blocksPerRead = blocksPerRead,
               skipsMissings = removeMissings, isTested = TRUE, report = reportProgress)
  parts <- if (is.null(splitByFactor)) split_ranges(inData, numOut, splitBy)
    else split_levels(inData, splitByFactor)
  base <- outFilesBase
  if (is.null(base) && !is.data.frame(inData)) {
    base <- sub("\\.[[:alnum:]]+$", "", source_label(as_data_source(inData)))
  }
  isFrame <- is.null(base) || identical(base, "")
  if (isFrame && !is.data.frame(inData)) name <- basename(source_label(as_data_source(inData)))
  names <- part_names(if (isFrame) name else base, outFileSuffixes, names(parts), splitByFactor)
  if (!isFrame) names <- ifelse(grepl("\\.xdf$", names), names, paste0(names, ".xdf"))
  result <- lapply(seq_along(parts), function(i) {
    run_step(part_step(step, parts[[i]], splitByFactor), if (!isFrame) names[i], "none",
             overwrite, xdfCompressionLevel)
  })
  names(result) <- if (isFrame) names else basename(names)
  if (isFrame) result else invisible(result)
}

#' @rdname rxSplit
rxSplitXdf <- function(inFile, outFilesBase = NULL, outFileSuffixes = NULL,
                       numOutFiles = NULL, splitBy = "rows", splitByFactor = NULL, ...) {
  rxSplit(if (is.character(inFile)) RxXdfData(inFile) else inFile, outFilesBase,
          outFileSuffixes, numOutFiles, splitBy, splitByFactor, ...)
}

part_names <- function(base, suffixes, parts, factor) {
  if (length(base) == length(parts) && length(parts) > 1L) return(base)
  if (is.null(suffixes)) {
    suffixes <- if (is.null(factor)) parts else paste(factor, parts, sep = ".")
    suffixes <- paste0(".", suffixes)
  }
  if (length(suffixes) != length(parts)) {
    stop(length(suffixes), " suffixes for ", length(parts), " parts", call. = FALSE)
  }
  paste0(base, suffixes)
}

# The levels of a factor, each a part.
split_levels <- function(data, name) {
  if (!name %in% rxGetVarNames(data)) {
    stop("the variable '", name, "' is not in the data", call. = FALSE)
  }
  levels <- as.character(found_values(data, name, NULL))
  structure(as.list(levels), names = levels)
}

# Ranges of rows, as equal as can be, each a part: first row and number of rows.
split_ranges <- function(data, count, by) {
  if (is.null(count)) stop("numOut or splitByFactor must be given", call. = FALSE)
  sizes <- if (by == "blocks") column_info(data, FALSE, 0L)$blocks
  if (is.null(sizes)) sizes <- rep(1, source_rows(data))
  group <- ceiling(seq_along(sizes) * count / length(sizes))
  rows <- vapply(seq_len(count), function(i) sum(sizes[group == i]), 0)
  ends <- cumsum(rows)
  structure(Map(c, ends - rows + 1, rows), names = as.character(seq_len(count)))
}

# The step that makes a part.
part_step <- function(step, part, factor) {
  if (is.null(factor)) {
    step$startRow <- part[1L]
    step$numRows <- part[2L]
    return(step)
  }
  chosen <- bquote(.(as.name(factor)) %in% .(part))
  if (is.null(step$wish)) {
    step$wish <- own_transformation(NULL, character())
  } else if (!is.null(step$wish$selection)) {
    chosen <- bquote((.(step$wish$selection)) & .(chosen))
  }
  step$wish$selection <- chosen
  step
}
