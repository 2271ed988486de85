#' Print values
#'
#' `print` shows its argument and gives it back invisibly. It is a generic
#' function: classes have methods of their own.
#'
#' @param x an object.
#' @param ... further arguments of methods.
#' @param useSource should a function be shown as it was written?
#' @examples
#' print(c(a = 1, b = 2.5))
#' print(table(c("x", "y", "x")))
print <- function(x, ...) UseMethod("print")

#' @rdname print
print.function <- function(x, useSource = TRUE, ...) {
  invisible(.Internal(print.function(x, useSource)))
}

print.simple.list <- function(x, ...) {
  print(noquote(cbind("_" = unlist(x))), ...)
}

print.listof <- function(x, ...) {
  labels <- names(x)
  if (is.null(labels)) labels <- paste("Component", seq_along(x))
  for (k in seq_along(x)) {
    cat(labels[k], ":\n")
    print(x[[k]], ...)
    cat("\n")
  }
  invisible(x)
}
