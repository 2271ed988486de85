#' Local compute contexts
#'
#' Say that analyses run in this process. Analyses use several threads in both;
#' they differ in how functions are distributed.
#'
#' @param dataPath,outDataPath where data are read and written.
#' @examples
#' RxLocalSeq()
RxLocalSeq <- function(dataPath = NULL, outDataPath = NULL) {
  structure(list(name = "RxLocalSeq", dataPath = dataPath, outDataPath = outDataPath),
            class = c("RxLocalSeq", "RxComputeContext"))
}

#' @rdname RxLocalSeq
#' @param ... not used.
#' @examples
#' RxLocalParallel()
RxLocalParallel <- function(dataPath = NULL, outDataPath = NULL, ...) {
  structure(list(name = "RxLocalParallel", dataPath = dataPath, outDataPath = outDataPath),
            class = c("RxLocalParallel", "RxComputeContext"))
}

#' Choose where analyses run
#'
#' Sets the compute context and returns the former one, invisibly.
#'
#' @param computeContext a compute context, or `"local"` or `"localpar"`.
#' @param ... not used.
#' @examples
#' rxSetComputeContext("local")
#' rxGetComputeContext()
rxSetComputeContext <- function(computeContext, ...) {
  if (is.character(computeContext)) {
    computeContext <- switch(
      tolower(computeContext),
      local = , rxlocalseq = RxLocalSeq(),
      localpar = , rxlocalparallel = RxLocalParallel(),
      stop("the compute context \"", computeContext, "\" is not available"))
  }
  if (!inherits(computeContext, "RxComputeContext")) {
    stop("computeContext must be a compute context or the name of one")
  }
  old <- rxGetComputeContext()
  rxOptions(computeContext = computeContext)
  invisible(old)
}

#' @rdname rxSetComputeContext
#' @examples
#' class(rxGetComputeContext())
rxGetComputeContext <- function() rxGetOption("computeContext")

print.RxComputeContext <- function(x, ...) {
  cat(x$name, "Compute Context\n")
  invisible(x)
}
