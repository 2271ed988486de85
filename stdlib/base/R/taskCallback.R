#' Functions that run after each top-level expression
#'
#' `addTaskCallback` has a function called after each expression that is
#' evaluated at top level, as long as it answers `TRUE`.
#' `taskCallbackManager` makes an object that keeps several such functions.
#'
#' @param f a function of the expression, its value, whether it succeeded and
#'   whether it was printed; with `data` of a fifth argument.
#' @param data a fifth argument for `f`.
#' @param name,id the name of the callback, or its number.
#' @param handlers functions the manager begins with.
#' @param registered is the manager called already?
#' @param verbose tell what the manager does?
#' @examples
#' id <- addTaskCallback(function(expr, value, ok, visible) FALSE)
#' getTaskCallbackNames()
#' removeTaskCallback(id)
addTaskCallback <- function(f, data = NULL, name = character()) {
  if (!is.function(f)) stop("handler must be a function")
  .Internal(addTaskCallback(f, data, !missing(data), as.character(name)))
}

#' @rdname addTaskCallback
removeTaskCallback <- function(id) {
  if (!is.character(id)) id <- as.integer(id)
  .Internal(removeTaskCallback(id))
}

#' @rdname addTaskCallback
getTaskCallbackNames <- function() .Internal(getTaskCallbackNames())

#' @rdname addTaskCallback
taskCallbackManager <- function(handlers = list(), registered = FALSE,
                                verbose = FALSE) {
  suspended <- FALSE
  add <- function(f, data = NULL, name = NULL, register = TRUE) {
    if (is.null(name)) name <- as.character(length(handlers) + 1L)
    entry <- list(f = f)
    if (!missing(data)) entry$data <- data
    handlers[[name]] <<- entry
    if (!registered && register) {
      addTaskCallback(evaluate, name = "R-taskCallbackManager")
      registered <<- TRUE
    }
    name
  }
  remove <- function(which) {
    if (length(which) != 1L) stop("'which' must be of length 1")
    place <- if (is.character(which)) match(which, names(handlers)) else as.integer(which)
    if (is.na(place) || place > length(handlers)) stop("no such element")
    handlers <<- handlers[-place]
    TRUE
  }
  evaluate <- function(expr, value, ok, visible) {
    if (suspended) return(TRUE)
    for (name in names(handlers)) {
      entry <- handlers[[name]]
      stays <- if ("data" %in% names(entry)) {
        entry$f(expr, value, ok, visible, entry$data)
      } else entry$f(expr, value, ok, visible)
      if (!isTRUE(stays)) {
        if (verbose) cat(gettextf("dropping %s", name), "\n")
        handlers[[name]] <<- NULL
      }
    }
    TRUE
  }
  suspend <- function(status = TRUE) suspended <<- status
  register <- function(name = "R-taskCallbackManager") {
    if (verbose) cat("Registering 'evaluate' as low-level callback\n")
    id <- addTaskCallback(evaluate, name = name)
    registered <<- TRUE
    id
  }
  list(add = add, evaluate = evaluate, remove = remove, register = register,
       suspend = suspend, callbacks = function() handlers)
}
