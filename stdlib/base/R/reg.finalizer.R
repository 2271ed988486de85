#' Functions to be called when an object goes
#'
#' Accepted for compatibility: memory is returned as soon as nothing refers to
#' it, and `f` is not called.
#'
#' @param e an environment.
#' @param f a function.
#' @param onexit not used.
#' @examples
#' reg.finalizer(new.env(), function(e) NULL)
reg.finalizer <- function(e, f, onexit = FALSE) {
  if (!is.environment(e)) {
    stop("first argument must be environment or external pointer")
  }
  if (!is.function(f)) stop("second argument must be a function")
  NULL
}
