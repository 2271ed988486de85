#' What happens when a package is loaded
#'
#' `setLoadActions()` and `setLoadAction()` give a namespace functions that are called with
#' the namespace when it is loaded, after `.onLoad()`; a second action of a name takes the
#' place of the first. `evalOnLoad()` and `evalqOnLoad()` have an expression evaluated there.
#' `getLoadActions()` gives the actions, `hasLoadAction()` says whether there is one of a name.
#'
#' @param action,... functions of one argument, the namespace.
#' @param aname the name of the action; by default its number after a dot.
#' @param where,.where the namespace.
#' @param expr the expression: `evalqOnLoad()` takes it as it is written.
#' @examples
#' place <- new.env()
#' setLoadActions(first = function(ns) assign("count", 1, envir = ns), .where = place)
#' names(getLoadActions(place))
#' hasLoadAction("second", place)
setLoadAction <- function(action, aname = "", where = topenv(parent.frame())) {
  .assignActions(list(action), aname, where)
}

#' @rdname setLoadAction
setLoadActions <- function(..., .where = topenv(parent.frame())) {
  actions <- list(...)
  anames <- allNames(actions)
  .assignActions(actions, anames, .where)
}

#' @rdname setLoadAction
getLoadActions <- function(where = topenv(parent.frame())) {
  names <- get0(".__A__", envir = where, inherits = FALSE)
  if (is.null(names)) return(list())
  structure(lapply(paste0(".__A__", names), get, envir = where), names = names)
}

#' @rdname setLoadAction
hasLoadAction <- function(aname, where = topenv(parent.frame())) {
  aname %in% get0(".__A__", envir = where, inherits = FALSE)
}

#' @rdname setLoadAction
evalOnLoad <- function(expr, where = topenv(parent.frame()), aname = "") {
  force(expr)
  setLoadAction(function(ns) eval(expr, ns), aname, where)
}

#' @rdname setLoadAction
evalqOnLoad <- function(expr, where = topenv(parent.frame()), aname = "") {
  evalOnLoad(substitute(expr), where, aname)
}

# An action lies under its name in the namespace; `.__A__` holds the names in their order.
.assignActions <- function(actions, anames, where) {
  known <- get0(".__A__", envir = where, inherits = FALSE)
  isBare <- !nzchar(anames)
  anames[isBare] <- paste0(".", length(known) + seq_along(anames))[isBare]
  for (k in seq_along(actions)) {
    if (!is.function(actions[[k]])) stop("non-function action: ", sQuote(anames[k]), domain = NA)
    if (!is.primitive(actions[[k]]) && !length(formals(actions[[k]]))) {
      stop("action function ", sQuote(anames[k]), " has no arguments, should have at least 1",
           domain = NA)
    }
  }
  for (k in seq_along(actions)) {
    assign(paste0(".__A__", anames[k]), actions[[k]], envir = where)
  }
  assign(".__A__", unique(c(known, anames)), envir = where)
  invisible()
}
