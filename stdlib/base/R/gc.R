#' Memory
#'
#' `gc` is accepted for compatibility: memory is returned as soon as nothing
#' refers to it. `reg.finalizer` accepts a function to be called at the end.
#'
#' @param verbose,reset,full,e,f,onexit accepted for compatibility.
#' @examples
#' dim(gc())
gc <- function(verbose = getOption("verbose"), reset = FALSE, full = TRUE) {
  names <- c("used", "(Mb)", "gc trigger", "(Mb)", "max used", "(Mb)")
  matrix(.Internal(gc()), 2L, 6L,
         dimnames = list(c("Ncells", "Vcells"), names))
}

#' @rdname gc
gcinfo <- function(verbose) invisible(FALSE)

#' @rdname gc
reg.finalizer <- function(e, f, onexit = FALSE) {
  if (!is.environment(e)) {
    stop("first argument must be environment or external pointer")
  }
  if (!is.function(f)) stop("second argument must be a function")
  NULL
}
