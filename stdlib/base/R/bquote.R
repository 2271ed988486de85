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
  fill <- function(node) {
    if (is.pairlist(node)) {
      for (i in seq_along(node)) {
        # A formal argument without default is the empty symbol.
        if (!identical(node[[i]], quote(expr = ))) node[i] <- list(fill(node[[i]]))
      }
      return(as.pairlist(node))
    }
    if (!is.call(node)) return(node)
    if (isCallOf(node, quote(.))) return(eval(node[[2L]], where))
    if (isCallOf(node, quote(..)) && splice) stop("can only splice inside a call", call. = FALSE)
    parts <- as.list(node)
    filled <- vector("list", 0L)
    for (i in seq_along(parts)) {
      part <- parts[[i]]
      if (splice && !missing(part) && isCallOf(part, quote(..))) {
        filled <- c(filled, as.list(eval(part[[2L]], where)))
      } else if (missing(part)) {
        filled <- c(filled, parts[i])
      } else {
        value <- fill(part)
        filled <- c(filled, if (is.null(value)) list(NULL) else {
          one <- list(value)
          names(one) <- names(parts)[i]
          one
        })
      }
    }
    as.call(filled)
  }
  fill(substitute(expr))
}
