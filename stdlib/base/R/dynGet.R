#' Look for a variable in the calling functions
#'
#' The value of `x` in the innermost calling function that has it.
#'
#' @param x the name.
#' @param ifnotfound the value if there is none; an error by default.
#' @param minframe the outermost frame to look in.
#' @param inherits look also where the functions were defined?
#' @examples
#' outer <- function() { secret <- 42; inner() }
#' inner <- function() dynGet("secret")
#' outer()
dynGet <- function(x, ifnotfound = stop(gettextf("%s not found", sQuote(x)), domain = NA),
                   minframe = 1L, inherits = FALSE) {
  frame <- sys.nframe() - 1L
  while (frame >= minframe) {
    place <- sys.frame(frame)
    if (exists(x, envir = place, inherits = inherits, mode = "any")) {
      return(get(x, envir = place, inherits = inherits, mode = "any"))
    }
    frame <- frame - 1L
  }
  ifnotfound
}
