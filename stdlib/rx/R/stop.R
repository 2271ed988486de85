# Errors of this package name the call by which the user entered it, not that of a
# helper behind it.
stop <- function(..., call. = TRUE, domain = NULL) {
  if (...length() == 1L && inherits(..1, "condition")) base::stop(..1)
  base::stop(simpleError(paste0(...), .Internal(rxUserCall())))
}
