#' Apply a function to the leaves of a list
#'
#' @param object a list, or an expression.
#' @param f a function.
#' @param classes classes of the leaves that `f` is for.
#' @param deflt value for other leaves, unless `how` is `"replace"`.
#' @param how `"replace"` keeps the structure and the other leaves, `"list"`
#'   keeps the structure, `"unlist"` flattens it.
#' @param ... further arguments of `f`.
#' @examples
#' rapply(list(1, "a", list(3)), function(x) x * 2, classes = "numeric")
rapply <- function(object, f, classes = "ANY", deflt = NULL,
                   how = c("unlist", "replace", "list"), ...) {
  how <- match.arg(how)
  if (typeof(object) != "list" && !is.expression(object)) {
    stop("'object' must be a list or expression")
  }
  if (is.character(f)) {
    f <- get0(f, envir = parent.frame(), mode = "function")
  }
  if (!is.function(f)) stop("invalid 'f' argument")
  matches <- function(leaf) {
    identical(classes, "ANY") || any(class(leaf) %in% classes)
  }
  walk <- function(node) {
    if (is.null(node)) {
      if (how == "replace") node else list()
    } else if (is.list(node) || is.expression(node)) {
      result <- lapply(unclass(node), walk)
      if (how == "replace") {
        if (is.expression(node)) result <- as.expression(result)
        attributes(result) <- attributes(node)
      }
      result
    } else if (matches(node)) {
      f(node, ...)
    } else if (how == "replace") {
      node
    } else {
      deflt
    }
  }
  result <- walk(object)
  if (how == "unlist") unlist(result, recursive = TRUE) else result
}
