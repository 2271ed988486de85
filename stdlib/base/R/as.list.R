#' Lists of the parts of a value
#'
#' Elements of vectors, variables of environments, parts of calls, formals
#' and body of functions.
#'
#' @param x any value.
#' @param ... further arguments of methods.
#' @param all.names also names that begin with a dot?
#' @param sorted sort by name?
#' @examples
#' as.list(c(a = 1, b = 2))
#' as.list(quote(f(x, y = 2)))
#' as.list(function(x, y = 2) x)
as.list <- function(x, ...) UseMethod("as.list")

#' @rdname as.list
as.list.default <- function(x, ...) {
  if (typeof(x) == "S4") stop("no method for coercing this S4 class to a vector")
  if (typeof(x) == "list") x else as.vector(x, mode = "list")
}

#' @rdname as.list
as.list.function <- function(x, ...) c(formals(x), list(body(x)))

#' @rdname as.list
as.list.environment <- function(x, all.names = FALSE, sorted = FALSE, ...) {
  names <- ls(x, all.names = all.names, sorted = sorted)
  if (length(names)) mget(names, envir = x) else list()
}

#' Expression vectors
#'
#' @param x any value.
#' @param ... further arguments of methods.
#' @examples
#' as.expression(quote(a + b))
#' as.expression(1:2)
as.expression <- function(x, ...) UseMethod("as.expression")

#' @rdname as.expression
as.expression.default <- function(x, ...) {
  if (typeof(x) == "S4") stop("no method for coercing this S4 class to a vector")
  as.vector(x, mode = "expression")
}

#' NULL, whatever is given
#'
#' @param x any value.
#' @param ... further arguments of methods.
#' @examples
#' as.null(1:3)
as.null <- function(x, ...) UseMethod("as.null")

#' @rdname as.null
as.null.default <- function(x, ...) NULL

#' Pairlists
#'
#' @param x a list.
#' @examples
#' as.pairlist(list(a = 1))
as.pairlist <- function(x) .Internal(as.vector(x, "pairlist"))

#' Single precision, which R keeps as doubles
#'
#' @param x any vector.
#' @param ... further arguments of methods.
#' @examples
#' attributes(as.single(1:3))
as.single <- function(x, ...) UseMethod("as.single")

#' @rdname as.single
as.single.default <- function(x, ...) {
  structure(.Internal(as.vector(x, "double")), Csingle = TRUE)
}
