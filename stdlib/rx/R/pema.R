#' Algorithms of your own over data of any size
#'
#' `setPemaClass` makes a generator of reference class objects (see
#' [setRefClass]) that hold the state of an algorithm; `pemaCompute` runs one over data,
#' chunk by chunk. A class contains `PemaBaseClass` and defines some of the methods
#'
#' * `initialize(...)`: gives the fields their first values,
#' * `getVarsToUse()`: the names of the variables it reads; none for all,
#' * `processData(dataList)`: takes in a chunk, a list of columns,
#' * `updateResults(pemaObj)`: takes in what another object has gathered,
#' * `processResults()`: the result, once all data are in,
#' * `initIteration(iterIn)` and `hasConverged()`: for algorithms of several passes.
#'
#' In the compute context `RxLocalParallel` the threads of the pool process chunks, each
#' from the state at the beginning of the pass; the states are merged by
#' `updateResults` in the order of the chunks. A computation that goes on from
#' former data (`initPema = FALSE`) runs in this session.
#'
#' @param Class the name of the class.
#' @param fields names, or a list of names and classes, of its fields.
#' @param contains the class it extends.
#' @param methods a list of functions.
#' @param where where the class is defined.
#' @param includeMethods not used: methods always go with an object.
#' @param ... for `setPemaClass` arguments of `setRefClass`; for `pemaCompute` arguments
#'   of the method `initialize`.
#' @examples
#' PemaSum <- setPemaClass("PemaSum", contains = "PemaBaseClass",
#'   fields = list(total = "numeric", varName = "character"),
#'   methods = list(
#'     initialize = function(varName = "", ...) {
#'       callSuper(...)
#'       varName <<- varName
#'       total <<- 0
#'     },
#'     getVarsToUse = function() varName,
#'     processData = function(dataList) {
#'       total <<- total + sum(dataList[[varName]], na.rm = TRUE)
#'     },
#'     updateResults = function(pemaObj) total <<- total + pemaObj$total,
#'     processResults = function() total))
#' pemaCompute(PemaSum(), data = cars, varName = "dist")
setPemaClass <- function(Class, fields = character(), contains = character(),
                         methods = list(), where = topenv(parent.frame()),
                         includeMethods = TRUE, ...) {
  for (parent in contains) define_pema_class(parent)
  generator <- setRefClass(Class, fields = fields, contains = contains,
                           methods = methods, where = where, ...)
  definition <- list(Class = Class, fields = fields, contains = contains, methods = methods)
  assign(Class, definition, envir = pema_classes)
  invisible(generator)
}

#' @rdname setPemaClass
#' @param pemaObj an object of such a class.
#' @param data a data frame, a path or a data source.
#' @param outData where to write the lists that `processData` returns.
#' @param overwrite,append whether an existing `outData` is replaced or gets more rows.
#' @param computeContext where to compute; NULL for the present context.
#' @param initPema whether `initialize` is called first.
#' @examples
#' PemaMean
#' pemaCompute(PemaMean(), data = iris, varName = "Petal.Length")
pemaCompute <- function(pemaObj, data = NULL, outData = NULL, overwrite = FALSE,
                        append = "none", computeContext = NULL, initPema = TRUE, ...) {
  if (!is(pemaObj, "PemaBaseClass")) stop("pemaObj must be an object of a PEMA class")
  if (!is.null(computeContext)) {
    old <- rxSetComputeContext(computeContext)
    on.exit(rxSetComputeContext(old))
  }
  if (initPema) pemaObj$initialize(...)
  pemaObj$.isDistributedContext <- initPema && is.null(outData) &&
    inherits(rxGetComputeContext(), "RxLocalParallel")
  pemaObj$compute(data, outData, overwrite, append)
}

#' The base of classes for pemaCompute
#'
#' `PemaBaseClass` generates objects of the class that [setPemaClass] extends, `PemaMean`
#' those of an example that computes the mean of a variable.
#'
#' @param ... arguments of the method `initialize`.
#' @param varName the name of the variable.
#' @examples
#' pemaCompute(PemaMean(), data = mtcars, varName = "mpg")
PemaBaseClass <- setPemaClass(
  "PemaBaseClass",
  where = environment(setPemaClass),
  fields = list(
    .isPemaObject = "logical", .isDistributedContext = "logical", .hasOutFile = "logical",
    .outFile = "ANY", .append = "character", .overwrite = "logical",
    .onlyKeepTransformedData = "logical", traceLevel = "numeric", iter = "numeric",
    maxIters = "numeric", useRevoScaleR = "logical", .dataInMemory = "logical",
    .dataInMemoryPrepared = "logical", reportProgress = "numeric"),
  methods = list(
    initialize = function(...) {
      "Gives the fields of the base class their first values."
      .isPemaObject <<- TRUE
      .isDistributedContext <<- FALSE
      .hasOutFile <<- FALSE
      .outFile <<- NULL
      .append <<- "none"
      .overwrite <<- FALSE
      .onlyKeepTransformedData <<- FALSE
      traceLevel <<- 0
      iter <<- 0
      maxIters <<- 2000
      useRevoScaleR <<- TRUE
      .dataInMemory <<- FALSE
      .dataInMemoryPrepared <<- FALSE
      reportProgress <<- 2
      initFields(...)
    },
    .pemaMethods = function() {
      "Stands in usingMethods(): methods go with an object in any case."
      invisible()
    },
    getVarsToUse = function() {
      "The names of the variables that processData needs; none for all."
      character()
    },
    getVarsToRead = function() {
      "The names of the variables to read."
      getVarsToUse()
    },
    processData = function(dataList) {
      "Takes in a chunk of data, a list of columns."
      invisible()
    },
    updateResults = function(pemaObj) {
      "Takes in what another object has gathered."
      invisible()
    },
    processResults = function() {
      "The result, once all data are in."
      invisible()
    },
    finalizeNode = function() {
      "Called on each object that has processed chunks, before it is merged."
      invisible()
    },
    initIteration = function(iterIn) {
      "Called at the beginning of each pass."
      invisible()
    },
    hasConverged = function() {
      "Whether no further pass is needed."
      TRUE
    },
    createReturnObject = function(result) {
      "What pemaCompute returns."
      result
    },
    outputTrace = function(text, outTraceLevel = 1) {
      "Prints the text if traceLevel is at least outTraceLevel."
      if (traceLevel >= outTraceLevel) cat(text)
    },
    getFieldList = function() {
      "The values of all fields."
      names <- names(.refClassDef@fieldClasses)
      structure(lapply(names, field), names = names)
    },
    setFieldList = function(fieldList) {
      "Gives fields the values of a list."
      for (name in names(fieldList)) field(name, fieldList[[name]])
      invisible(.self)
    },
    processAllData = function(data) {
      "Processes all chunks of the data, here or by the threads of the pool."
      # A class of the workspace does not see what the package keeps to itself.
      RevoScaleR:::pema_pass(.self, data)
    },
    compute = function(data, outData = NULL, overwrite = FALSE, append = "none") {
      "Runs the passes; the value is that of createReturnObject."
      .hasOutFile <<- !is.null(outData)
      .outFile <<- outData
      .overwrite <<- overwrite
      .append <<- append
      repeat {
        iter <<- iter + 1
        initIteration(iter)
        processAllData(data)
        result <- processResults()
        if (hasConverged() || iter >= maxIters) break
      }
      createReturnObject(result)
    }))

#' @rdname PemaBaseClass
PemaMean <- setPemaClass(
  "PemaMean",
  where = environment(setPemaClass),
  contains = "PemaBaseClass",
  fields = list(sum = "numeric", totalObs = "numeric", totalValidObs = "numeric",
                mean = "numeric", varName = "character"),
  methods = list(
    initialize = function(varName = "", ...) {
      "Begins with no rows of the variable varName."
      callSuper(...)
      varName <<- varName
      sum <<- 0
      totalObs <<- 0
      totalValidObs <<- 0
      mean <<- 0
    },
    processData = function(dataList) {
      "Counts the values of a chunk and adds them up."
      values <- as.numeric(dataList[[varName]])
      sum <<- sum + base::sum(values, na.rm = TRUE)
      totalObs <<- totalObs + length(values)
      totalValidObs <<- totalValidObs + base::sum(!is.na(values))
      invisible()
    },
    updateResults = function(pemaObj) {
      "Adds counts and sum of another object."
      sum <<- sum + pemaObj$sum
      totalObs <<- totalObs + pemaObj$totalObs
      totalValidObs <<- totalValidObs + pemaObj$totalValidObs
      invisible()
    },
    processResults = function() {
      "The mean, NA without values."
      mean <<- if (totalValidObs > 0) sum / totalValidObs else NA_real_
      mean
    },
    getVarsToUse = function() {
      "The variable."
      varName
    }))

# Passes -------------------------------------------------------------------------

# Lets an object process all data: in this session, or chunk by chunk in the pool.
pema_pass <- function(object, data) {
  if (object$.isDistributedContext) return(invisible(pema_pool_pass(object, data)))
  each_chunk(object, data, function(columns) object$processData(columns))
  object$finalizeNode()
  invisible()
}

# As many chunks as there are threads are in memory at a time.
pema_pool_pass <- function(object, data) {
  work <- list(FUN = pema_chunk, quote = FALSE, continue = FALSE, seeds = NULL,
               packages = context_setting("packagesToLoad"),
               objects = workspace_objects(pema_functions(class(object)[1L])))
  start <- list(classes = pema_definitions(class(object)[1L]),
                fields = object$getFieldList())
  is_first <- TRUE
  waiting <- list()
  flush <- function() {
    results <- run_parallel(work, waiting, 1L, FALSE)
    waiting <<- list()
    for (fields in results) {
      if (is_first) object$setFieldList(fields)
      else object$updateResults(object$copy()$setFieldList(fields))
      is_first <<- FALSE
    }
  }
  each_chunk(object, data, function(columns) {
    waiting[[length(waiting) + 1L]] <<- list(start, columns)
    if (length(waiting) == 2L * worker_count()) flush()
    NULL
  })
  if (length(waiting)) flush()
}

# What a thread does with a chunk: the fields of an object that has processed it.
pema_chunk <- function(start, columns) {
  for (definition in start$classes) {
    if (!identical(pema_classes[[definition$Class]], definition)) {
      do.call(setPemaClass, c(definition, where = globalenv()))
    }
  }
  object <- new(start$classes[[length(start$classes)]]$Class)
  object$setFieldList(start$fields)
  object$processData(columns)
  object$finalizeNode()
  object$getFieldList()
}

each_chunk <- function(object, data, action) {
  output <- object$.outFile
  if (is.data.frame(data) && is.null(output)) {
    used <- object$getVarsToRead()
    rows <- nrow(data)
    size <- pema_rows_per_chunk
    for (start in seq.int(1L, by = size, length.out = max(1L, ceiling(rows / size)))) {
      chosen <- seq.int(start, length.out = min(size, rows - start + 1L))
      columns <- if (length(used)) data[used] else data
      action(lapply(columns, function(column) column[chosen]))
    }
    return(invisible())
  }
  transform <- function(dataList) {
    if (.rxIsTestChunk) return(if (keeps) dataList)
    result <- action(dataList)
    if (keeps) result
  }
  rxDataStep(data, outFile = output, transformFunc = transform,
             transformVars = object$getVarsToRead(),
             transformObjects = list(action = action, keeps = !is.null(output)),
             overwrite = object$.overwrite, append = object$.append,
             reportProgress = object$reportProgress)
  invisible()
}

pema_rows_per_chunk <- 500000L

# Definitions of classes made by setPemaClass, by their names.
pema_classes <- new.env()

# PemaBaseClass and PemaMean are made when they are first wanted.
define_pema_class <- function(name) {
  if (is.null(pema_classes[[name]]) && name %in% c("PemaBaseClass", "PemaMean")) {
    get(name, envir = asNamespace("RevoScaleR"))
  }
}

# The definitions that a class needs, its ancestors first; the base class is everywhere.
pema_definitions <- function(name) {
  definition <- pema_classes[[name]]
  if (is.null(definition) || name == "PemaBaseClass") return(list())
  c(unlist(lapply(definition$contains, pema_definitions), recursive = FALSE),
    list(definition))
}

pema_functions <- function(name) {
  unlist(lapply(pema_definitions(name), `[[`, "methods"), recursive = FALSE)
}
