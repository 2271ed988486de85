#' Set operations
#'
#' Vectors as sets: without repeated elements.
#'
#' @param x,y,el,set vectors.
#' @examples
#' union(1:3, 2:5)
#' intersect(1:3, 2:5)
#' setdiff(1:3, 2:5)
#' setequal(1:3, 3:1)
#' is.element(2, 1:3)
union <- function(x, y) {
  x <- as.vector(x)
  y <- as.vector(y)
  unique(c(x, y))
}

#' @rdname union
intersect <- function(x, y) {
  if (is.null(x) || is.null(y)) return(NULL)
  x <- as.vector(x)
  y <- as.vector(y)
  c(x[!duplicated(unclass(x)) & match(x, y, 0L) > 0L], y[integer()])
}

#' @rdname union
setdiff <- function(x, y) {
  x <- as.vector(x)
  y <- as.vector(y)
  if (length(x) || length(y)) {
    x[!duplicated(unclass(x)) & match(x, y, 0L) == 0L]
  } else {
    x
  }
}

#' @rdname union
setequal <- function(x, y) {
  x <- as.vector(x)
  y <- as.vector(y)
  !(anyNA(match(x, y)) || anyNA(match(y, x)))
}

#' @rdname union
is.element <- function(el, set) match(el, set, 0L) > 0L
