#' Find a function
#'
#' `FUN` itself if it is a function; else the function of that name as seen from
#' the caller of the calling function.
#'
#' @param FUN a function, a symbol or a string.
#' @param descend skip objects that are not functions?
#' @examples
#' match.fun("mean")(1:4)
match.fun <- function(FUN, descend = TRUE) {
  if (is.function(FUN)) return(FUN)
  if (!(is.character(FUN) && length(FUN) == 1L || is.symbol(FUN))) {
    FUN <- eval.parent(substitute(substitute(FUN)), 1)
    if (!is.symbol(FUN)) {
      stop(gettextf("'%s' is not a function, character or symbol",
                    deparse(FUN)), domain = NA)
    }
  }
  envir <- parent.frame(2)
  if (descend) {
    return(get(as.character(FUN), mode = "function", envir = envir))
  }
  FUN <- get(as.character(FUN), mode = "any", envir = envir)
  if (!is.function(FUN)) {
    stop(gettextf("found non-function '%s'", FUN), domain = NA)
  }
  FUN
}
