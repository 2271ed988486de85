#' Local compute contexts
#'
#' Say that analyses run in this process, by several threads. The contexts differ in
#' how [rxExec] runs functions: one call after another in this session
#' (`RxLocalSeq`), or by threads with an R of their own (`RxLocalParallel`), or
#' through the package foreach and whatever is registered there (`RxForeachDoPar`).
#' A context is an S4 object with the arguments as slots, and its short name as the
#' slot `description`.
#'
#' @param object a context to change; settings that are not given are as there.
#' @param dataPath,outDataPath folders where data are looked for and written, instead
#'   of those in [rxOptions].
#' @param wait whether to wait for results; if not, [rxExec] and analyses return jobs.
#' @param packagesToLoad packages that all calls need.
#' @param consoleOutput whether to show what calls print.
#' @param autoCleanup whether a job is forgotten when its results are fetched.
#' @param ... not used.
#' @examples
#' RxLocalSeq()
#' RxLocalParallel(wait = FALSE)@wait
#' is(RxForeachDoPar(), "RxComputeContext")
RxLocalSeq <- function(object, dataPath = NULL, outDataPath = NULL, wait = TRUE,
                       packagesToLoad = NULL, ...) {
  local_context("RxLocalSeq", "local", object, environment())
}

#' @rdname RxLocalSeq
RxLocalParallel <- function(object, dataPath = NULL, outDataPath = NULL, wait = TRUE,
                            packagesToLoad = NULL, consoleOutput = FALSE,
                            autoCleanup = TRUE, ...) {
  local_context("RxLocalParallel", "localpar", object, environment())
}

#' @rdname RxLocalSeq
RxForeachDoPar <- function(object, dataPath = NULL, outDataPath = NULL, wait = TRUE,
                           packagesToLoad = NULL, ...) {
  local_context("RxForeachDoPar", "dopar", object, environment())
}

# A context of the given arguments; those not given are as in `object` if there is one.
local_context <- function(class, description, object, frame) {
  define_context_classes()
  fields <- setdiff(ls(frame), "object")
  values <- mget(fields, frame)
  if (!eval(quote(missing(object)), frame)) {
    kept <- fields[vapply(fields, function(field) {
      eval(call("missing", as.name(field)), frame)
    }, NA)]
    for (field in intersect(kept, slotNames(object))) {
      values[field] <- list(slot(object, field))
    }
  }
  do.call(new, c(list(class, description = description), values))
}

# Defines the classes when they are first wanted.
define_context_classes <- function() {
  if (isTRUE(rx_settings$hasContextClasses)) return(invisible())
  home <- topenv()
  slots <- c("description", "dataPath", "outDataPath", "wait", "packagesToLoad",
             "consoleOutput", "autoCleanup")
  setClass("RxComputeContext", representation("VIRTUAL"), where = home)
  for (class in c("RxLocalSeq", "RxLocalParallel", "RxForeachDoPar")) {
    setClass(class, contains = "RxComputeContext", where = home,
             representation = structure(as.list(rep("ANY", length(slots))), names = slots))
  }
  setMethod("show", "RxComputeContext", function(object) {
    cat(class(object), "Compute Context\n")
  }, where = home)
  rx_settings$hasContextClasses <- TRUE
  invisible()
}

# A setting of the present context; NULL as long as nobody has chosen one, so that
# analyses need not make it.
context_setting <- function(name) {
  context <- get0("computeContext", rx_settings, inherits = FALSE)[[1L]]
  if (!is.null(context)) slot(context, name)
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
  if (!isS4(computeContext) || !is(computeContext, "RxComputeContext")) {
    stop("computeContext must be a compute context or the name of one", call. = FALSE)
  }
  if (...length()) get(class(computeContext), mode = "function")(computeContext, ...)
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
  if (exactMatch) identical(context1, context2)
  else identical(class(context1), class(context2))
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
