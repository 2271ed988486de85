#' Environments
#'
#' `environment` gives the environment of a function, or the one it is called
#' from; `new.env` makes one; `parent.env` is the enclosing one.
#'
#' @param fun a function, a formula, or NULL.
#' @param hash,size accepted for compatibility.
#' @param parent,value an environment.
#' @param env an object.
#' @examples
#' e <- new.env()
#' environmentName(parent.env(globalenv())) != ""
#' f <- function() environment()
#' is.environment(f())
environment <- function(fun = NULL) .Internal(environment(fun))

#' @rdname environment
new.env <- function(hash = TRUE, parent = parent.frame(), size = 29L)
  .Internal(new.env(hash, parent, size))

#' @rdname environment
parent.env <- function(env) .Internal(parent.env(env))

#' @rdname environment
`parent.env<-` <- function(env, value) .Internal(`parent.env<-`(env, value))

#' @rdname environment
environmentName <- function(env) .Internal(environmentName(env))

#' @rdname environment
env.profile <- function(env) .Internal(env.profile(env))

#' The top environment
#'
#' The first environment from `envir` outwards that is the global one, a
#' namespace or a package.
#'
#' @param envir where to start.
#' @param matchThisEnv an environment that counts too.
#' @examples
#' topenv()
topenv <- function(envir = parent.frame(),
                   matchThisEnv = getOption("topLevelEnvironment")) {
  while (!identical(envir, emptyenv())) {
    if (identical(envir, globalenv()) || identical(envir, baseenv()) ||
        .Internal(isNamespaceEnv(envir)) || identical(envir, matchThisEnv) ||
        any(c("name", ".packageName") %in% names(attributes(envir)))) {
      return(envir)
    }
    envir <- parent.env(envir)
  }
  globalenv()
}

#' Environments and lists
#'
#' @param x a list with names, or an environment.
#' @param envir,parent where the variables go, or what encloses a new
#'   environment.
#' @param hash,size accepted for compatibility.
#' @param all.names take names with a leading dot too?
#' @param sorted sort by name?
#' @param ... not used.
#' @examples
#' e <- list2env(list(a = 1, b = 2))
#' as.list(e, sorted = TRUE)
list2env <- function(x, envir = NULL, parent = parent.frame(),
                     hash = (length(x) > 100), size = max(29L, length(x))) {
  if (is.null(envir)) envir <- new.env(hash = hash, parent = parent, size = size)
  .Internal(list2env(x, envir))
}

#' Locks and active bindings
#'
#' A locked binding cannot be changed, a locked environment gets no new ones. An
#' active binding calls a function when it is read or set.
#'
#' @param env an environment.
#' @param bindings lock the bindings too?
#' @param sym a name.
#' @param fun a function.
#' @examples
#' e <- list2env(list(x = 1))
#' lockBinding("x", e)
#' bindingIsLocked("x", e)
#' makeActiveBinding("now", function() 42, e)
#' e$now
lockEnvironment <- function(env, bindings = FALSE)
  .Internal(lockEnvironment(env, bindings))

#' @rdname lockEnvironment
environmentIsLocked <- function(env) .Internal(environmentIsLocked(env))

#' @rdname lockEnvironment
lockBinding <- function(sym, env) .Internal(lockBinding(sym, env))

#' @rdname lockEnvironment
unlockBinding <- function(sym, env) .Internal(unlockBinding(sym, env))

#' @rdname lockEnvironment
bindingIsLocked <- function(sym, env) .Internal(bindingIsLocked(sym, env))

#' @rdname lockEnvironment
makeActiveBinding <- function(sym, fun, env)
  .Internal(makeActiveBinding(sym, fun, env))

#' @rdname lockEnvironment
bindingIsActive <- function(sym, env) .Internal(bindingIsActive(sym, env))

#' @rdname lockEnvironment
activeBindingFunction <- function(sym, env)
  .Internal(activeBindingFunction(sym, env))

.GlobalEnv <- globalenv()

.BaseNamespaceEnv <- asNamespace("base")
