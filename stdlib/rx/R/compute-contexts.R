#' Local compute contexts
#'
#' Say that analyses run in this process, by several threads. The contexts differ in
#' how [rxExec] runs functions: one call after another in this session
#' (`RxLocalSeq`), or by threads with an R of their own (`RxLocalParallel`), or
#' through the package foreach and whatever is registered there (`RxForeachDoPar`).
#'
#' @param object a context of this kind to change.
#' @param dataPath,outDataPath folders where data are looked for and written.
#' @param wait whether to wait for results; if not, [rxExec] and analyses return jobs.
#' @param packagesToLoad packages that all calls need.
#' @param consoleOutput whether to show what calls print.
#' @param autoCleanup whether a job is forgotten when its results are fetched.
#' @param ... not used.
#' @examples
#' RxLocalSeq()
#' RxLocalParallel(wait = FALSE)
RxLocalSeq <- function(object, dataPath = NULL, outDataPath = NULL, wait = TRUE,
                       packagesToLoad = NULL, ...) {
  local_context("RxLocalSeq", object, environment(), c("RxLocalSeq", "RxComputeContext"))
}

#' @rdname RxLocalSeq
RxLocalParallel <- function(object, dataPath = NULL, outDataPath = NULL, wait = TRUE,
                            packagesToLoad = NULL, consoleOutput = FALSE,
                            autoCleanup = TRUE, ...) {
  local_context("RxLocalParallel", object, environment(),
                c("RxLocalParallel", "RxComputeContext"))
}

#' @rdname RxLocalSeq
RxForeachDoPar <- function(object, dataPath = NULL, outDataPath = NULL, wait = TRUE,
                           packagesToLoad = NULL, ...) {
  local_context("RxForeachDoPar", object, environment(),
                c("RxForeachDoPar", "RxComputeContext"))
}

# A context of the given arguments; those not given are as in `object` if there is one.
local_context <- function(name, object, frame, class) {
  fields <- setdiff(ls(frame), "object")
  values <- mget(fields, frame)
  if (!eval(quote(missing(object)), frame)) {
    kept <- fields[vapply(fields, function(field) {
      eval(call("missing", as.name(field)), frame)
    }, NA)]
    values[kept] <- unclass(object)[kept]
  }
  structure(c(list(name = name), values), class = class)
}

#' Choose where analyses run
#'
#' `rxSetComputeContext` sets the compute context and returns the former one,
#' invisibly; `RxComputeContext` makes a context from its name.
#'
#' @param computeContext a compute context, or the name of one: `"local"`,
#'   `"localpar"`, `"dopar"`.
#' @param ... arguments of the context.
#' @examples
#' old <- rxSetComputeContext("localpar")
#' rxGetComputeContext()
#' rxSetComputeContext(old)
rxSetComputeContext <- function(computeContext, ...) {
  old <- rxGetComputeContext()
  rxOptions(computeContext = RxComputeContext(computeContext, ...))
  invisible(old)
}

#' @rdname rxSetComputeContext
RxComputeContext <- function(computeContext, ...) {
  if (is.character(computeContext)) {
    make <- switch(
      tolower(computeContext),
      local = , rxlocalseq = RxLocalSeq,
      localpar = , rxlocalparallel = RxLocalParallel,
      dopar = , rxforeachdopar = RxForeachDoPar,
      stop("the compute context \"", computeContext, "\" is not available",
           call. = FALSE))
    return(make(...))
  }
  if (!inherits(computeContext, "RxComputeContext")) {
    stop("computeContext must be a compute context or the name of one", call. = FALSE)
  }
  if (...length()) get(computeContext$name, mode = "function")(computeContext, ...)
  else computeContext
}

#' @rdname rxSetComputeContext
#' @examples
#' class(rxGetComputeContext())
rxGetComputeContext <- function() rxGetOption("computeContext")

#' @rdname rxSetComputeContext
#' @param context1,context2 contexts to compare.
#' @param exactMatch whether all fields must agree, not only the place.
#' @examples
#' rxCompareContexts(RxLocalSeq(), RxLocalSeq(wait = FALSE))
rxCompareContexts <- function(context1, context2, exactMatch = FALSE) {
  if (exactMatch) identical(context1, context2) else context1$name == context2$name
}

#' The machines of a compute context
#'
#' In a local context, this machine.
#'
#' @param computeContext a compute context or a job.
#' @param ... not used.
#' @param namesOnly whether only names are wanted.
#' @param makeRNodeNames whether names are made names of R variables.
#' @param getWorkersOnly not used.
#' @examples
#' names(rxGetNodeInfo()[[1]])
#' rxMakeRNodeNames("cluster-head2")
rxGetNodeInfo <- function(computeContext = NULL, ..., namesOnly = FALSE,
                          makeRNodeNames = FALSE, getWorkersOnly = TRUE) {
  name <- Sys.info()[["nodename"]]
  shown <- rxMakeRNodeNames(name)
  if (namesOnly) return(if (makeRNodeNames) shown else name)
  node <- list(nodeName = name, cpuSpeed = NA_real_, memSize = memory_megabytes(),
               numCores = .Internal(rxProcessors()), numSockets = NA_integer_,
               nodeState = "online", isReachable = TRUE, groupsOrQueues = list())
  structure(list(node), names = shown)
}

memory_megabytes <- function() {
  lines <- tryCatch(readLines("/proc/meminfo", 1L), error = function(e) "", warning = function(w) "")
  as.integer(as.numeric(gsub("[^0-9]", "", lines)) / 1024)
}

#' @rdname rxGetNodeInfo
rxGetAvailableNodes <- function(computeContext = NULL, makeRNodeNames = FALSE, ...) {
  rxGetNodeInfo(computeContext, namesOnly = TRUE, makeRNodeNames = makeRNodeNames)
}

#' @rdname rxGetNodeInfo
rxPingNodes <- function(computeContext = NULL, ...) {
  names <- rxGetAvailableNodes(computeContext)
  structure(rep("success", length(names)), names = names)
}

#' @rdname rxGetNodeInfo
#' @param nodeNames names of machines.
rxMakeRNodeNames <- function(nodeNames) toupper(gsub("[-.]", "_", nodeNames))

print.RxComputeContext <- function(x, ...) {
  cat(x$name, "Compute Context\n")
  invisible(x)
}
