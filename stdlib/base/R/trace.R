#' Trace calls of functions
#'
#' `trace` has calls of a function reported, or code run when it begins or
#' ends; `untrace` undoes it.
#'
#' @param what a function, or names of functions.
#' @param tracer,exit code to run when the function is entered and left: a
#'   function or an expression.
#' @param at numbers of steps of the body before which the tracer runs; in a list, those of steps
#'   and of the steps in them.
#' @param print report each time?
#' @param signature,edit not used.
#' @param where where the function is found.
#' @param on switch tracing on or off?
#' @param expr,msg what to run, and the message.
#' @examples
#' square <- function(x) x^2
#' trace("square", quote(cat("x is", x, "\n")))
#' square(3)
#' untrace("square")
trace <- function(what, tracer, exit, at, print, signature,
                  where = topenv(parent.frame()), edit = FALSE) {
  names <- if (is.character(what)) what else deparse(substitute(what))
  isPlain <- missing(tracer) && missing(exit)
  if (missing(print)) print <- TRUE
  for (name in names) {
    place <- .tracePlace(name, where)
    original <- get(name, envir = place)
    if (!is.null(attr(original, "original"))) original <- attr(original, "original")
    traced <- if (isPlain) .reportingCopy(original) else {
      .tracedCopy(original, if (!missing(tracer)) tracer, if (!missing(exit)) exit,
                  if (!missing(at)) at, print)
    }
    .tracePut(name, structure(traced, original = original), place)
  }
  if (isPlain) invisible() else names
}

#' @rdname trace
untrace <- function(what, signature = NULL, where = topenv(parent.frame())) {
  names <- if (is.character(what)) what else deparse(substitute(what))
  for (name in names) {
    place <- .tracePlace(name, where)
    original <- attr(get(name, envir = place), "original")
    if (!is.null(original)) .tracePut(name, original, place)
  }
  invisible()
}

# The environment that has the function.
.tracePlace <- function(name, where) {
  while (!identical(where, emptyenv())) {
    if (exists(name, envir = where, mode = "function", inherits = FALSE)) return(where)
    where <- parent.env(where)
  }
  stop(gettextf("no function definition for %s found", sQuote(name)), domain = NA, call. = FALSE)
}

.tracePut <- function(name, value, place) {
  isLocked <- bindingIsLocked(name, place)
  if (isLocked) unlockBinding(name, place)
  assign(name, value, envir = place)
  if (isLocked) lockBinding(name, place)
}

# A function that says how it was called.
.reportingCopy <- function(original) {
  function(...) {
    if (tracingState()) cat("trace: ", deparse(sys.call()), "\n", sep = "")
    original(...)
  }
}

.tracedCopy <- function(original, tracer, exit, at, print) {
  run <- function(code, message) {
    if (is.function(code)) code <- as.call(list(code))
    call <- quote(.doTrace())
    call[[2L]] <- code
    if (print) call[[3L]] <- message
    call
  }
  if (is.primitive(original)) {
    traced <- function(...) NULL
    body(traced) <- as.call(list(original, quote(...)))
    environment(traced) <- baseenv()
    original <- traced
  }
  code <- body(original)
  if (is.null(at)) {
    steps <- list(code)
    if (!is.null(tracer)) steps <- c(list(run(tracer, "on entry")), steps)
  } else {
    at <- if (is.list(at)) at else as.list(sort(at, decreasing = TRUE))
    for (place in at) {
      step <- call("{", run(tracer, paste("step", paste(place, collapse = ","))), code[[place]])
      code[[place]] <- step
    }
    steps <- as.list(code)[-1L]
  }
  if (!is.null(exit)) {
    steps <- c(list(call("on.exit", run(exit, "on exit"))), steps)
  }
  attributes <- attributes(original)
  body(original) <- as.call(c(list(quote(`{`)), steps))
  attributes$srcref <- NULL
  attributes(original) <- attributes
  original
}

#' @rdname trace
.doTrace <- function(expr, msg) {
  if (!tracingState()) return(invisible())
  tracingState(FALSE)
  on.exit(tracingState(TRUE))
  if (!missing(msg)) {
    call <- deparse(sys.call(sys.parent(1L)), nlines = 1L)
    cat("Tracing", call, msg, "\n")
  }
  expr
  invisible()
}

#' @rdname trace
tracingState <- function(on = NULL) {
  old <- .traceState$on
  if (!is.null(on)) .traceState$on <- as.logical(on)
  old
}

.traceState <- list2env(list(on = TRUE), parent = emptyenv())

.primTrace <- function(obj) {
  trace(if (is.character(obj)) obj else deparse(substitute(obj)), where = .GlobalEnv)
}

.primUntrace <- function(obj) {
  untrace(if (is.character(obj)) obj else deparse(substitute(obj)), where = .GlobalEnv)
}
