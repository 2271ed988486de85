#' Options of the rx functions
#'
#' Sets options and returns their former values, invisibly; without arguments
#' returns all options. `reportProgress` is 0 for silence, 1 for lines with the
#' rows read, 2 for lines with rows and times; on a terminal a bar with the rows,
#' their rate and the time left takes the place of the lines, but for 3.
#' `numCoresToUse` is the number of threads, -1 for all processors; `dataPath` and
#' `outDataPath` are folders in which data are looked for and written, unless the
#' compute context says others. Options of products that are not here (clusters,
#' drivers) are kept and not used.
#'
#' @param initialize whether to set all options to their defaults.
#' @param ... options as `name = value`, or a list of them.
#' @examples
#' old <- rxOptions(reportProgress = 0)
#' rxGetOption("reportProgress")
#' do.call(rxOptions, old)
#' names(rxOptions())[1:3]
rxOptions <- function(initialize = FALSE, ...) {
  given <- list(...)
  if (is.list(initialize)) {
    given <- c(initialize, given)
    initialize <- FALSE
  }
  known <- names(default_options())
  if (length(given) && (is.null(names(given)) || !all(names(given) %in% known))) {
    unknown <- setdiff(names(given), known)
    stop("unknown option: ", paste(unknown, collapse = ", "))
  }
  wanted <- if (length(given) && !isTRUE(initialize)) names(given) else known
  old <- lapply(wanted, rxGetOption)
  names(old) <- wanted
  if (isTRUE(initialize)) rm(list = intersect(known, names(rx_settings)), envir = rx_settings)
  else if (!length(given)) return(old)
  if (!is.null(given$computeContext)) {
    given$computeContext <- RxComputeContext(given$computeContext)
  }
  for (name in names(given)) assign(name, list(given[[name]]), envir = rx_settings)
  invisible(old)
}

#' @rdname rxOptions
#' @param opt the name of an option.
#' @param default what to return if the option has no value.
#' @examples
#' rxGetOption("blocksPerRead")
#' rxGetOption("none", default = 1)
rxGetOption <- function(opt, default = NULL) {
  if (exists(opt, envir = rx_settings, inherits = FALSE)) {
    return(get(opt, envir = rx_settings, inherits = FALSE)[[1L]])
  }
  if (opt == "computeContext") return(RxLocalSeq())
  value <- default_options()[[opt]]
  if (is.null(value)) default else value
}

#' @rdname rxOptions
rxIsExpressEdition <- function() FALSE

#' Keep threads ready
#'
#' Threads are started by the calls that need them, which takes no time to speak of.
#' Whether they are to be kept ready is remembered, and returned; it makes no
#' difference.
#'
#' @param enable whether threads are kept ready.
#' @examples
#' old <- rxSetEnableThreadPool(TRUE)
#' rxGetEnableThreadPool()
#' rxSetEnableThreadPool(old)
rxGetEnableThreadPool <- function() isTRUE(rx_settings$keepsThreads)

#' @rdname rxGetEnableThreadPool
rxSetEnableThreadPool <- function(enable) {
  old <- rxGetEnableThreadPool()
  rx_settings$keepsThreads <- isTRUE(enable)
  invisible(old)
}

rx_settings <- new.env()

# `computeContext` is made when somebody asks for it.
default_options <- function() {
  list(
    blocksPerRead = 1, reportProgress = 2, rowDisplayMax = -1, memStatsReset = 0,
    memStatsDiff = 0, numCoresToUse = -1, numDigits = getOption("digits"),
    showTransformFn = FALSE, defaultDecimalColType = "numeric",
    defaultMissingColType = "numeric", computeContext = "local", dataPath = ".",
    outDataPath = ".", transformPackages = c("RevoScaleR", "utils", "stats", "methods"),
    xdfCompressionLevel = 1, fileSystem = "native", useSparseCube = FALSE,
    rngBufferSize = 1, dropMain = TRUE, coefLabelStyle = "Revo", numTasks = 1,
    sampleDataDir = "", demoScriptsDir = "", unitTestDir = "", unitTestDataDir = "",
    hdfsHost = Sys.getenv("REVOHADOOPHOST", "default"), hdfsPort = 0L,
    unixRPath = "/usr/bin/Revo64-8", mrsHadoopPath = "/usr/bin/mrs-hadoop",
    spark.executorCores = 2, spark.executorMem = "4g", spark.executorOverheadMem = "4g",
    spark.numExecutors = 65535, traceLevel = 0
  )
}

# The folders for data: those of the compute context, or of the options.
data_folders <- function(name = "dataPath") {
  own <- context_setting(name)
  path <- if (is.null(own)) rxGetOption(name) else own
  unlist(strsplit(path, .Platform$path.sep, fixed = TRUE))
}

# A file that is looked for in the folders for data, if it is not where it says.
located_file <- function(file) {
  if (grepl("^[/~]", file) || file.exists(file)) return(file)
  found <- Filter(file.exists, file.path(setdiff(data_folders(), "."), file))
  if (length(found)) found[1L] else file
}

# A file to be written: in the first folder for output that is there.
output_file <- function(file) {
  if (grepl("^([/~]|[.]{1,2}/)", file)) return(file)
  folders <- Filter(dir.exists, data_folders("outDataPath"))
  if (length(folders) && folders[1L] != ".") file.path(folders[1L], file) else file
}
