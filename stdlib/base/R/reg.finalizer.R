#' Functions to be called when an object goes
#'
#' `f` is called with the environment when nothing else refers to it any more
#' (which [gc()] finds out), or at the end of the session.
#'
#' @param e an environment.
#' @param f a function of one argument.
#' @param onexit call it at the end of the session, if it was not called before?
#' @examples
#' e <- new.env()
#' reg.finalizer(e, function(e) cat("gone\n"))
#' rm(e)
#' invisible(gc())
reg.finalizer <- function(e, f, onexit = FALSE) {
  if (!is.environment(e)) {
    stop("first argument must be environment or external pointer")
  }
  if (!is.function(f)) stop("second argument must be a function")
  .Internal(reg.finalizer(e, f, onexit))
}
