#' Vectorize a function
#'
#' A function that works as if `FUN` were called with each element of some of
#' its arguments in turn.
#'
#' @param FUN the function.
#' @param vectorize.args names of the arguments to vectorize.
#' @param SIMPLIFY,USE.NAMES as in [mapply()].
#' @examples
#' vrep <- Vectorize(rep.int)
#' vrep(1:3, 3:1)
Vectorize <- function(FUN, vectorize.args = arg.names, SIMPLIFY = TRUE,
                      USE.NAMES = TRUE) {
  arg.names <- as.list(formals(FUN))
  arg.names[["..."]] <- NULL
  arg.names <- names(arg.names)
  vectorize.args <- as.character(vectorize.args)
  if (!length(vectorize.args)) return(FUN)
  if (!all(vectorize.args %in% arg.names)) {
    stop("must specify names of formal arguments for 'vectorize'")
  }
  reserved <- c("FUN", "SIMPLIFY", "USE.NAMES", "vectorize.args")
  if (any(arg.names %in% reserved)) {
    stop("'FUN' may not have argument(s) named ",
         paste(sQuote(arg.names[arg.names %in% reserved]), collapse = ", "))
  }
  vectorized <- function() {
    args <- lapply(as.list(match.call())[-1L], eval, parent.frame())
    names <- if (is.null(names(args))) character(length(args)) else names(args)
    dovec <- names %in% vectorize.args
    do.call("mapply", c(
      FUN = FUN, args[dovec], MoreArgs = list(args[!dovec]),
      SIMPLIFY = SIMPLIFY, USE.NAMES = USE.NAMES
    ))
  }
  formals(vectorized) <- formals(FUN)
  environment(vectorized) <- environment()
  vectorized
}
