#' Data files in blocks
#'
#' Describes a file that holds columns in blocks of rows, as `rxImport` and
#' `rxDataStep` write them: an Arrow file, which other programs read too. The
#' extension `.xdf` is added when the name has none.
#'
#' Files that RevoScaleR itself wrote are read, not written, as far as their format is
#' known: one block, and columns of integers, numbers in single or double precision,
#' factors and strings. All others are refused, with a word on how to export them.
#'
#' @param file the path of the file.
#' @param varsToKeep,varsToDrop names of the columns to use or not to use.
#' @param returnDataFrame whether `rxReadNext` returns data frames; otherwise lists.
#' @param stringsAsFactors whether text columns are factors when they are read.
#' @param blocksPerRead how many blocks make a chunk.
#' @param fileSystem a file system.
#' @param createCompositeSet whether a composite set is written: a folder, named as
#'   the file without `.xdf`, with the data in files of `data` and what is known of
#'   them in `metadata`. `NULL` for a set where there is one. Sets are read like files.
#' @param blocksPerCompositeFile how many blocks each file of a set has.
#' @param createPartitionSet not used.
#' @param ... not used.
#' @examples
#' path <- tempfile(fileext = ".xdf")
#' xdf <- RxXdfData(path)
#' xdf@file == path
#'
#' set <- RxXdfData(tempfile(), createCompositeSet = TRUE, blocksPerCompositeFile = 1)
#' rxDataStep(cars, set, rowsPerRead = 20, reportProgress = 0)
#' list.files(sub(".xdf", "", set@file, fixed = TRUE), recursive = TRUE) |> length()
RxXdfData <- function(file, varsToKeep = NULL, varsToDrop = NULL, returnDataFrame = TRUE,
                      stringsAsFactors = FALSE, blocksPerRead = rxGetOption("blocksPerRead"),
                      fileSystem = NULL, createCompositeSet = NULL, createPartitionSet = NULL,
                      blocksPerCompositeFile = 3, ...) {
  if (!is.character(file) || length(file) != 1L) stop("'file' must be a character string")
  new_source("RxXdfData", list(
    file = rxXdfFileName(file), varsToKeep = varsToKeep, varsToDrop = varsToDrop,
    returnDataFrame = returnDataFrame, stringsAsFactors = stringsAsFactors,
    blocksPerRead = blocksPerRead, fileSystem = fileSystem,
    createCompositeSet = createCompositeSet, createPartitionSet = createPartitionSet,
    blocksPerCompositeFile = blocksPerCompositeFile))
}

#' Find data files
#'
#' `rxXdfFileName` adds the extension `.xdf` to a name that has none. The others
#' look for a file in several folders and return its path, or `""` if none has it.
#'
#' @param file,fileName,name the name of a file.
#' @param pathsToSearch,path the folders to look in.
#' @param verbose not used.
#' @examples
#' rxXdfFileName("airline")
#' rxFindFileInPath("no-such-file.csv", ".")
rxXdfFileName <- function(name) {
  ifelse(grepl("\\.[[:alnum:]]+$", basename(name)) | dir.exists(name), name,
         paste0(name, ".xdf"))
}

#' @rdname rxXdfFileName
rxFindFileInPath <- function(fileName, path = rxGetOption("dataPath")) {
  path <- unlist(strsplit(path, .Platform$path.sep, fixed = TRUE))
  found <- Filter(file.exists, c(if (grepl("^[/~]", fileName)) fileName,
                                 file.path(path, fileName)))
  if (length(found)) found[[1L]] else ""
}

#' @rdname rxXdfFileName
rxLocateFile <- function(file, pathsToSearch = NULL, verbose = 0) {
  if (isS4(file)) {
    file@file <- rxLocateFile(file@file, pathsToSearch, verbose)
    return(file)
  }
  places <- if (is.null(pathsToSearch)) rxGetOption("dataPath") else pathsToSearch
  found <- rxFindFileInPath(file, places)
  if (!nzchar(found)) {
    stop("the file '", file, "' is in none of ", paste0("'", places, "'", collapse = ", "))
  }
  found
}
