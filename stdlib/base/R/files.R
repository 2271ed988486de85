#' File manipulation
#'
#' Whether files exist, and creating, removing, renaming and copying them.
#'
#' @param ...,file1,file2,from,to paths.
#' @param showWarnings should a failure give a warning?
#' @param overwrite replace files that exist? By default when folders are copied.
#' @param recursive copy folders with what is in them?
#' @param copy.mode,copy.date keep permissions and times?
#' @examples
#' f <- tempfile()
#' file.create(f)
#' file.exists(f)
#' file.remove(f)
file.exists <- function(...) .Internal(file.exists(c(...)))

#' @rdname file.exists
file.create <- function(..., showWarnings = TRUE) {
  if (showWarnings) .Internal(file.create(c(...)))
  else suppressWarnings(.Internal(file.create(c(...))))
}

#' @rdname file.exists
file.remove <- function(...) .Internal(file.remove(c(...)))

#' @rdname file.exists
file.rename <- function(from, to) .Internal(file.rename(from, to))

#' @rdname file.exists
file.append <- function(file1, file2) .Internal(file.append(file1, file2))

#' @rdname file.exists
file.copy <- function(from, to, overwrite = recursive, recursive = FALSE,
                      copy.mode = TRUE, copy.date = FALSE) {
  if (!length(from)) return(logical())
  if (length(to) == 1L && dir.exists(to)) {
    to <- file.path(to, basename(from))
  } else if (length(to) != length(from)) {
    stop("more 'from' files than 'to' files")
  }
  okay <- file.exists(from)
  if (!overwrite) okay <- okay & !file.exists(to)
  okay[okay] <- .Internal(file.copy(from[okay], to[okay]))
  okay
}

#' @rdname file.exists
dir.exists <- function(paths) .Internal(dir.exists(paths))

#' @rdname file.exists
dir.create <- function(path, showWarnings = TRUE, recursive = FALSE,
                       mode = "0777") {
  invisible(.Internal(dir.create(
    path, showWarnings, recursive, strtoi(mode, 8L)
  )))
}

#' @rdname file.exists
unlink <- function(x, recursive = FALSE, force = FALSE, expand = TRUE) {
  invisible(.Internal(unlink(as.character(x), recursive, force)))
}

#' Names of files
#'
#' The files of folders, sorted.
#'
#' @param path folders.
#' @param pattern a regular expression for the names.
#' @param all.files also those whose name starts with a dot?
#' @param full.names with the folder before the name?
#' @param recursive also those in folders below?
#' @param ignore.case is `pattern` case-insensitive?
#' @param include.dirs with `recursive`, also the folders?
#' @param no.. leave out `.` and `..`?
#' @examples
#' d <- tempfile(); dir.create(d)
#' file.create(file.path(d, c("b.csv", "a.R")))
#' list.files(d)
#' list.files(d, pattern = "R$")
list.files <- function(path = ".", pattern = NULL, all.files = FALSE,
                       full.names = FALSE, recursive = FALSE,
                       ignore.case = FALSE, include.dirs = FALSE,
                       no.. = FALSE) {
  found <- character()
  for (folder in path) {
    names <- .Internal(list.files(folder, all.files, recursive, include.dirs))
    if (all.files && !recursive && !no..) names <- c(".", "..", names)
    if (!is.null(pattern)) {
      names <- names[grepl(pattern, basename(names), ignore.case = ignore.case)]
    }
    found <- c(found, if (full.names && length(names)) {
      file.path(folder, names)
    } else {
      names
    })
  }
  sort(found)
}

#' @rdname list.files
dir <- list.files

#' @rdname list.files
list.dirs <- function(path = ".", full.names = TRUE, recursive = TRUE) {
  names <- .Internal(list.files(path, TRUE, recursive, TRUE))
  names <- sort(names[dir.exists(file.path(path, names))])
  if (full.names) c(if (recursive) path, file.path(path, names))
  else c(if (recursive) "", names)
}

#' File information
#'
#' A data frame of sizes, modes and times, a row for each path.
#'
#' @param ... paths.
#' @param extra_cols also the owner?
#' @param names,mode paths and what to test: 0 existence, 1 execute, 2 write,
#'   4 read.
#' @examples
#' f <- tempfile(); cat("12345", file = f)
#' file.size(f)
#' file.info(f)$isdir
file.info <- function(..., extra_cols = TRUE) {
  paths <- c(...)
  if (!is.character(paths)) stop("invalid filename argument")
  columns <- .Internal(file.info(paths))
  names(columns) <- c(
    "size", "isdir", "mode", "mtime", "ctime", "atime", "uid", "gid",
    "uname", "grname"
  )
  class(columns$mode) <- "octmode"
  for (name in c("mtime", "ctime", "atime")) {
    columns[[name]] <- .POSIXct(columns[[name]])
  }
  if (!extra_cols) columns <- columns[1:6]
  attr(columns, "row.names") <- paths
  class(columns) <- "data.frame"
  columns
}

#' @rdname file.info
file.size <- function(...) .Internal(file.info(c(...)))[[1L]]

#' @rdname file.info
file.mtime <- function(...) .POSIXct(.Internal(file.info(c(...)))[[4L]])

#' @rdname file.info
file.mode <- function(...) {
  structure(.Internal(file.info(c(...)))[[3L]], class = "octmode")
}

#' @rdname file.info
file.access <- function(names, mode = 0) {
  structure(.Internal(file.access(names, as.integer(mode))), names = names)
}

#' Working directory
#'
#' The folder that relative paths start from.
#'
#' @param dir the new one; the old one is returned invisibly.
#' @examples
#' old <- setwd(tempdir())
#' setwd(old)
getwd <- function() .Internal(getwd())

#' @rdname getwd
setwd <- function(dir) invisible(.Internal(setwd(dir)))

#' Names for temporary files
#'
#' Paths of files that do not exist, in a folder of the session's own.
#'
#' @param pattern,fileext the start and the end of the name.
#' @param tmpdir the folder.
#' @param check ignored.
#' @examples
#' basename(tempfile("data", fileext = ".csv")) != ""
tempfile <- function(pattern = "file", tmpdir = tempdir(), fileext = "") {
  .Internal(tempfile(pattern, tmpdir, fileext))
}

#' @rdname tempfile
tempdir <- function(check = FALSE) .Internal(tempdir())
