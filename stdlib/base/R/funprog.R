#' Common higher-order functions
#'
#' `Reduce` combines the elements of `x` with a function of two arguments,
#' `Filter` returns those for which `f` is true, `Map` applies `f` to
#' corresponding elements, `Find` and `Position` return the first element for
#' which `f` is true, or its index, and `Negate` returns the function that is
#' true where `f` is false.
#'
#' @param f a function.
#' @param x a vector.
#' @param init a first (from the right: last) element to start with.
#' @param right start from the right?
#' @param accumulate return all intermediate results?
#' @param nomatch the value if no element is found.
#' @param ... vectors.
#' @examples
#' Reduce(`+`, 1:5, accumulate = TRUE)
#' Filter(function(x) x > 2, 1:4)
#' Map(function(x, y) x + y, 1:2, 3:4)
#' Position(is.character, list(1, "a"))
#' Negate(is.null)(1)
Reduce <- function(f, x, init, right = FALSE, accumulate = FALSE) {
  f <- match.fun(f)
  if (!is.vector(x) || is.object(x)) x <- as.list(x)
  hasStart <- !missing(init)
  order <- if (right) rev(seq_along(x)) else seq_along(x)
  if (!hasStart) {
    if (length(x) == 0L) return(NULL)
    init <- x[[order[1L]]]
    order <- order[-1L]
  }
  if (!accumulate) {
    if (right) {
      for (i in order) init <- forceAndCall(2, f, x[[i]], init)
    } else {
      for (i in order) init <- forceAndCall(2, f, init, x[[i]])
    }
    return(init)
  }
  steps <- vector("list", length(order) + 1L)
  # The step before the first element, or behind the last one, is where it starts.
  shift <- if (right) 0L else as.integer(hasStart)
  start <- if (right) length(steps) else 1L
  # As in GNU R, a step that is NULL is left out.
  steps[[start]] <- init
  if (right) {
    for (i in order) {
      init <- forceAndCall(2, f, x[[i]], init)
      steps[[i]] <- init
    }
  } else {
    for (i in order) {
      init <- forceAndCall(2, f, init, x[[i]])
      steps[[i + shift]] <- init
    }
  }
  if (all(lengths(steps) == 1L)) unlist(steps, recursive = FALSE) else steps
}

#' @rdname Reduce
Filter <- function(f, x) {
  f <- match.fun(f)
  # As a variable of its own it is called like any closure: `f` runs below it.
  unlist <- unlist
  chosen <- as.logical(unlist(lapply(x, f)))
  x[which(chosen)]
}

#' @rdname Reduce
Map <- function(f, ...) {
  f <- match.fun(f)
  mapply(FUN = f, ..., SIMPLIFY = FALSE)
}

#' @rdname Reduce
Negate <- function(f) {
  f <- match.fun(f)
  function(...) !f(...)
}

#' @rdname Reduce
Position <- function(f, x, right = FALSE, nomatch = NA_integer_) {
  f <- match.fun(f)
  for (i in if (right) rev(seq_along(x)) else seq_along(x)) {
    if (f(x[[i]])) return(i)
  }
  nomatch
}

#' @rdname Reduce
Find <- function(f, x, right = FALSE, nomatch = NULL) {
  index <- Position(f, x, right, nomatch = 0L)
  if (index > 0L) x[[index]] else nomatch
}

#' Identity function
#'
#' Returns its argument.
#'
#' @param x any object.
#' @examples
#' identity(3)
identity <- function(x) x
