#' Apply a function to each element
#'
#' `lapply` returns a list of the values of `FUN` for the elements of `X`;
#' `vapply` puts them into a vector or an array of the type and the length of
#' `FUN.VALUE`, and checks each.
#'
#' @param X a vector or another object that [as.list()] knows.
#' @param FUN a function, or the name of one.
#' @param ... further arguments of `FUN`.
#' @param FUN.VALUE what a value looks like.
#' @param USE.NAMES take names from `X`, or `X` itself if it is character?
#' @examples
#' lapply(1:3, function(i) i^2)
#' vapply(list(a = 1:3, b = 4:6), sum, 0)
lapply <- function(X, FUN, ...) {
  FUN <- match.fun(FUN)
  if (!is.vector(X) || is.object(X)) X <- .elements(as.list(X))
  .Internal(lapply(X, FUN))
}

#' @rdname lapply
vapply <- function(X, FUN, FUN.VALUE, ..., USE.NAMES = TRUE) {
  FUN <- match.fun(FUN)
  if (!is.vector(X) || is.object(X)) X <- .elements(as.list(X))
  .Internal(vapply(X, FUN, FUN.VALUE, USE.NAMES))
}

# The elements of a list; those of an object as its method of `[[` gives them.
.elements <- function(list) {
  if (!is.object(list)) return(list)
  plain <- unclass(list)
  for (k in seq_along(plain)) plain[k] <- base::list(list[[k]])
  plain
}
