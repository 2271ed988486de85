#' Show a message
#'
#' Signals a message condition; unless it is muffled its text goes to the
#' standard error stream. Returns `NULL` invisibly.
#'
#' @param ... pieces of the message, or one condition object.
#' @param domain ignored: messages are not translated.
#' @param appendLF should the text end with a line feed?
#' @examples
#' suppressMessages(message("not shown"))
#' tryCatch(message("a", 1), message = function(m) cat(conditionMessage(m)))
message <- function(..., domain = NULL, appendLF = TRUE) {
  condition <- if (...length() == 1L && inherits(..1, "condition")) {
    if (nargs() > 1L) warning("additional arguments ignored in message()")
    ..1
  } else {
    text <- .makeMessage(..., domain = domain, appendLF = appendLF)
    simpleMessage(text, sys.call())
  }
  withRestarts(
    {
      signalCondition(condition)
      cat(conditionMessage(condition), file = stderr(), sep = "")
    },
    muffleMessage = function() NULL
  )
  invisible()
}

#' Evaluate without messages
#'
#' The value of `expr`, with its messages muffled.
#'
#' @param expr the expression.
#' @param classes classes of messages to muffle.
#' @examples
#' suppressMessages({
#'   message("hidden")
#'   1
#' })
suppressMessages <- function(expr, classes = "message") {
  withCallingHandlers(expr, message = function(m) {
    if (inherits(m, classes)) tryInvokeRestart("muffleMessage")
  })
}

#' A message shown when a package is attached
#'
#' Like [message()], with a class that [suppressPackageStartupMessages()] knows.
#'
#' @param ... pieces of the message.
#' @param domain ignored: messages are not translated.
#' @param appendLF should the text end with a line feed?
#' @examples
#' suppressPackageStartupMessages(packageStartupMessage("hello"))
packageStartupMessage <- function(..., domain = NULL, appendLF = TRUE) {
  text <- .makeMessage(..., domain = domain, appendLF = appendLF)
  message(.packageStartupMessage(text, sys.call(-1L)))
}

#' A start-up message as a condition
#'
#' @param message the text.
#' @param call the call to report.
#' @examples
#' class(.packageStartupMessage("hello"))
.packageStartupMessage <- function(message, call = NULL) {
  structure(
    class = c("packageStartupMessage", "simpleMessage", "message", "condition"),
    list(message = message, call = call)
  )
}

#' Evaluate without start-up messages
#'
#' The value of `expr`, with the messages of attached packages muffled.
#'
#' @param expr the expression.
#' @examples
#' suppressPackageStartupMessages(library(stats))
suppressPackageStartupMessages <- function(expr) {
  withCallingHandlers(
    expr,
    packageStartupMessage = function(m) tryInvokeRestart("muffleMessage")
  )
}
