#' Arguments of a function
#'
#' A function with the same arguments and an empty body.
#'
#' @param name a function, or its name.
#' @examples
#' args(sapply)
args <- function(name) {
  if (is.character(name)) {
    found <- get0(name, mode = "function", envir = parent.frame())
    if (is.null(found)) stop(gettextf("could not find function \"%s\"", name), domain = NA)
    name <- found
  }
  .Internal(args(name))
}

#' Parts of a function
#'
#' `formals` and `body` get and set the arguments and the body of a closure;
#' `alist` makes a list of expressions for it.
#'
#' @param fun a function, or its name.
#' @param envir environment of the new function.
#' @param value the new arguments or body.
#' @param ... expressions, possibly empty.
#' @examples
#' f <- function(x) x
#' formals(f) <- alist(x = , y = 2)
#' body(f) <- quote(x + y)
#' f(1)
formals <- function(fun = sys.function(sys.parent()), envir = parent.frame()) {
  if (is.character(fun)) fun <- get(fun, mode = "function", envir = envir)
  .Internal(formals(fun))
}

#' @rdname formals
body <- function(fun = sys.function(sys.parent())) {
  if (is.character(fun)) fun <- get(fun, mode = "function", envir = parent.frame())
  .Internal(body(fun))
}

#' @rdname formals
`formals<-` <- function(fun, envir = environment(fun), value) {
  code <- body(fun)
  as.function(c(value, if (is.null(code) || is.list(code)) list(code) else code), envir)
}

#' @rdname formals
`body<-` <- function(fun, envir = environment(fun), value) {
  as.function(c(formals(fun), list(value)), envir)
}

#' @rdname formals
alist <- function(...) as.list(sys.call())[-1L]

#' Make a function
#'
#' @param x a list of arguments and, last, the body.
#' @param envir environment of the function.
#' @param ... further arguments of methods.
#' @examples
#' as.function(alist(a = , b = 2, a + b))(1)
as.function <- function(x, ...) UseMethod("as.function")

as.function.default <- function(x, envir = parent.frame(), ...) {
  if (is.function(x)) return(x)
  .Internal(as.function.default(x, envir))
}
