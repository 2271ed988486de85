#' Variables by name
#'
#' `assign` sets a variable, `get` and `get0` read one, `mget` reads several,
#' `exists` tells whether there is one.
#'
#' @param x a name; for `mget` names.
#' @param value a value.
#' @param pos,envir,where,frame the environment.
#' @param inherits look in enclosing environments too?
#' @param immediate not used.
#' @param mode the type of object wanted.
#' @param ifnotfound value if there is no such variable.
#' @examples
#' e <- new.env()
#' assign("n", 3, envir = e)
#' get("n", envir = e)
#' exists("m", envir = e, inherits = FALSE)
#' get0("m", envir = e, inherits = FALSE, ifnotfound = 0)
assign <- function(x, value, pos = -1, envir = as.environment(pos),
                   inherits = FALSE, immediate = TRUE)
  .Internal(assign(x, value, envir, inherits))

#' @rdname assign
get <- function(x, pos = -1L, envir = as.environment(pos), mode = "any",
                inherits = TRUE)
  .Internal(get(x, envir, mode, inherits))

#' @rdname assign
get0 <- function(x, envir = pos.to.env(-1L), mode = "any", inherits = TRUE,
                 ifnotfound = NULL)
  .Internal(get0(x, envir, mode, inherits, ifnotfound))

#' @rdname assign
exists <- function(x, where = -1,
                   envir = if (missing(frame)) as.environment(where)
                           else sys.frame(frame),
                   frame, mode = "any", inherits = TRUE)
  .Internal(exists(x, envir, mode, inherits))

#' @rdname assign
mget <- function(x, envir = as.environment(-1L), mode = "any", ifnotfound,
                 inherits = FALSE) {
  other <- if (!missing(ifnotfound)) as.list(ifnotfound)
  .Internal(mget(x, envir, mode, other, inherits))
}

#' Remove variables
#'
#' @param ... names or strings.
#' @param list character vector of names.
#' @param pos,envir the environment.
#' @param inherits look in enclosing environments too?
#' @examples
#' x <- 1
#' rm(x)
#' exists("x", inherits = FALSE)
rm <- function(..., list = character(), pos = -1, envir = as.environment(pos),
               inherits = FALSE) {
  dots <- match.call(expand.dots = FALSE)[["..."]]
  for (name in dots) {
    if (!is.symbol(name) && !is.character(name)) {
      stop("... must contain names or character strings")
    }
    list <- c(list, as.character(name))
  }
  .Internal(remove(list, envir, inherits))
}

#' @rdname rm
remove <- rm

#' List variables
#'
#' @param name,pos,envir the environment: itself, its place or its name on the
#'   search path.
#' @param all.names list names with a leading dot too?
#' @param pattern regular expression for the names.
#' @param sorted sort the names?
#' @examples
#' e <- list2env(list(b = 1, a = 2))
#' ls(e)
ls <- function(name, pos = -1L, envir = as.environment(pos),
               all.names = FALSE, pattern, sorted = TRUE) {
  if (!missing(name)) {
    pos <- tryCatch(name, error = function(e) e)
    if (inherits(pos, "error")) {
      name <- substitute(name)
      if (!is.character(name)) name <- deparse(name)
      warning(gettextf("%s converted to character string", sQuote(name)),
              domain = NA)
      pos <- name
    }
  }
  names <- .Internal(ls(envir, all.names, sorted))
  if (missing(pattern)) names else grep(pattern, names, value = TRUE)
}

#' @rdname ls
objects <- ls
