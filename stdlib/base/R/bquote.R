#' Quote an expression with values filled in
#'
#' Terms in `.()` are replaced by their values, terms in `..()` spliced.
#'
#' @param expr the expression.
#' @param where where to evaluate the terms.
#' @param splice allow `..()`?
#' @examples
#' x <- 3
#' bquote(f(.(x), y))
#' bquote(f(..(list(1, 2))), splice = TRUE)
bquote <- function(expr, where = parent.frame(), splice = FALSE) {
  if (!is.environment(where)) where <- as.environment(where)
  isCallOf <- function(node, name) is.call(node) && identical(node[[1L]], name)
  unquote <- function(e) {
    if (is.pairlist(e)) {
      for (i in seq_along(e)) {
        # A formal argument without default is the empty symbol.
        if (!identical(e[[i]], quote(expr = ))) e[i] <- list(unquote(e[[i]]))
      }
      return(as.pairlist(e))
    }
    if (!is.call(e)) return(e)
    if (isCallOf(e, quote(.))) return(eval(e[[2L]], where))
    if (splice && isCallOf(e, quote(..))) {
      stop("can only splice inside a call", call. = FALSE)
    }
    as.call(unquote.list(e))
  }
  unquote.list <- function(e) {
    e <- as.list(e)
    filled <- vector("list", 0L)
    for (i in seq_along(e)) {
      part <- e[[i]]
      pieces <- e[i]
      if (splice && !missing(part) && isCallOf(part, quote(..))) {
        pieces <- eval(part[[2L]], where)
        if (!is.vector(pieces)) stop("can only splice vectors")
      } else if (!missing(part)) {
        pieces[1L] <- list(unquote(part))
      }
      filled <- c(filled, as.list(pieces))
    }
    filled
  }
  unquote(substitute(expr))
}
