#' Make a condition
#'
#' `simpleCondition`, `simpleError`, `simpleWarning` and `simpleMessage` return
#' a condition object with a message and a call; `errorCondition` and
#' `warningCondition` take classes and further fields too.
#'
#' @param message the text.
#' @param call the call to report, or `NULL`.
#' @examples
#' simpleError("bad value", quote(f(x)))
#' tryCatch(stop(simpleError("bad")), error = function(e) class(e))
simpleCondition <- function(message, call = NULL) {
  structure(
    class = c("simpleCondition", "condition"),
    list(message = message, call = call)
  )
}

#' @rdname simpleCondition
simpleError <- function(message, call = NULL) {
  structure(
    class = c("simpleError", "error", "condition"),
    list(message = as.character(message), call = call)
  )
}

#' @rdname simpleCondition
simpleWarning <- function(message, call = NULL) {
  structure(
    class = c("simpleWarning", "warning", "condition"),
    list(message = as.character(message), call = call)
  )
}

#' @rdname simpleCondition
simpleMessage <- function(message, call = NULL) {
  structure(
    class = c("simpleMessage", "message", "condition"),
    list(message = message, call = call)
  )
}

#' @rdname simpleCondition
#' @param ... further fields of the condition.
#' @param class classes in front of `"error"` or `"warning"`.
errorCondition <- function(message, ..., class = NULL, call = NULL) {
  structure(
    class = c(class, "error", "condition"),
    list(message = as.character(message), call = call, ...)
  )
}

#' @rdname simpleCondition
warningCondition <- function(message, ..., class = NULL, call = NULL) {
  structure(
    class = c(class, "warning", "condition"),
    list(message = as.character(message), call = call, ...)
  )
}

#' Message and call of a condition
#'
#' @param c a condition object.
#' @examples
#' e <- simpleError("bad value", quote(f(x)))
#' conditionMessage(e)
#' conditionCall(e)
conditionMessage <- function(c) UseMethod("conditionMessage")

conditionMessage.condition <- function(c) c$message

#' @rdname conditionMessage
conditionCall <- function(c) UseMethod("conditionCall")

conditionCall.condition <- function(c) c$call

print.condition <- function(x, ...) {
  text <- conditionMessage(x)
  call <- conditionCall(x)
  kind <- class(x)[1L]
  if (is.null(call)) {
    cat("<", kind, ": ", text, ">\n", sep = "")
  } else {
    cat("<", kind, " in ", paste(deparse(call), collapse = ""), ": ", text, ">\n",
        sep = "")
  }
  invisible(x)
}

as.character.condition <- function(x, ...) {
  .conditionText(x, class(x)[1L])
}

as.character.error <- function(x, ...) {
  .conditionText(x, "Error")
}

# "Kind in call: message" with a line feed, as conditions convert to text.
.conditionText <- function(x, kind) {
  call <- conditionCall(x)
  if (is.null(call)) return(paste0(kind, ": ", conditionMessage(x), "\n"))
  paste0(kind, " in ", deparse(call, nlines = 1L)[1L], ": ",
         conditionMessage(x), "\n")
}

#' Invoke a restart if there is one
#'
#' Like `invokeRestart`, but returns `NULL` invisibly if no such restart is
#' established.
#'
#' @param r the name of a restart, or a restart object.
#' @param ... arguments of the restart.
#' @examples
#' tryInvokeRestart("noSuchRestart")
#' withRestarts(tryInvokeRestart("double", 21), double = function(x) 2 * x)
tryInvokeRestart <- function(r, ...) {
  if (!isRestart(r)) r <- findRestart(r)
  if (is.null(r)) invisible(NULL) else invokeRestart(r, ...)
}

#' Find a restart
#'
#' The innermost restart of that name, or `NULL`.
#'
#' @param name the name.
#' @param cond a condition the restart must be applicable to, or `NULL`.
#' @examples
#' is.null(findRestart("muffleWarning"))
findRestart <- function(name, cond = NULL) {
  for (restart in computeRestarts(cond)) {
    if (identical(restart[[1L]], name)) return(restart)
  }
  NULL
}

#' @rdname findRestart
#' @param r,x an object.
isRestart <- function(x) inherits(x, "restart")

#' @rdname findRestart
restartDescription <- function(r) r$description

#' @rdname findRestart
restartFormals <- function(r) formals(r$handler)

print.restart <- function(x, ...) {
  cat("<restart:", x[[1L]], ">\n")
  invisible(x)
}
