#' Options of the rx functions
#'
#' Sets options and returns their former values, invisibly; without arguments
#' returns all options. `reportProgress` is 0 for silence, 1 for lines with the
#' rows read, 2 for lines with rows and times; on a terminal a bar with the rows,
#' their rate and the time left takes the place of the lines, but for 3.
#' `numCoresToUse` is the number of threads, -1 for all processors.
#'
#' @param ... options as `name = value`.
#' @examples
#' old <- rxOptions(reportProgress = 0)
#' rxGetOption("reportProgress")
#' do.call(rxOptions, old)
rxOptions <- function(...) {
  given <- list(...)
  if (length(given) == 1L && is.list(given[[1L]]) && is.null(names(given))) {
    given <- given[[1L]]
  }
  known <- names(default_options())
  if (!length(given)) {
    values <- lapply(known, rxGetOption)
    names(values) <- known
    return(values)
  }
  if (is.null(names(given)) || !all(names(given) %in% known)) {
    unknown <- setdiff(names(given), known)
    stop("unknown option: ", paste(unknown, collapse = ", "))
  }
  old <- lapply(names(given), rxGetOption)
  names(old) <- names(given)
  for (name in names(given)) {
    assign(name, list(given[[name]]), envir = rx_settings)
  }
  invisible(old)
}

#' @rdname rxOptions
#' @param optname the name of an option.
#' @param defaultValue what to return if the option has no value.
#' @examples
#' rxGetOption("blocksPerRead")
rxGetOption <- function(optname, defaultValue = NULL) {
  if (exists(optname, envir = rx_settings, inherits = FALSE)) {
    return(get(optname, envir = rx_settings, inherits = FALSE)[[1L]])
  }
  value <- default_options()[[optname]]
  if (is.null(value)) defaultValue else value
}

rx_settings <- new.env()

default_options <- function() {
  list(
    blocksPerRead = 1, reportProgress = 2, numCoresToUse = -1,
    defaultDecimalColType = "numeric", defaultMissingColType = "numeric",
    computeContext = RxLocalSeq(), dataPath = ".", outDataPath = ".",
    transformPackages = c("RevoScaleR", "utils", "stats", "methods"),
    useSparseCube = FALSE, dropMain = TRUE, coefLabelStyle = "Revo",
    fileSystem = "native", xdfCompressionLevel = 1, traceLevel = 0
  )
}
