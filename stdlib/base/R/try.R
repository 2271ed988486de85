#' Try an expression
#'
#' The value of `expr`; if it fails, its error message is printed and an object
#' of class `"try-error"` is returned invisibly. The condition is its attribute
#' `"condition"`.
#'
#' @param expr the expression.
#' @param silent keep the message to itself?
#' @param outFile where the message is printed.
#' @examples
#' try(log("a"))
#' inherits(try(stop("no"), silent = TRUE), "try-error")
try <- function(expr, silent = FALSE,
                outFile = getOption("try.outFile", default = stderr())) {
  tryCall <- sys.call()
  tryCatch(expr, error = function(e) {
    call <- conditionCall(e)
    # An error of `expr` itself carries the call of the catching machinery.
    if (is.call(call) && identical(call[[1L]], quote(doTryCatch))) {
      call <- tryCall
    }
    text <- .tryErrorText(call, conditionMessage(e))
    .Internal(seterrmessage(text))
    if (!silent && isTRUE(getOption("show.error.messages"))) {
      cat(text, file = outFile)
      .Internal(printDeferredWarnings())
    }
    invisible(structure(text, class = "try-error", condition = e))
  })
}

# "Error in call : message"; the message goes to a line of its own if the first
# line would become too long.
.tryErrorText <- function(call, message) {
  if (is.null(call)) return(paste0("Error : ", message, "\n"))
  code <- deparse(call, nlines = 1L)[1L]
  first <- strsplit(message, "\n", fixed = TRUE)[[1L]][1L]
  room <- 14L + nchar(code, type = "w") + nchar(first, type = "w")
  if (is.na(room)) {
    room <- 14L + nchar(code, type = "b") + nchar(first, type = "b")
  }
  separator <- if (isTRUE(room > 75L)) " : \n  " else " : "
  paste0("Error in ", code, separator, message, "\n")
}
