#' Options settings
#'
#' Sets and gets options that change how R computes and shows its results.
#' Setting gives the old values, invisibly.
#'
#' @param ... options as `name = value`, names as strings, or one list of them.
#' @param x the name of an option.
#' @param default the value for an option that is not set.
#' @examples
#' old <- options(digits = 3)
#' pi
#' options(old)
#' getOption("digits")
options <- function(...) {
  given <- list(...)
  if (length(given) == 1L && is.null(names(given))) {
    if (is.list(given[[1L]])) given <- given[[1L]]
    else if (is.null(given[[1L]])) return(invisible(list()))
    else given <- as.list(given[[1L]])
  }
  .Internal(options(given))
}

#' @rdname options
getOption <- function(x, default = NULL) {
  value <- .Internal(options(list(x)))[[1L]]
  if (is.null(value)) default else value
}

#' Terminate a session
#'
#' Ends the session with an exit status.
#'
#' @param save `"no"`, `"yes"`, `"ask"`, or `"default"`: what the command line
#'   says, else to ask at a terminal. What is saved are the variables, in
#'   `.RData`, and the history.
#' @param status the exit status of the process.
#' @param runLast whether to call the function `.Last`, if there is one.
#' @examples
#' \dontrun{quit(status = 3)}
quit <- function(save = "default", status = 0, runLast = TRUE) {
  .Internal(quit(save, status, runLast))
}

#' @rdname quit
q <- quit

#' Command line arguments
#'
#' The arguments the process was started with.
#'
#' @param trailingOnly only those after `--args`?
#' @examples
#' is.character(commandArgs())
commandArgs <- function(trailingOnly = FALSE) {
  arguments <- .Internal(commandArgs())
  if (!trailingOnly) return(arguments)
  place <- match("--args", arguments, 0L)
  if (place) arguments[-seq_len(place)] else character()
}

#' Register an S3 method
#'
#' Makes a function the method of a generic for a class, wherever it is called
#' from.
#'
#' @param genname the generic's name.
#' @param class the class.
#' @param method the function.
#' @param envir where a method given by name is found.
#' @examples
#' registerS3method("print", "greeting", function(x, ...) cat("Hello!\n"))
#' print(structure(1, class = "greeting"))
registerS3method <- function(genname, class, method, envir = parent.frame()) {
  if (is.character(method)) method <- get(method, envir = envir, mode = "function")
  if (!exists(genname, envir = envir, mode = "function")) {
    stop(simpleError(paste0("object '", genname, "' not found"),
      quote(get(genname, envir = envir))))
  }
  invisible(.Internal(registerS3method(genname, class, method)))
}
