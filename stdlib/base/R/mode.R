#' Mode of an object
#'
#' The kind of an object in the words of S; `storage.mode` tells integer and
#' double apart. Assignment converts.
#'
#' @param x an object.
#' @param value the new mode.
#' @examples
#' mode(1L)
#' storage.mode(1L)
#' x <- 1:2
#' storage.mode(x) <- "double"
mode <- function(x) {
  if (is.expression(x)) return("expression")
  if (is.call(x)) {
    called <- x[[1L]]
    return(if (is.name(called) && as.character(called) == "(") "(" else "call")
  }
  if (is.name(x)) return("name")
  switch(kind <- typeof(x),
    double = , integer = "numeric",
    closure = , builtin = , special = "function",
    kind
  )
}

#' @rdname mode
`mode<-` <- function(x, value) {
  if (storage.mode(x) == value) return(x)
  if (is.factor(x)) stop("invalid to change the storage mode of a factor")
  attributes <- attributes(x)
  convert <- get(paste0("as.", value), mode = "function")
  x <- convert(x)
  attributes$class <- NULL
  for (name in names(attributes)) attr(x, name) <- attributes[[name]]
  x
}

#' @rdname mode
storage.mode <- function(x) {
  switch(kind <- typeof(x),
    closure = , builtin = , special = "function",
    kind
  )
}

#' Kind of an object
#'
#' Its class, else whether it is a matrix or an array, else its mode.
#'
#' @param x an object.
#' @examples
#' data.class(matrix(1))
data.class <- function(x) {
  classes <- oldClass(x)
  if (length(classes)) return(classes[1L])
  rank <- length(dim(x))
  if (rank == 0L) mode(x) else if (rank == 2L) "matrix" else "array"
}
