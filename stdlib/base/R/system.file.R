#' Files of packages
#'
#' Packages are inside Apus and have no files of their own: the empty string.
#'
#' @param ...,package,lib.loc the file and the package.
#' @param mustWork is it an error that there is no such file?
#' @examples
#' system.file("DESCRIPTION", package = "stats")
system.file <- function(..., package = "base", lib.loc = NULL,
                        mustWork = FALSE) {
  if (mustWork) stop("no file found")
  ""
}
