#' Handle conditions
#'
#' `tryCatch` leaves the evaluation of `expr` for the first handler whose class a
#' signalled condition has, and gives that handler's value.
#' `withCallingHandlers` calls the handlers where the condition is signalled.
#'
#' @param expr the expression to evaluate.
#' @param ... handlers: functions of the condition, named by class.
#' @param finally an expression to evaluate in any case, at the end.
#' @examples
#' tryCatch(stop("oops"), error = function(e) conditionMessage(e),
#'          finally = cat("done\n"))
#' withCallingHandlers(
#'   {warning("careful"); "value"},
#'   warning = function(w) invokeRestart("muffleWarning")
#' )
tryCatch <- function(expr, ..., finally) .tryCatchFrame()

#' @rdname tryCatch
withCallingHandlers <- function(expr, ...) .withCallingHandlersFrame()

#' Signal a condition
#'
#' Offers a condition to the handlers that are established; `NULL` if all of them
#' return.
#'
#' @param cond a condition.
#' @examples
#' withCallingHandlers(
#'   signalCondition(simpleCondition("hello")),
#'   condition = function(c) cat("got it\n")
#' )
signalCondition <- function(cond) {
  if (!inherits(cond, "condition")) cond <- simpleCondition(cond)
  .Internal(signalCondition(cond, NULL, NULL))
}

#' Restarts
#'
#' `withRestarts` evaluates `expr` while the restarts named in `...` can be
#' invoked; `invokeRestart` leaves for one of them.
#'
#' @param expr the expression to evaluate.
#' @param ... restarts: functions, named; for `invokeRestart` their arguments.
#' @param r a restart or its name.
#' @param cond a condition.
#' @examples
#' withRestarts(invokeRestart("myRestart", 7), myRestart = function(x) x * 2)
withRestarts <- function(expr, ...) .withRestartsFrame()

#' @rdname withRestarts
computeRestarts <- function(cond = NULL) {
  restarts <- lapply(.Internal(computeRestarts()), function(restart) {
    fields <- c(
      unclass(restart),
      list(description = "", test = function(c) TRUE, interactive = NULL)
    )
    structure(fields, class = "restart")
  })
  abort <- structure(list("abort", NULL), class = "restart")
  c(restarts, list(abort))
}

#' @rdname withRestarts
invokeRestart <- function(r, ...) {
  if (!inherits(r, "restart")) {
    name <- r
    for (candidate in computeRestarts()) {
      if (identical(candidate[[1L]], name)) {
        r <- candidate
        break
      }
    }
    if (!inherits(r, "restart")) {
      # Back to the top level, which is always there.
      if (identical(name, "abort")) .Internal(abort())
      stop(gettextf("no 'restart' '%s' found", as.character(name)),
           domain = NA)
    }
  }
  .Internal(invokeRestart(r[[2L]], list(...)))
}

#' @rdname withRestarts
invokeRestartInteractively <- function(r) invokeRestart(r)

#' Error messages
#'
#' The last error message that was printed or caught by `try`.
#'
#' @examples
#' try(stop("no luck"), silent = TRUE)
#' geterrmessage()
geterrmessage <- function() .Internal(geterrmessage())

#' Handlers of everything
#'
#' `globalCallingHandlers` establishes calling handlers below all others, for the
#' rest of the session. Without arguments it gives those that are established, the
#' newest first; with `NULL` it removes them.
#'
#' @param ... functions of the condition, named by class, or a list of them.
#' @examples
#' globalCallingHandlers(warning = function(w) {
#'   cat("logged:", conditionMessage(w), "\n")
#'   invokeRestart("muffleWarning")
#' })
#' warning("careful")
#' names(globalCallingHandlers(NULL))
globalCallingHandlers <- function(...) {
  handlers <- list(...)
  known <- .Internal(globalHandlers())
  if (length(handlers) == 0L) return(known)
  if (length(handlers) == 1L && is.null(handlers[[1L]])) {
    .Internal(setGlobalHandlers(list(), character()))
    return(invisible(known))
  }
  if (length(handlers) == 1L && is.list(handlers[[1L]])) {
    handlers <- handlers[[1L]]
  }
  classes <- names(handlers)
  if (length(classes) != length(handlers) || !all(nzchar(classes))) {
    stop("condition handlers must be specified with a condition class")
  }
  if (!all(vapply(handlers, is.function, NA))) {
    stop("condition handlers must be functions")
  }
  known <- known[!.repeated(known, handlers)]
  established <- c(handlers, known)
  .Internal(setGlobalHandlers(established, names(established)))
  invisible(NULL)
}

# Which known handlers are among the new ones; each is announced.
.repeated <- function(known, new) {
  vapply(seq_along(known), function(k) {
    class <- names(known)[k]
    isSame <- vapply(new[names(new) == class], identical, NA, known[[k]])
    if (any(isSame)) {
      message(gettextf(
        "pushing duplicate `%s` handler on top of the stack", class
      ))
    }
    any(isSame)
  }, NA)
}

#' Interrupts
#'
#' Evaluate an expression while the user's interrupts are let through, or wait.
#'
#' @param expr the expression to evaluate.
#' @examples
#' suspendInterrupts(1 + 1)
allowInterrupts <- function(expr) expr

#' @rdname allowInterrupts
suspendInterrupts <- function(expr) expr

#' The calls that led to an error
#'
#' `traceback` prints the calls that led to the last error that nobody handled,
#' innermost first; `.traceback` gives them, each as lines of text.
#'
#' @param x a number: how many of the calls that run now to leave out; `NULL` for
#'   the last error.
#' @param max.lines how many lines of each call to show; all if negative.
#' @examples
#' f <- function() .traceback(0)
#' length(f())
traceback <- function(x = NULL,
                      max.lines = getOption(
                        "traceback.max.lines",
                        getOption("deparse.max.lines", -1L)
                      )) {
  calls <- .traceback(x, max.lines = max.lines)
  if (length(calls) == 0L) {
    cat(gettext("No traceback available"), "\n")
  } else {
    for (k in seq_along(calls)) {
      label <- paste0(length(calls) - k + 1L, ": ")
      indent <- strrep(" ", nchar(label))
      prefix <- c(label, rep_len(indent, length(calls[[k]]) - 1L))
      cat(paste0(prefix, calls[[k]]), sep = "\n")
    }
  }
  invisible(calls)
}

#' @rdname traceback
.traceback <- function(x = NULL,
                       max.lines = getOption(
                         "traceback.max.lines",
                         getOption("deparse.max.lines", -1L)
                       )) {
  calls <- if (is.null(x)) {
    .Internal(traceback())
  } else if (is.numeric(x)) {
    running <- lapply(rev(as.list(sys.calls())), deparse)
    if (x > 0) running[-seq_len(x)] else running
  } else {
    x
  }
  if (length(calls) == 0L) return(NULL)
  if (max.lines > 0L) {
    calls <- lapply(calls, function(lines) {
      if (length(lines) <= max.lines) return(lines)
      structure(lines[seq_len(max.lines)], truncated = TRUE)
    })
  }
  calls
}

#' Warning messages
#'
#' The warnings shown last at the top level.
#'
#' @param ... ignored.
#' @examples
#' warnings()
warnings <- function(...) {
  last <- .Internal(lastWarnings())
  if (length(last)) structure(last, class = "warnings") else NULL
}
