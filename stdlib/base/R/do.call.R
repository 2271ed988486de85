#' Call a function with a list of arguments
#'
#' @param what a function, or the name of one.
#' @param args a list of arguments, possibly named.
#' @param quote shall calls and names among the arguments stay as they are?
#' @param envir where the call is evaluated.
#' @examples
#' do.call("sum", list(1, 2, 3))
#' do.call(paste, list("a", "b", sep = "-"))
do.call <- function(what, args, quote = FALSE, envir = parent.frame()) {
  if (!is.list(args)) stop("second argument must be a list")
  if (quote) args <- lapply(args, enquote)
  .Internal(do.call(what, args, envir))
}

#' @rdname do.call
#' @param cl a call or name.
enquote <- function(cl) as.call(list(quote(base::quote), cl))

#' Names in expressions
#'
#' `all.names` gives the names in an expression, `all.vars` those of variables,
#' each once.
#'
#' @param expr an expression.
#' @param functions give names of functions too?
#' @param max.names how many names at most; -1: all.
#' @param unique give each once?
#' @examples
#' all.names(quote(a + b * sin(c)))
#' all.vars(y ~ x + log(z))
all.names <- function(expr, functions = TRUE, max.names = -1L, unique = FALSE)
  .Internal(all.names(expr, functions, max.names, unique))

#' @rdname all.names
all.vars <- function(expr, functions = FALSE, max.names = -1L, unique = TRUE)
  .Internal(all.names(expr, functions, max.names, unique))
