#' Plotting of objects
#'
#' A generic function; methods draw objects of their class.
#'
#' @param x,y what to draw.
#' @param ... further arguments of methods.
#' @examples
#' plot.myClass <- function(x, y, ...) cat("drawn\n")
#' plot(structure(1, class = "myClass"))
plot <- function(x, y, ...) UseMethod("plot")
