#' Run a function many times
#'
#' Calls a function several times, with the same or with different arguments,
#' and returns the list of results in the order of the calls. In the compute
#' context `RxLocalSeq` the calls follow each other in this session; in
#' `RxLocalParallel` they run on as many threads as `rxOptions(numCoresToUse = )`
#' says, each in an R of its own. Variables of the workspace that the function
#' mentions go with it.
#'
#' With a seed, each call has a random number stream of its own (L'Ecuyer 1999,
#' combined multiple-recursive generator; streams are 2^127 numbers apart), so
#' that results do not depend on the number of threads.
#'
#' @param FUN the function, or its name.
#' @param ... arguments for each call; those in [rxElemArg] are dealt out.
#' @param elemArgs a vector or list with the arguments of each call; a list of
#'   lists for several arguments.
#' @param elemType not used.
#' @param oncePerElem once on each node; not used in local contexts.
#' @param timesToRun how many calls; -1 to take it from the arguments, or the
#'   number of threads.
#' @param packagesToLoad packages to attach first.
#' @param execObjects names of objects that the function needs, or an environment
#'   of them.
#' @param taskChunkSize how many calls make a task of a thread.
#' @param quote whether language objects among the arguments are quoted.
#' @param consoleOutput whether to show what the calls print.
#' @param autoCleanup whether a job is forgotten when its results are fetched.
#' @param continueOnFailure whether the other calls go on when one fails, the
#'   error being its result.
#' @param RNGseed a seed, or `"auto"`.
#' @param RNGkind `"auto"`, `"L'Ecuyer-CMRG"`, `"MRG32K3A"`, `"MT2203"` (all of them
#'   the streams above), or `"MT19937"` with seeds one after another.
#' @param foreachOpts arguments for `foreach` in the context `RxForeachDoPar`.
#' @examples
#' rxExec(sqrt, rxElemArg(c(4, 9)))
#' rxExec(function(n, mean) round(rnorm(n, mean), 2), 3, mean = rxElemArg(c(0, 10)),
#'        RNGseed = 1)
rxExec <- function(FUN, ..., elemArgs, elemType = "nodes", oncePerElem = FALSE,
                   timesToRun = -1L, packagesToLoad = NULL, execObjects = NULL,
                   taskChunkSize = NULL, quote = FALSE, consoleOutput = NULL,
                   autoCleanup = NULL, continueOnFailure = TRUE, RNGseed = NULL,
                   RNGkind = NULL, foreachOpts = NULL) {
  context <- rxGetComputeContext()
  calls <- dealt_arguments(list(...), if (!missing(elemArgs)) elemArgs, timesToRun,
                           default_calls(context))
  work <- list(
    FUN = match.fun(FUN), quote = quote,
    objects = exec_objects(execObjects, parent.frame()),
    packages = unique(c(context@packagesToLoad, packagesToLoad)),
    continue = !identical(continueOnFailure, FALSE),
    seeds = stream_seeds(length(calls), RNGseed, RNGkind))
  shows <- if (is.null(consoleOutput)) isTRUE(context@consoleOutput) else consoleOutput
  if (inherits(context, "RxForeachDoPar")) return(run_foreach(work, calls, foreachOpts))
  if (identical(context@wait, FALSE)) {
    return(start_job(work, calls, taskChunkSize, shows, autoCleanup))
  }
  if (inherits(context, "RxLocalParallel")) run_parallel(work, calls, taskChunkSize, shows)
  else run_sequentially(work, calls)
}

#' Arguments that differ between calls
#'
#' Marks an argument of [rxExec] whose elements are dealt out, one a call.
#'
#' @param x a vector or list.
#' @examples
#' unlist(rxExec(function(a, b) a + b, 100, rxElemArg(1:3)))
rxElemArg <- function(x) structure(list(x), class = "rxElemArg")

default_calls <- function(context) {
  if (inherits(context, "RxLocalSeq")) {
    1L
  } else if (inherits(context, "RxForeachDoPar") && requireNamespace("foreach", quietly = TRUE)) {
    foreach::getDoParWorkers()
  } else {
    worker_count()
  }
}

worker_count <- function() {
  cores <- as.integer(rxGetOption("numCoresToUse"))
  if (is.na(cores) || cores < 1L) .Internal(rxProcessors()) else cores
}

# The argument list of each call, named as the results are.
dealt_arguments <- function(given, elements, times, default) {
  dealt <- vapply(given, inherits, NA, "rxElemArg")
  given[dealt] <- lapply(given[dealt], function(x) x[[1L]])
  lengths <- c(lengths(given[dealt]), if (length(elements) != 1L) length(elements))
  lengths <- unique(lengths[lengths > 0L])
  if (length(lengths) > 1L) {
    stop("the arguments in rxElemArg and elemArgs must have the same length", call. = FALSE)
  }
  if (times < 0L) times <- if (length(lengths)) lengths else default
  if (length(lengths) && lengths != times) {
    stop("timesToRun is ", times, ", but the arguments are for ", lengths, " calls",
         call. = FALSE)
  }
  calls <- lapply(seq_len(times), function(k) {
    own <- given
    own[dealt] <- lapply(given[dealt], function(x) x[[k]])
    c(own, element_arguments(elements, k))
  })
  names(calls) <- if (length(elements) == times && !is.null(names(elements))) names(elements)
                  else paste0("rxElem", seq_along(calls))
  calls
}

element_arguments <- function(elements, k) {
  if (!length(elements)) return(NULL)
  element <- elements[[if (length(elements) == 1L) 1L else k]]
  if (is.list(element) && !is.object(element)) element else list(element)
}

exec_objects <- function(objects, frame) {
  if (is.environment(objects)) return(as.list(objects, all.names = TRUE))
  if (is.null(objects)) list() else mget(objects, frame, inherits = TRUE)
}

# What the functions mention of the workspace, the functions it calls included.
workspace_objects <- function(values) {
  found <- list()
  while (length(values)) {
    mentioned <- as.character(unlist(lapply(values, mentioned_names)))
    new <- setdiff(unique(mentioned), names(found))
    new <- new[vapply(new, exists, NA, envir = globalenv(), inherits = FALSE)]
    values <- mget(new, globalenv())
    found[new] <- values
  }
  found
}

mentioned_names <- function(value) {
  if (is.function(value) && !is.primitive(value)) {
    all.names(as.call(c(body(value), as.list(formals(value)))))
  } else if (is.language(value)) all.names(value)
}

# Running ------------------------------------------------------------------------

run_sequentially <- function(work, calls) {
  for (package in work$packages) library(package, character.only = TRUE)
  FUN <- work$FUN
  if (length(work$objects)) FUN <- with_objects(FUN, work$objects)
  if (!is.null(work$seeds)) {
    old <- keep_random_state()
    on.exit(restore_random_state(old))
  }
  results <- vector("list", length(calls))
  for (k in seq_along(calls)) {
    use_seed(work$seeds[[k]])
    value <- do.call(FUN, calls[[k]], quote = work$quote)
    if (!is.null(value)) results[[k]] <- value
  }
  names(results) <- names(calls)
  results
}

run_parallel <- function(work, calls, chunkSize, shows) {
  tasks <- packed_tasks(work, calls, chunkSize)
  collected(.Internal(rxRunTasks(tasks$shared, tasks$chunks, worker_count(), shows)),
            names(calls))
}

run_foreach <- function(work, calls, options) {
  if (!requireNamespace("foreach", quietly = TRUE)) {
    stop("the compute context RxForeachDoPar needs the package 'foreach'; ",
         "use RxLocalParallel() instead", call. = FALSE)
  }
  if (length(work$objects)) work$FUN <- with_objects(work$FUN, work$objects)
  if (!is.null(work$seeds)) {
    old <- keep_random_state()
    on.exit(restore_random_state(old))
  }
  use_seed <- use_seed
  k <- NULL
  loop <- do.call(foreach::foreach,
                  c(list(k = seq_along(calls), .packages = work$packages), options))
  results <- foreach::`%dopar%`(loop, {
    use_seed(work$seeds[[k]])
    do.call(work$FUN, calls[[k]], quote = work$quote)
  })
  names(results) <- names(calls)
  results
}

# A part that all tasks need, and the calls and seeds of each.
packed_tasks <- function(work, calls, chunkSize) {
  count <- length(calls)
  size <- if (is.null(chunkSize)) max(1L, count %/% (8L * worker_count())) else chunkSize
  starts <- if (count) seq(1L, count, by = as.integer(size)) else integer()
  mentioned <- workspace_objects(c(list(work$FUN), work$objects))
  work$objects <- c(work$objects, mentioned[setdiff(names(mentioned), names(work$objects))])
  seeds <- work$seeds
  work$seeds <- NULL
  chunks <- lapply(starts, function(start) {
    rows <- start:min(count, start + size - 1L)
    serialize(list(calls = calls[rows], seeds = seeds[rows], first = start), NULL)
  })
  list(shared = serialize(work, NULL), chunks = chunks)
}

# Results and warnings out of what the tasks gave.
collected <- function(bytes, names) {
  outcomes <- unlist(lapply(bytes, unserialize), recursive = FALSE)
  for (outcome in outcomes) {
    for (text in outcome$warnings) warning(text, call. = FALSE)
  }
  results <- lapply(outcomes, `[[`, "value")
  names(results) <- names[seq_along(results)]
  results
}

# What a thread of the pool does for a task: `shared` and `task` come from `packed_tasks`.
run_tasks <- function(shared, task) {
  before <- list(options = options(), search = search())
  on.exit(clean_up_after_task(before))
  define_source_classes()
  work <- unserialize(shared)
  task <- unserialize(task)
  rxOptions(numCoresToUse = if (is.null(work$cores)) 1 else work$cores, reportProgress = 0)
  for (package in work$packages) library(package, character.only = TRUE)
  FUN <- work$FUN
  if (identical(environment(FUN), globalenv()) || is.null(environment(FUN))) {
    list2env(work$objects, globalenv())
  } else if (environmentIsLocked(environment(FUN))) {
    FUN <- with_objects(FUN, work$objects)
  } else {
    list2env(work$objects, environment(FUN))
    list2env(work$objects, globalenv())
  }
  serialize(lapply(seq_along(task$calls), function(k) {
    use_seed(task$seeds[[k]])
    outcome(FUN, task$calls[[k]], work, task$first + k - 1L)
  }), NULL)
}

# The value of a call and its warnings; an error is the value, or ends the task.
outcome <- function(FUN, arguments, work, number) {
  warnings <- character()
  note <- function(w) {
    warnings <<- c(warnings, conditionMessage(w))
    invokeRestart("muffleWarning")
  }
  value <- withCallingHandlers(
    tryCatch(do.call(FUN, arguments, quote = work$quote, envir = globalenv()),
             error = identity),
    warning = note)
  if (inherits(value, "error")) {
    text <- paste0("call ", number, " failed: ", conditionMessage(value))
    if (!work$continue) stop(text, call. = FALSE)
    warnings <- c(warnings, text)
  }
  list(value = value, warnings = warnings)
}

# The next task finds the worker as this one did.
clean_up_after_task <- function(before) {
  rm(list = ls(globalenv(), all.names = TRUE), envir = globalenv())
  for (name in setdiff(search(), before$search)) detach(name, character.only = TRUE)
  options(before$options)
}

# A function that sees these objects as well.
with_objects <- function(FUN, objects) {
  if (is.primitive(FUN)) return(FUN)
  environment(FUN) <- list2env(objects, parent = environment(FUN))
  FUN
}
