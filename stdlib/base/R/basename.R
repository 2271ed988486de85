#' Parts of file names
#'
#' `basename` is what follows the last slash, `dirname` what precedes it,
#' `file.path` joins names, `path.expand` replaces `~` by the home directory,
#' `normalizePath` gives absolute names without links.
#'
#' @param path,... names of files.
#' @param fsep the separator.
#' @param winslash ignored.
#' @param mustWork is it an error if there is no such file?
#' @examples
#' basename("/usr/lib/file.txt")
#' dirname("/usr/lib/file.txt")
#' file.path("a", "b", c("c", "d"))
basename <- function(path) .Internal(basename(path))

#' @rdname basename
dirname <- function(path) .Internal(dirname(path))

#' @rdname basename
file.path <- function(..., fsep = .Platform$file.sep) {
  pieces <- lapply(list(...), function(x) if (is.object(x)) as.character(x) else x)
  .Internal(file.path(pieces, fsep))
}

#' @rdname basename
path.expand <- function(path) .Internal(path.expand(path))

#' @rdname basename
normalizePath <- function(path, winslash = "\\", mustWork = NA) {
  .Internal(normalizePath(path, winslash, mustWork))
}
