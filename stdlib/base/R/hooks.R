#' Hooks
#'
#' Functions to be called at certain events, such as when a package is loaded.
#'
#' @param hookName the name of the hook.
#' @param value a function, or for `action = "replace"` a list of them or `NULL`.
#' @param action where to put it among those that are there.
#' @param pkgname,event a package and what happens to it.
#' @examples
#' setHook("myHook", function(...) cat("called\n"))
#' length(getHook("myHook"))
#' packageEvent("stats", "attach")
setHook <- function(hookName, value, action = c("append", "prepend", "replace")) {
  action <- match.arg(action)
  old <- getHook(hookName)
  new <- switch(action,
    append = c(old, value),
    prepend = c(value, old),
    replace = if (is.null(value) || is.list(value)) value else list(value)
  )
  if (length(new)) assign(hookName, new, envir = .userHooksEnv, inherits = FALSE)
  else if (exists(hookName, envir = .userHooksEnv, inherits = FALSE)) {
    rm(list = hookName, envir = .userHooksEnv)
  }
  invisible()
}

#' @rdname setHook
getHook <- function(hookName) {
  get0(hookName, envir = .userHooksEnv, inherits = FALSE, ifnotfound = list())
}

#' @rdname setHook
packageEvent <- function(pkgname, event = c("onLoad", "attach", "detach", "onUnload")) {
  event <- match.arg(event)
  paste("UserHook", strsplit(pkgname, "_", fixed = TRUE)[[1L]][1L], event, sep = "::")
}

.userHooksEnv <- new.env(hash = FALSE, parent = baseenv())
