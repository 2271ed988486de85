#' Is an object of all these classes?
#'
#' Unlike [inherits()], `isa` wants all classes of the object in `what`.
#'
#' @param x an object.
#' @param what names of classes.
#' @examples
#' isa(factor("a"), "factor")
#' isa(Sys.time(), c("POSIXct", "POSIXt"))
isa <- function(x, what) {
  if (isS4(x)) return(methods::is(x, what))
  all(class(x) %in% what)
}
