#' Jobs that are not waited for
#'
#' In a compute context with `wait = FALSE`, [rxExec] returns a job at once and its calls
#' run while the session goes on. `rxGetJobStatus` says how far a job is:
#' `"queued"`, `"running"`, `"finished"`, `"failed"`, `"canceled"` or `"missing"`.
#' `rxGetJobResults` returns its results, `rxGetJobOutput` what its calls have
#' printed, `rxWaitForJob` waits for its end, `rxCancelJob` stops it. The job started
#' last is the variable `rxgLastPendingJob` of the workspace.
#'
#' @param jobInfo a job.
#' @param consoleOutput whether to show what the calls printed.
#' @param autoCleanup whether to forget the job.
#' @examples
#' old <- rxSetComputeContext(RxLocalParallel(wait = FALSE))
#' job <- rxExec(function(x) x^2, rxElemArg(1:3))
#' rxWaitForJob(job)
#' rxGetJobStatus(job)
#' rxGetJobResults(job)
#' invisible(rxSetComputeContext(old))
rxGetJobResults <- function(jobInfo, consoleOutput = NULL, autoCleanup = NULL) {
  state <- rxGetJobStatus(jobInfo)
  if (state != "finished") {
    message("The results of ", jobInfo$id, " are not available: ", why_unavailable(jobInfo, state))
    return(invisible())
  }
  shows <- if (is.null(consoleOutput)) jobInfo$consoleOutput else consoleOutput
  if (shows) cat(rxGetJobOutput(jobInfo), sep = "\n")
  results <- jobInfo$finish(.Internal(rxJobResults(jobInfo$pointer))$results)
  clean <- if (is.null(autoCleanup)) jobInfo$autoCleanup else autoCleanup
  if (clean) forget_job(jobInfo)
  results
}

why_unavailable <- function(job, state) {
  switch(state,
    missing = "the job was removed.",
    failed = .Internal(rxJobState(job$pointer))[2L],
    canceled = "the job was canceled.",
    "the job has not finished.")
}

#' @rdname rxGetJobResults
rxGetJobStatus <- function(jobInfo) {
  check_job(jobInfo)
  if (is.null(rx_jobs[[jobInfo$id]])) "missing"
  else .Internal(rxJobState(jobInfo$pointer))[1L]
}

#' @rdname rxGetJobResults
rxGetJobOutput <- function(jobInfo) {
  check_job(jobInfo)
  strsplit(.Internal(rxJobResults(jobInfo$pointer))$output, "\n", fixed = TRUE)[[1L]]
}

#' @rdname rxGetJobResults
#' @param object a job, or the result of an analysis that ran as one.
rxGetJobInfo <- function(object) {
  if (inherits(object, "rxJobInfo")) object else attr(object, "jobInfo")
}

#' @rdname rxGetJobResults
rxWaitForJob <- function(jobInfo) {
  check_job(jobInfo)
  .Internal(rxWaitForJob(jobInfo$pointer))
  invisible(rxGetJobStatus(jobInfo))
}

#' @rdname rxGetJobResults
rxCancelJob <- function(jobInfo, consoleOutput = NULL) {
  if (!rxGetJobStatus(jobInfo) %in% c("queued", "running")) return(FALSE)
  .Internal(rxCancelJob(jobInfo$pointer))
  if (isTRUE(consoleOutput)) cat(rxGetJobOutput(jobInfo), sep = "\n")
  rxGetJobStatus(jobInfo) == "canceled"
}

#' Lists and removes jobs
#'
#' `rxGetJobs` returns the jobs of this session, by their names, and tells what they are;
#' `rxCleanupJobs` forgets jobs. A finished job, whose results may still be wanted, is
#' kept unless `force` is TRUE; a running one always.
#'
#' @param computeContext a compute context.
#' @param exactMatch whether only jobs of exactly this context are wanted.
#' @param startTime,endTime only jobs started not before or not after these times.
#' @param states only jobs in these states.
#' @param verbose whether to print a line for each job.
#' @examples
#' rxGetJobs(rxGetComputeContext())
rxGetJobs <- function(computeContext = rxGetComputeContext(), exactMatch = FALSE,
                      startTime = NULL, endTime = NULL, states = NULL, verbose = TRUE) {
  jobs <- mget(sort_jobs(names(rx_jobs)), rx_jobs)
  wanted <- vapply(jobs, function(job) {
    rxCompareContexts(job$context, computeContext, exactMatch) &&
      (is.null(startTime) || job$time >= startTime) &&
      (is.null(endTime) || job$time <= endTime) &&
      (is.null(states) || rxGetJobStatus(job) %in% states)
  }, NA)
  jobs <- jobs[wanted]
  if (verbose) {
    for (job in jobs) cat(rxGetJobStatus(job), format(job$time), job$id, "\n")
  }
  structure(jobs, class = "rxJobInfoList")
}

#' @rdname rxGetJobs
#' @param jobInfoList a job or a list of jobs.
#' @param force whether to forget finished jobs as well.
rxCleanupJobs <- function(jobInfoList, force = FALSE, verbose = TRUE) {
  if (inherits(jobInfoList, "rxJobInfo")) jobInfoList <- list(jobInfoList)
  for (job in jobInfoList) {
    switch(
      rxGetJobStatus(job),
      finished = if (force) forget_job(job) else {
        warning(job$id, " is finished; rxGetJobResults() gives its results, ",
                "force = TRUE removes it", call. = FALSE)
      },
      queued = , running = warning(job$id, " has not finished; rxCancelJob() stops it",
                                   call. = FALSE),
      forget_job(job))
  }
  if (verbose) cat("Jobs left:", length(rx_jobs), "\n")
  invisible()
}

# Starting -----------------------------------------------------------------------

start_job <- function(work, calls, chunkSize, shows, autoCleanup) {
  tasks <- packed_tasks(work, calls, chunkSize)
  labels <- names(calls)
  new_job(tasks, worker_count(), shows, autoCleanup,
          finish = function(bytes) collected(bytes, labels))
}

# Whether analyses run as jobs in the present compute context.
is_background <- function() identical(context_setting("wait"), FALSE)

# The job that computes what the calling analysis was asked for, with the variables
# that its call mentions, wherever the call can see them.
background_call <- function() {
  call <- sys.call(-1L)
  frame <- parent.frame(2L)
  visible <- mentioned_variables(call, frame)
  mentioned <- workspace_objects(c(list(call), visible))
  FUN <- as.function(list(call), envir = globalenv())
  work <- list(FUN = FUN, quote = FALSE, continue = FALSE, packages = NULL,
               objects = c(visible, mentioned[setdiff(names(mentioned), names(visible))]),
               cores = worker_count())
  tasks <- packed_tasks(work, list(list()), 1L)
  new_job(tasks, 1L, FALSE, NULL, finish = function(bytes) collected(bytes, "value")[[1L]])
}

# The variables a call mentions in a frame and around it, up to the workspace.
mentioned_variables <- function(call, frame) {
  names <- unique(all.names(call))
  found <- list()
  while (!identical(frame, globalenv()) && !identical(frame, emptyenv())) {
    if (isNamespace(frame)) break
    here <- names[vapply(names, exists, NA, envir = frame, inherits = FALSE)]
    found[setdiff(here, names(found))] <- mget(setdiff(here, names(found)), frame)
    frame <- parent.env(frame)
  }
  found
}

new_job <- function(tasks, threads, shows, autoCleanup, finish) {
  context <- rxGetComputeContext()
  rx_job_count$value <- rx_job_count$value + 1
  clean <- if (is.null(autoCleanup)) !identical(context@autoCleanup, FALSE) else autoCleanup
  job <- structure(
    list(id = paste0("rxJob_", rx_job_count$value), time = Sys.time(), context = context,
         consoleOutput = isTRUE(shows), autoCleanup = clean, finish = finish,
         pointer = .Internal(rxStartJob(tasks$shared, tasks$chunks, threads))),
    class = "rxJobInfo")
  assign(job$id, job, envir = rx_jobs)
  assign("rxgLastPendingJob", job, envir = globalenv())
  reg.finalizer(rx_jobs, cancel_all_jobs, onexit = TRUE)
  job
}

rx_jobs <- new.env()
rx_job_count <- list2env(list(value = 0))

cancel_all_jobs <- function(jobs) {
  for (name in names(jobs)) .Internal(rxCancelJob(jobs[[name]]$pointer))
}

forget_job <- function(job) rm(list = job$id, envir = rx_jobs)

sort_jobs <- function(names) names[order(as.integer(sub("rxJob_", "", names, fixed = TRUE)))]

check_job <- function(job) {
  if (!inherits(job, "rxJobInfo")) stop("jobInfo must be a job, as rxExec() returns it")
}

print.rxJobInfo <- function(x, ...) {
  cat("Job ", x$id, ", started ", format(x$time), ": ", rxGetJobStatus(x), "\n", sep = "")
  invisible(x)
}

print.rxJobInfoList <- function(x, ...) {
  cat(names(x), sep = "\n")
  invisible(x)
}
