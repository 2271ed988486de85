#' Evaluate an expression
#'
#' The value of an expression in an environment, a list or a data frame.
#'
#' @param expr an expression: what `quote` or `expression` gives.
#' @param envir where to evaluate: an environment, a list, a data frame or the
#'   number of a frame.
#' @param enclos where names are looked up that a list does not have.
#' @param n the number of generations to go back.
#' @examples
#' eval(quote(a + b), list(a = 1, b = 2))
#' e <- new.env()
#' evalq(x <- 5, e)
#' e$x
eval <- function(expr, envir = parent.frame(),
                 enclos = if (is.list(envir) || is.pairlist(envir))
                   parent.frame() else baseenv()) {
  .Internal(eval(expr, envir, enclos))
}

#' @rdname eval
evalq <- function(expr, envir = parent.frame(),
                  enclos = if (is.list(envir) || is.pairlist(envir))
                    parent.frame() else baseenv()) {
  .Internal(eval(substitute(expr), envir, enclos))
}

#' @rdname eval
eval.parent <- function(expr, n = 1) {
  p <- parent.frame(n + 1)
  eval(expr, p)
}

#' @rdname eval
local <- function(expr, envir = new.env()) {
  eval.parent(substitute(eval(quote(expr), envir)))
}

#' Evaluate and tell whether the value is visible
#'
#' A list of the value and of whether it would be printed.
#'
#' @param x an expression.
#' @examples
#' withVisible(x <- 1)$visible
withVisible <- function(x) .withVisibleFrame()

#' Force evaluation of an argument
#'
#' The argument itself; it is evaluated now.
#'
#' @param x an argument of the calling function.
#' @examples
#' f <- function(y) { force(y); function() y }
#' f(3)()
force <- function(x) x

#' Delay evaluation
#'
#' Binds a name to a promise: the value is computed when it is first used.
#'
#' @param x the name, a string.
#' @param value the expression.
#' @param eval.env where it is evaluated.
#' @param assign.env where the name is bound.
#' @examples
#' delayedAssign("lazy", {cat("now\n"); 1})
#' lazy
delayedAssign <- function(x, value, eval.env = parent.frame(1),
                          assign.env = parent.frame(1)) {
  .Internal(delayedAssign(x, substitute(value), eval.env, assign.env))
}
