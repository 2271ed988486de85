#' Names of the formal arguments
#'
#' @param def a function.
#' @examples
#' formalArgs(paste)
formalArgs <- function(def) names(formals(def))
