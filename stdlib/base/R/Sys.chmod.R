#' Modes, links and times of files
#'
#' `Sys.chmod` sets the permissions of files, `Sys.umask` the mask for new
#' files; `file.link` and `file.symlink` make links and `Sys.readlink` tells
#' where they go; `Sys.setFileTime` sets when files were changed; `Sys.glob`
#' expands wildcards.
#'
#' @param paths,path,from,to paths of files.
#' @param mode permissions: octal numbers as strings, or integers; `NA` only
#'   asks.
#' @param use_umask take away what the mask forbids?
#' @param time the time, as [as.POSIXct()] takes it.
#' @param dirmark end folders with a slash?
#' @examples
#' name <- tempfile()
#' file.create(name)
#' Sys.chmod(name, "600")
#' file.mode(name)
#' Sys.glob(file.path(tempdir(), "file*")) == name
#' unlink(name)
Sys.chmod <- function(paths, mode = "0777", use_umask = TRUE) {
  invisible(.Internal(Sys.chmod(paths, as.octmode(mode), use_umask)))
}

#' @rdname Sys.chmod
Sys.umask <- function(mode = NA) {
  old <- .Internal(Sys.umask(if (is.na(mode)) NA_integer_ else as.octmode(mode)))
  class(old) <- "octmode"
  if (is.na(mode)) old else invisible(old)
}

#' @rdname Sys.chmod
Sys.readlink <- function(paths) .Internal(Sys.readlink(paths))

#' @rdname Sys.chmod
Sys.setFileTime <- function(path, time) {
  if (!is.character(path)) stop("invalid 'path' argument")
  invisible(.Internal(Sys.setFileTime(path, as.double(as.POSIXct(time)))))
}

#' @rdname Sys.chmod
Sys.glob <- function(paths, dirmark = FALSE) .Internal(Sys.glob(paths, dirmark))

#' @rdname Sys.chmod
file.symlink <- function(from, to) .Internal(file.symlink(from, to))

#' @rdname Sys.chmod
file.link <- function(from, to) .Internal(file.link(from, to))

#' Full paths of commands
#'
#' Where the shell finds commands; `""` for those it does not find.
#'
#' @param names names of commands.
#' @examples
#' nzchar(Sys.which("sh"))
Sys.which <- function(names) {
  folders <- strsplit(Sys.getenv("PATH"), ":", fixed = TRUE)[[1L]]
  found <- vapply(as.character(names), function(name) {
    places <- if (grepl("/", name, fixed = TRUE)) name else file.path(folders, name)
    places <- places[file.access(places, 1L) == 0L & !dir.exists(places)]
    if (nzchar(name) && length(places)) places[1L] else ""
  }, "")
  names(found) <- names
  found
}

#' Show files
#'
#' Prints text files, one after the other.
#'
#' @param ... paths of files.
#' @param header a line above each.
#' @param title a line above all.
#' @param delete.file remove the files afterwards?
#' @param pager,encoding ignored: the text goes to the output.
#' @examples
#' name <- tempfile()
#' writeLines("hello", name)
#' file.show(name)
#' unlink(name)
file.show <- function(..., header = rep("", nfiles), title = "R Information",
                      delete.file = FALSE, pager = getOption("pager"),
                      encoding = "") {
  files <- c(...)
  nfiles <- length(files)
  if (nfiles == 0L) return(invisible(NULL))
  for (k in seq_len(nfiles)) {
    if (nzchar(header[k])) cat(header[k], "\n\n", sep = "")
    if (file.exists(files[k])) writeLines(readLines(files[k], warn = FALSE))
    else cat("NO FILE ", files[k], "\n\n", sep = "")
    cat("\n")
  }
  if (delete.file) unlink(files)
  invisible(NULL)
}

#' Choose a file
#'
#' Asks for the path of a file.
#'
#' @param new may the file be a new one?
#' @examples
#' \dontrun{readLines(file.choose())}
file.choose <- function(new = FALSE) {
  path <- readline("Enter file name: ")
  if (!nzchar(path)) stop("file choice cancelled")
  path.expand(path)
}
