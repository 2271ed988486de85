#' Match an argument with its choices
#'
#' The choice that `arg` abbreviates, the first one if `arg` is the whole
#' vector of choices or `NULL`. `choices` defaults to the default value of the
#' argument in the calling function.
#'
#' @param arg a character vector, or `NULL`.
#' @param choices the choices.
#' @param several.ok may `arg` have more than one element?
#' @examples
#' centre <- function(type = c("mean", "median")) match.arg(type)
#' centre()
#' centre("med")
match.arg <- function(arg, choices, several.ok = FALSE) {
  if (missing(choices)) {
    depth <- sys.parent()
    defaults <- formals(sys.function(depth))
    name <- as.character(substitute(arg))
    choices <- eval(defaults[[name]], envir = sys.frame(depth))
  }
  if (is.null(arg)) return(choices[1L])
  if (!is.character(arg)) stop("'arg' must be NULL or a character vector")
  if (!several.ok) {
    if (identical(arg, choices)) return(arg[1L])
    if (length(arg) > 1L) stop("'arg' must be of length 1")
  } else if (length(arg) == 0L) {
    stop("'arg' must be of length >= 1")
  }
  index <- pmatch(arg, choices, nomatch = 0L, duplicates.ok = TRUE)
  if (all(index == 0L)) {
    quoted <- paste(dQuote(choices), collapse = ", ")
    format <- if (length(choices) == 1L) "'arg' should be %s" else "'arg' should be one of %s"
    stop(gettextf(format, quoted), domain = NA)
  }
  index <- index[index > 0L]
  if (!several.ok && length(index) > 1L) {
    stop("there is more than one match in 'match.arg'")
  }
  choices[index]
}
