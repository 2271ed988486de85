#' Debug what a call calls
#'
#' Marks the function that `call` would call, or the method of it, as `debug` and
#' `undebug` do; the call is returned, not evaluated.
#'
#' @param call a call.
#' @param once only for its next call?
#' @examples
#' area <- function(x) UseMethod("area")
#' area.default <- function(x) x^2
#' debugcall(area(3))
#' isdebugged(area.default)
#' undebugcall(area(3))
debugcall <- function(call, once = FALSE) {
  call <- substitute(call)
  (if (once) debugonce else debug)(called_function(call, parent.frame()))
  invisible(call)
}

#' @rdname debugcall
undebugcall <- function(call) {
  call <- substitute(call)
  undebug(called_function(call, parent.frame()))
  invisible(call)
}

# The function, or the method, that a call would call in a frame.
called_function <- function(call, frame) {
  if (!is.call(call)) stop("argument must be a function call")
  fun <- eval(call[[1L]], frame)
  if (!is.function(fun)) stop("argument must be a function call")
  if (methods::is(fun, "genericFunction")) {
    matched <- as.list(match.call(fun, call))[-1L]
    given <- lapply(fun@signature, function(name) {
      if (is.null(matched[[name]])) "missing" else class(eval(matched[[name]], frame))[1L]
    })
    return(methods::selectMethod(fun, unlist(given)))
  }
  if (is.primitive(fun) || !isS3stdGeneric(fun) || length(call) < 2L) return(fun)
  name <- names(isS3stdGeneric(fun))
  object <- eval(call[[2L]], frame)
  for (class in c(.class2(object), "default")) {
    method <- getS3method(name, class, optional = TRUE, envir = frame)
    if (!is.null(method)) return(method)
  }
  fun
}
