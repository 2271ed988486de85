#' Split data
#'
#' Writes parts of the data to files of their own: the rows of each level of a
#' factor, or so many parts of equal size. The names of the parts are those of the
#' data, of the factor (or `"rows"`, `"blocks"`) and of the level or the number; files
#' are called as `outFilesBase` and `outFileSuffixes` say, by default with numbers or
#' the factor and its levels. The factor may be one that `transforms` makes.
#'
#' @param inData a data source, a path or a data frame.
#' @param inFile the path of a file of blocks, or a data source.
#' @param outFilesBase how the names of the files begin, or the whole names; `""` to
#'   return a list of data frames, as for a data frame.
#' @param outFileSuffixes how the names of the files end.
#' @param numOut,numOutFiles how many parts to make, when the names do not tell.
#' @param splitBy `"rows"` or `"blocks"`: what the parts have in equal numbers.
#' @param splitByFactor the name of a factor.
#' @param varsToKeep,varsToDrop names of the columns to read or not to read.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param overwrite whether existing files may be replaced.
#' @param removeMissings whether rows with missing values are left out.
#' @param maxRowsByCols the most cells a data frame gets.
#' @param rowsPerRead how many rows make a chunk.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param xdfCompressionLevel 0 for no compression, 1 to 9 for ever smaller and slower files.
#' @param updateLowHigh,verbose not used: each part tells of its own ranges.
#' @param ... `fill`: `"left"`, `"center"` or `"right"`, where the parts are that get one
#'   row or block more; `rngSeed`: a seed for random numbers in transformations.
#' @examples
#' parts <- rxSplit(iris, splitByFactor = "Species")
#' names(parts)
#' sapply(rxSplit(cars, numOut = 3), nrow)
rxSplit <- function(inData, outFilesBase = NULL, outFileSuffixes = NULL, numOut = NULL,
                    splitBy = "rows", splitByFactor = NULL, varsToKeep = NULL,
                    varsToDrop = NULL, rowSelection = NULL, transforms = NULL,
                    transformObjects = NULL, transformFunc = NULL, transformVars = NULL,
                    transformPackages = NULL, transformEnvir = NULL, overwrite = FALSE,
                    removeMissings = FALSE, rowsPerRead = -1, blocksPerRead = 1,
                    updateLowHigh = FALSE, maxRowsByCols = NULL,
                    reportProgress = rxGetOption("reportProgress"), verbose = 0,
                    xdfCompressionLevel = rxGetOption("xdfCompressionLevel"), ...) {
  name <- if (is.name(substitute(inData))) deparse(substitute(inData)) else "data"
  wish <- given_transformation()
  settings <- list(...)
  if (!is.null(settings$rngSeed)) set.seed(settings$rngSeed)
  step <- list(data = inData, wish = wish, keep = varsToKeep, drop = varsToDrop, startRow = 1,
               numRows = -1, rowsPerRead = positive(rowsPerRead), blocksPerRead = blocksPerRead,
               cellLimit = maxRowsByCols, skipsMissings = removeMissings, isTested = TRUE,
               report = reportProgress)
  isFrame <- identical(outFilesBase, "") && is.null(outFileSuffixes) ||
    is.data.frame(inData) && is.null(outFilesBase) && is.null(outFileSuffixes)
  if (!is.data.frame(inData)) name <- file_base(basename(as_data_source(inData)@file))
  if (is.null(outFilesBase) && !isFrame) outFilesBase <- name
  if (is.null(numOut)) {
    numOut <- max(length(outFilesBase), length(outFileSuffixes))
    if (is.null(splitByFactor) && numOut < 2L) stop("numOut or splitByFactor must be given")
  }
  made <- !is.null(splitByFactor) && !(splitByFactor %in% rxGetVarNames(inData))
  if (made && !is.null(wish)) {
    step <- made_first(step)
    on.exit(if (!is.data.frame(step$data)) unlink(step$data@file))
  }
  parts <- if (is.null(splitByFactor)) split_ranges(inData, numOut, splitBy, settings$fill)
    else split_levels(step$data, splitByFactor)
  kind <- if (is.null(splitByFactor)) splitBy else splitByFactor
  names <- if (isFrame) paste(name, kind, names(parts), sep = ".")
    else part_files(outFilesBase, outFileSuffixes, names(parts), splitByFactor)
  result <- lapply(seq_along(parts), function(i) {
    if (!isFrame) dir.create(dirname(names[i]), FALSE, TRUE)
    run_step(part_step(step, parts[[i]], splitByFactor), if (!isFrame) names[i], "none",
             overwrite, xdfCompressionLevel)
  })
  names(result) <- if (isFrame) names else basename(names)
  if (isFrame) result else invisible(result)
}

#' @rdname rxSplit
rxSplitXdf <- function(inFile, outFilesBase = basename(rxXdfFileName(inFile)),
                       outFileSuffixes = NULL, numOutFiles = NULL, splitBy = "rows",
                       splitByFactor = NULL, ...) {
  if (is.character(inFile)) inFile <- RxXdfData(inFile)
  rxSplit(inFile, file_base(outFilesBase), outFileSuffixes, numOutFiles, splitBy,
          splitByFactor, ...)
}

# The name of a file without `.xdf` or the ending of text.
file_base <- function(name) sub("\\.(xdf|csv|txt|tsv|gz)$", "", name, ignore.case = TRUE)

# The step whose data have what its transformations make, worked out once.
made_first <- function(step) {
  first <- step[setdiff(names(step), c("keep", "drop", "cellLimit"))]
  target <- if (!is.data.frame(step$data)) tempfile(fileext = ".xdf")
  step$data <- run_step(first, target)
  step["wish"] <- list(NULL)
  step
}

# The files of the parts.
part_files <- function(base, suffixes, parts, factor) {
  if (is.null(suffixes) && !(length(base) == length(parts) && length(parts) > 1L)) {
    suffixes <- if (is.null(factor)) parts else paste0(".", factor, ".", parts)
  }
  names <- paste0(file_base(base), file_base(as.character(suffixes)))
  if (length(names) != length(parts)) {
    stop(length(names), " names of files for ", length(parts), " parts")
  }
  paste0(names, ".xdf")
}

# The levels of a factor, each a part.
split_levels <- function(data, name) {
  if (!name %in% rxGetVarNames(data)) {
    stop("the variable '", name, "' is not in the data")
  }
  levels <- as.character(found_values(data, name, NULL))
  structure(as.list(levels), names = levels)
}

# Ranges of rows, as equal as can be, each a part: first row and number of rows.
split_ranges <- function(data, count, by, fill = NULL) {
  by <- match.arg(by, c("rows", "blocks"))
  sizes <- if (by == "blocks") column_info(data, FALSE, 0L)$blocks
  total <- if (is.null(sizes)) source_rows(data) else length(sizes)
  shares <- equal_shares(total, count, fill)
  rows <- if (is.null(sizes)) shares else {
    vapply(split(sizes, factor(rep(seq_len(count), shares), seq_len(count))), sum, 0)
  }
  ends <- cumsum(rows)
  structure(Map(c, ends - rows + 1, rows), names = as.character(seq_len(count)))
}

# So many in each part; those that are left over go to parts at one end or in the middle.
equal_shares <- function(total, count, fill) {
  fill <- match.arg(fill, c("right", "left", "center"))
  shares <- rep(total %/% count, count)
  left <- total %% count
  first <- switch(fill, left = 1, center = (count - left) %/% 2 + 1, right = count - left + 1)
  more <- seq.int(first, length.out = left)
  shares[more] <- shares[more] + 1
  shares
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
