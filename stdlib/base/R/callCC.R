#' Call with an exit
#'
#' Calls `fun` with a function that ends the call of `callCC`; its argument becomes
#' the value.
#'
#' @param fun a function of one argument.
#' @examples
#' callCC(function(leave) { leave("early"); "late" })
callCC <- function(fun) {
  mark <- new.env()
  leave <- function(value) {
    stop(structure(
      class = c("callCCExit", "condition"),
      list(message = "", call = NULL, mark = mark, value = value)
    ))
  }
  receive <- function(exit) if (identical(exit$mark, mark)) exit$value else stop(exit)
  tryCatch(fun(leave), callCCExit = receive)
}
