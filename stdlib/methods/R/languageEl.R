#' Elements of language objects
#'
#' The elements of a call are its function and its arguments; those of `if`, `for` and `while`
#' their parts; those of a function its arguments with their defaults.
#'
#' @param object a call or a function.
#' @param which the number or name of the element.
#' @param value the new element.
#' @param symbol the name of a function, as a string.
#' @examples
#' languageEl(quote(f(x, y)), 2)
#' languageEl(quote(for (i in 1:3) print(i)), 1)
#' languageEl(function(x, y = 2) x, "y")
languageEl <- function(object, which) {
  if (is.function(object)) return(formals(object)[[which]])
  as.list(object)[[.languagePlace(object, which)]]
}

# The parts of a statement come after its keyword.
.languagePlace <- function(object, which) {
  isStatement <- is.numeric(which) && as.character(object[[1L]])[1L] %in% c("if", "for", "while")
  if (isStatement) which + 1 else which
}

#' @rdname languageEl
`languageEl<-` <- function(object, which, value) {
  if (is.function(object)) {
    formals(object)[[which]] <- value
    return(object)
  }
  place <- .languagePlace(object, which)
  if (identical(as.numeric(place), 1) && is.character(value)) value <- as.name(value)
  object[[place]] <- value
  object
}

#' @rdname languageEl
isGrammarSymbol <- function(symbol) FALSE
