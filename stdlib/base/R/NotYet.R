#' Features that are not there yet
#'
#' @param arg name of an argument that is not used.
#' @param error stop, or only warn?
#' @examples
#' try(.NotYetUsed("foo"))
.NotYetUsed <- function(arg, error = TRUE) {
  text <- gettextf("argument '%s' is not used (yet)", arg)
  if (error) stop(text, domain = NA, call. = FALSE)
  warning(text, domain = NA, call. = FALSE)
}

#' @rdname .NotYetUsed
.NotYetImplemented <- function() {
  stop(gettextf("'%s' is not implemented yet", as.character(sys.call(sys.parent())[[1L]])),
       call. = FALSE)
}
