#' Warn
#'
#' Signals a warning made of the pasted arguments, or the condition given as the
#' only argument. Returns the message invisibly.
#'
#' @param ... pieces of the message, or one condition object.
#' @param call. should the call of the caller be part of the message?
#' @param immediate. print now, even if warnings are deferred?
#' @param noBreaks. keep the message on one line?
#' @param domain ignored: messages are not translated.
#' @examples
#' withCallingHandlers(
#'   warning("watch out"),
#'   warning = function(w) {
#'     cat("caught:", conditionMessage(w), "\n")
#'     invokeRestart("muffleWarning")
#'   }
#' )
warning <- function(..., call. = TRUE, immediate. = FALSE, noBreaks. = FALSE,
                    domain = NULL) {
  if (...length() == 1L && inherits(..1, "condition")) {
    condition <- ..1
    if (nargs() > 1L) cat("additional arguments ignored in warning()\n",
                          sep = "", file = stderr())
    message <- conditionMessage(condition)
    withRestarts(
      {
        signalCondition(condition)
        .Internal(warnDefault(message, conditionCall(condition)))
      },
      muffleWarning = function() NULL
    )
    return(invisible(message))
  }
  message <- .makeMessage(..., domain = domain)
  .Internal(warning(call., immediate., noBreaks., message))
  invisible(message)
}

#' Evaluate without warnings
#'
#' The value of `expr`, with its warnings muffled.
#'
#' @param expr the expression.
#' @param classes classes of warnings to muffle.
#' @examples
#' suppressWarnings(as.integer("x"))
suppressWarnings <- function(expr, classes = "warning") {
  withCallingHandlers(
    expr,
    warning = function(w) if (inherits(w, classes)) tryInvokeRestart("muffleWarning")
  )
}
