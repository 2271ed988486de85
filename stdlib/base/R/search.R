#' The search path
#'
#' `search` lists it, `attach` puts variables of a list or a data frame on it,
#' `detach` takes an entry off.
#'
#' @param what a list, a data frame or an environment.
#' @param pos the place.
#' @param name the name of the entry; for `detach` name or number.
#' @param warn.conflicts say which variables are hidden?
#' @param unload,force accepted for compatibility.
#' @param character.only is `name` a string to be evaluated?
#' @examples
#' attach(list(attached = 5), name = "mine")
#' attached
#' detach("mine")
search <- function() .Internal(search())

#' @rdname search
attach <- function(what, pos = 2L,
                   name = deparse1(substitute(what), backtick = FALSE),
                   warn.conflicts = TRUE) {
  if (!is.list(what) && !is.environment(what) && !is.null(what)) {
    stop("'attach' only works for lists, data frames and environments")
  }
  added <- .Internal(attach(what, pos, name))
  if (warn.conflicts) .tellHidden(added, name)
  invisible(added)
}

# A message about variables of an attached environment that hide others, and
# those that are hidden by variables before it.
.tellHidden <- function(added, name) {
  names <- ls(added)
  hidden <- names[names %in% ls(globalenv())]
  if (length(hidden)) {
    message("The following ",
            if (length(hidden) > 1L) "objects are" else "object is",
            " masked _by_ .GlobalEnv:\n\n    ",
            paste(hidden, collapse = ", "), "\n")
  }
  path <- search()
  for (place in seq_along(path)[-(1:2)]) {
    other <- as.environment(place)
    both <- names[vapply(names, exists, NA, envir = other, inherits = FALSE)]
    both <- both[vapply(both, function(n) {
      is.function(get(n, envir = other)) == is.function(get(n, envir = added))
    }, NA)]
    if (length(both)) {
      message("The following ",
              if (length(both) > 1L) "objects are" else "object is",
              " masked from ", path[place], ":\n\n    ",
              paste(both, collapse = ", "), "\n")
    }
  }
}

#' @rdname search
detach <- function(name, pos = 2L, unload = FALSE, character.only = FALSE,
                   force = FALSE) {
  if (!missing(name)) {
    if (!character.only) name <- substitute(name)
    pos <- if (is.numeric(name)) {
      name
    } else {
      if (!is.character(name)) name <- deparse(name)
      match(name, search())
    }
    if (is.na(pos)) stop("invalid 'name' argument")
  }
  invisible(.Internal(detach(pos)))
}

# Names of the packages on the search path.
.packages <- function(all.available = FALSE, lib.loc = NULL) {
  path <- search()
  invisible(substring(path[startsWith(path, "package:")], 9L))
}

#' Namespaces
#'
#' @param ns,name a namespace or the name of a package.
#' @param base.OK is base allowed?
#' @examples
#' isNamespaceLoaded("stats")
#' environmentName(asNamespace("stats"))
asNamespace <- function(ns, base.OK = TRUE) {
  if (is.character(ns) || is.name(ns)) ns <- getNamespace(ns)
  if (!isNamespace(ns)) stop("not a namespace")
  if (!base.OK && identical(ns, .BaseNamespaceEnv)) {
    stop("operation not allowed on base namespace")
  }
  ns
}

#' @rdname asNamespace
getNamespace <- function(name) {
  if (is.environment(name)) return(name)
  found <- .Internal(getRegisteredNamespace(name))
  if (is.null(found)) loadNamespace(name) else found
}

#' @rdname asNamespace
isNamespace <- function(ns) .Internal(isNamespaceEnv(ns))

#' @rdname asNamespace
isNamespaceLoaded <- function(name)
  is.environment(name) && isNamespace(name) ||
    !is.null(.Internal(getRegisteredNamespace(name)))

#' @rdname asNamespace
isBaseNamespace <- function(ns) identical(ns, .BaseNamespaceEnv)

#' @rdname asNamespace
loadedNamespaces <- function() .Internal(loadedNamespaces())

#' @rdname asNamespace
#' @param package a package.
#' @param ...,lib.loc accepted for compatibility.
loadNamespace <- function(package, lib.loc = NULL, ...) {
  found <- .Internal(getRegisteredNamespace(package))
  if (!is.null(found)) return(found)
  stop(structure(
    class = c("packageNotFoundError", "error", "condition"),
    list(message = gettextf("there is no package called %s",
                            sQuote(as.character(package))),
         call = sys.call(), package = package, lib.loc = lib.loc)
  ))
}

#' @rdname asNamespace
#' @param quietly say nothing?
requireNamespace <- function(package, ..., quietly = FALSE) {
  invisible(!inherits(try(loadNamespace(package), silent = TRUE), "try-error"))
}

.BaseNamespaceEnv <- .Internal(getRegisteredNamespace("base"))

.GlobalEnv <- globalenv()
