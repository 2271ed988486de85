#' Step through a function
#'
#' `debug` marks a function: each of its calls stops before the first and then
#' before every statement, as `browser` does. `debugonce` does so for the next
#' call only, `undebug` removes the mark, `isdebugged` tells whether it is
#' there. `debuggingState` turns all marks off or on and returns how it was.
#'
#' @param fun a function or its name.
#' @param text,condition what `browserText` and `browserCondition` are to give.
#' @param signature the classes of the S4 method that is meant.
#' @examples
#' f <- function(x) x + 1
#' debug(f)
#' isdebugged(f)
#' undebug(f)
#' isdebugged(f)
debug <- function(fun, text = "", condition = NULL, signature = NULL) {
  if (!is.null(signature)) fun <- methods::selectMethod(fun, signature)
  .Internal(debug(fun, 2L, parent.frame()))
  invisible()
}

#' @rdname debug
debugonce <- function(fun, text = "", condition = NULL, signature = NULL) {
  if (!is.null(signature)) fun <- methods::selectMethod(fun, signature)
  .Internal(debug(fun, 1L, parent.frame()))
  invisible()
}

#' @rdname debug
undebug <- function(fun, signature = NULL) {
  if (!is.null(signature)) fun <- methods::selectMethod(fun, signature)
  if (isFALSE(.Internal(debug(fun, 0L, parent.frame())))) {
    warning("argument is not being debugged")
  }
  invisible()
}

#' @rdname debug
isdebugged <- function(fun, signature = NULL) {
  if (!is.null(signature)) fun <- methods::selectMethod(fun, signature)
  .Internal(isdebugged(fun, parent.frame()))
}

#' @rdname debug
#' @param on turn stepping on or off; `NULL` only asks.
#' @examples
#' debuggingState()
debuggingState <- function(on = NULL) .Internal(debuggingState(on))

#' The value that a function is about to return
#'
#' For code that `on.exit` runs: what the function returns, or `default` if it
#' ends in an error.
#'
#' @param default what to give if there is nothing.
#' @examples
#' f <- function(x) { on.exit(print(returnValue())); x + 1 }
#' f(1)
returnValue <- function(default = NULL) .Internal(returnValue(parent.frame(), default))
