#' Functions to access the call stack
#'
#' The calls, functions and frames of the functions that are running.
#'
#' @param which a frame number if positive, relative to the caller if negative.
#' @param n the number of generations to go back.
#' @examples
#' f <- function(x) sys.call()
#' f(1 + 2)
#' g <- function() parent.frame()
#' identical(g(), environment())
sys.call <- function(which = 0L) .Internal(sys.call(which))

#' @rdname sys.parent
sys.function <- function(which = 0L) .Internal(sys.function(which))

#' @rdname sys.parent
sys.frame <- function(which = 0L) .Internal(sys.frame(which))

#' @rdname sys.parent
sys.nframe <- function() .Internal(sys.nframe())

#' @rdname sys.parent
sys.parent <- function(n = 1L) .Internal(sys.parent(n))

#' @rdname sys.parent
sys.calls <- function() .Internal(sys.calls())

#' @rdname sys.parent
sys.frames <- function() .Internal(sys.frames())

#' @rdname sys.parent
sys.parents <- function() .Internal(sys.parents())

#' @rdname sys.parent
sys.on.exit <- function() .Internal(sys.on.exit())

#' @rdname sys.parent
sys.status <- function() {
  list(
    sys.calls = sys.calls(), sys.parents = sys.parents(),
    sys.frames = sys.frames()
  )
}

#' @rdname sys.parent
parent.frame <- function(n = 1) .Internal(parent.frame(n))

#' Argument matching
#'
#' A call with all its arguments named in full.
#'
#' @param definition the function; by default the one that asks.
#' @param call the call to be completed.
#' @param expand.dots should the arguments matching `...` be shown one by one?
#' @param envir where the `...` in `call` is found.
#' @examples
#' f <- function(x, number, ...) match.call()
#' f(1, num = 2, 3)
match.call <- function(definition = sys.function(sys.parent()),
                       call = sys.call(sys.parent()), expand.dots = TRUE,
                       envir = parent.frame(2L)) {
  if (missing(definition) && is.null(definition)) {
    stop("match.call() was called from outside a function")
  }
  .Internal(match.call(definition, call, expand.dots, envir))
}
