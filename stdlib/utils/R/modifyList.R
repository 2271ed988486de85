#' Modify elements of a list
#'
#' Returns `x` with the elements of `val` set, recursively for lists.
#'
#' @param x,val named lists.
#' @param keep.null whether NULL is a value, else it removes the element.
#' @examples
#' str(modifyList(list(a = 1, b = list(c = 2)), list(b = list(c = 3, d = 4))))
modifyList <- function(x, val, keep.null = FALSE) {
  stopifnot(is.list(x), is.list(val))
  names <- names(val)
  for (name in names[nzchar(names)]) {
    nested <- name %in% names(x) && is.list(x[[name]]) && is.list(val[[name]])
    if (nested) {
      x[[name]] <- modifyList(x[[name]], val[[name]], keep.null = keep.null)
    } else if (keep.null && is.null(val[[name]])) {
      x[name] <- list(NULL)
    } else {
      x[[name]] <- val[[name]]
    }
  }
  x
}

#' Does an object have a name
#'
#' @param x an object.
#' @param name names to look for.
#' @examples
#' hasName(list(a = 1), c("a", "b"))
hasName <- function(x, name) match(name, names(x), nomatch = 0L) > 0L

#' Reshape a flat vector as its skeleton
#'
#' @param x a list to be marked for `relist`.
#' @examples
#' relist(unlist(as.relistable(list(a = 1, b = 2:3))))
as.relistable <- function(x) {
  if (!inherits(x, "relistable")) class(x) <- c("relistable", class(x))
  x
}

#' @rdname as.relistable
#' @examples
#' is.relistable(as.relistable(list(1)))
is.relistable <- function(x) inherits(x, "relistable")

#' @rdname as.relistable
#' @param flesh the flat vector.
#' @param skeleton a list of the structure wanted.
#' @examples
#' relist(1:3, list(a = 0, b = c(0, 0)))
relist <- function(flesh, skeleton = attr(flesh, "skeleton")) {
  if (is.null(skeleton)) {
    stop("The 'flesh' argument does not contain a skeleton attribute.\n",
         "Either ensure you unlist a relistable object, or specify the skeleton separately.")
  }
  UseMethod("relist", skeleton)
}

relist.default <- function(flesh, skeleton = attr(flesh, "skeleton")) {
  result <- flesh
  names(result) <- names(skeleton)
  result
}

relist.list <- function(flesh, skeleton = attr(flesh, "skeleton")) {
  position <- 1L
  result <- skeleton
  for (i in seq_along(skeleton)) {
    size <- length(unlist(skeleton[[i]]))
    part <- flesh[seq.int(position, length.out = size)]
    attr(part, "skeleton") <- NULL
    result[[i]] <- relist(part, skeleton[[i]])
    position <- position + size
  }
  result
}

relist.factor <- function(flesh, skeleton = attr(flesh, "skeleton")) {
  factor(levels(skeleton)[flesh], levels = levels(skeleton))
}

relist.matrix <- function(flesh, skeleton = attr(flesh, "skeleton")) {
  matrix(flesh, nrow(skeleton), ncol(skeleton), dimnames = dimnames(skeleton))
}

unlist.relistable <- function(x, recursive = TRUE, use.names = TRUE) {
  skeleton <- x
  class(x) <- setdiff(class(x), "relistable")
  result <- unlist(x, recursive, use.names)
  attr(result, "skeleton") <- skeleton
  result
}
