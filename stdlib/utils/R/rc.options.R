#' How lines are completed
#'
#' `rc.settings` switches kinds of completion in the console on and off, `rc.options` and
#' `rc.getOption` set and tell what follows completed names, `rc.status` shows the state.
#'
#' @param ops,ns,args,dots,func,ipck,S3,data,help,argdb,fuzzy,quotes,files `TRUE` or `FALSE`: parts
#'   after `$` and `@`, names in packages, arguments, arguments after dots, brackets after
#' functions, names of installed packages, arguments of methods, data sets, help topics, arguments
#' from a table, loose matches, strings, files. The console heeds `ops`, `ns`, `args`, `S3`, `help`
#' and `files`.
#' @param name the name of an option.
#' @param ... options to set, by name, or names of options to tell.
#' @examples
#' rc.getOption("package.suffix")
#' rc.settings(files = FALSE)
#' rc.settings()["files"]
#' rc.settings(files = TRUE)
rc.settings <- function(ops, ns, args, dots, func, ipck, S3, data, help, argdb, fuzzy, quotes,
                        files) {
  given <- as.list(match.call())[-1L]
  if (!length(given)) return(unlist(completion_state$settings))
  for (name in names(given)) {
    completion_state$settings[[name]] <- eval(given[[name]], parent.frame())
  }
  invisible()
}

#' @rdname rc.settings
rc.options <- function(...) {
  given <- list(...)
  if (!length(given)) return(completion_state$options)
  if (is.null(names(given)) && is.list(given[[1L]])) given <- given[[1L]]
  if (is.null(names(given))) return(completion_state$options[unlist(given)])
  old <- completion_state$options[names(given)]
  completion_state$options[names(given)] <- given
  invisible(old)
}

#' @rdname rc.settings
rc.getOption <- function(name) completion_state$options[[name]]

#' @rdname rc.settings
rc.status <- function() completion_state

completion_state <- list2env(list(
  attached_packages = character(), help_topics = character(), linebuffer = "", end = 1L,
  options = list(package.suffix = "::", funarg.suffix = "=", function.suffix = "("),
  settings = list(ops = TRUE, ns = TRUE, args = TRUE, dots = TRUE, func = FALSE, ipck = FALSE,
                  S3 = TRUE, data = TRUE, help = TRUE, argdb = TRUE, fuzzy = FALSE, files = TRUE,
                  quotes = TRUE)), parent = emptyenv())

completes <- function(what) isTRUE(completion_state$settings[[what]])
