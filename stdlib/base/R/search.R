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
