#' Apply a function and simplify
#'
#' `sapply` is [lapply()] that makes a vector or a matrix of the results where
#' that is possible; `simplify2array` is that step, and `replicate` evaluates an
#' expression many times.
#'
#' @param X a vector or list.
#' @param FUN a function, or its name.
#' @param ... further arguments of `FUN`.
#' @param simplify simplify to a vector or matrix; `"array"`: to an array.
#' @param USE.NAMES take the elements of a character `X` as names?
#' @param n number of evaluations.
#' @param expr the expression.
#' @param x a list.
#' @param higher may the result have more than two dimensions?
#' @param except which of the numbers of elements 0 and 1 stay plain vectors.
#' @examples
#' sapply(1:3, function(i) i^2)
#' sapply(c("a", "bb"), nchar)
#' sapply(1:3, function(i) c(low = i, high = 2 * i))
#' replicate(2, 1)
sapply <- function(X, FUN, ..., simplify = TRUE, USE.NAMES = TRUE) {
  FUN <- match.fun(FUN)
  answer <- lapply(X = X, FUN = FUN, ...)
  if (USE.NAMES && is.character(X) && is.null(names(answer))) {
    names(answer) <- X
  }
  if (!isFALSE(simplify) && length(answer)) {
    simplify2array(answer, higher = (simplify == "array"))
  } else {
    answer
  }
}

#' @rdname sapply
simplify2array <- function(x, higher = TRUE, except = c(0L, 1L)) {
  sizes <- unique(lengths(x))
  if (length(sizes) != 1L) return(x)
  if (sizes == 1L && 1L %in% except) return(.simplifyScalars(x))
  if (sizes == 0L && 0L %in% except) return(x)
  count <- length(x)
  flat <- unlist(x, recursive = FALSE, use.names = FALSE)
  first <- x[[1L]]
  if (higher) {
    shapes <- unique(lapply(x, dim))
    shape <- dim(first)
    if (length(shapes) == 1L && length(shape) > (sizes == 1L)) {
      parts <- dimnames(first)
      labels <- if (!is.null(parts) || !is.null(names(x))) {
        c(if (is.null(parts)) rep.int(list(NULL), length(shape)) else parts,
          list(names(x)))
      }
      if (length(flat) == prod(shape) * count) {
        return(array(flat, dim = c(shape, count), dimnames = labels))
      }
    }
  }
  if (length(flat) != sizes * count) return(x)
  labels <- if (!(is.null(inner <- names(first)) & is.null(names(x)))) {
    list(inner, names(x))
  }
  if (sizes == 1L) return(.simplifyScalars(x))
  array(flat, dim = c(sizes, count), dimnames = labels)
}

# One vector, or list, of elements of length one.
.simplifyScalars <- function(x) {
  flat <- unlist(x, recursive = FALSE)
  if (length(flat) == length(x)) flat else x
}

#' @rdname sapply
replicate <- function(n, expr, simplify = "array") {
  sapply(
    integer(n), eval.parent(substitute(function(...) expr)),
    simplify = simplify
  )
}
