#' The standard connections
#'
#' @examples
#' stdout()
#' cat("to the error stream\n", file = stderr())
stdin <- function() .Internal(stdin())

#' @rdname stdin
stdout <- function() .Internal(stdout())

#' @rdname stdin
stderr <- function() .Internal(stderr())
