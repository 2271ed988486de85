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
tryCatch <- function(expr, ..., finally) tryCatchFrame()

#' @rdname tryCatch
withCallingHandlers <- function(expr, ...) withCallingHandlersFrame()

#' Signal a condition
#'
#' Offers a condition to the handlers that are established; `NULL` if all of them
#' return.
#'
#' @param cond a condition.
#' @param message,call ignored.
#' @examples
#' withCallingHandlers(
#'   signalCondition(simpleCondition("hello")),
#'   condition = function(c) cat("got it\n")
#' )
signalCondition <- function(cond, message, call) {
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
withRestarts <- function(expr, ...) withRestartsFrame()

#' @rdname withRestarts
computeRestarts <- function(cond = NULL) .Internal(computeRestarts())

#' @rdname withRestarts
invokeRestart <- function(r, ...) {
  if (!inherits(r, "restart")) {
    name <- r
    for (candidate in computeRestarts()) {
      if (identical(candidate$name, name)) {
        r <- candidate
        break
      }
    }
    if (!inherits(r, "restart")) {
      stop(gettextf("no 'restart' '%s' found", as.character(name)),
           domain = NA)
    }
  }
  .Internal(invokeRestart(r$exit, list(...)))
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
