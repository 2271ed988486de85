#' Files of packages
#'
#' The full path of files of a package that is installed on this system; `""`
#' for those that do not exist. The packages inside Apus have no files of their
#' own.
#'
#' @param ... parts of paths; the package's folder if there are none.
#' @param package the name of the package.
#' @param lib.loc folders to look in.
#' @param mustWork is it an error that there is no such file?
#' @examples
#' system.file("no-such-file", package = "stats")
system.file <- function(..., package = "base", lib.loc = NULL,
                        mustWork = FALSE) {
  folder <- find.package(package, lib.loc, quiet = TRUE)
  places <- if (!length(folder)) character() else if (...length()) file.path(folder, ...) else folder
  places <- places[file.exists(places)]
  if (length(places)) return(places)
  if (mustWork) stop("no file found")
  ""
}
