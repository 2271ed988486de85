#' Is it a primitive function?
#'
#' @param x an object.
#' @examples
#' is.primitive(sum)
#' is.primitive(mean)
is.primitive <- function(x) .Internal(is.primitive(x))
