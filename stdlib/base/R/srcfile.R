#' Source files and places in them
#'
#' A `srcfile` describes a file with code, a `srcfilecopy` also holds its lines, and a `srcref` is a
#' range of such a file: functions and expressions carry them with `options(keep.source = TRUE)`.
#' `srcfilealias` names a part of a file that came from another one, `getSrcLines` reads lines.
#'
#' @param filename the name of the file.
#' @param encoding,Enc how the file is encoded.
#' @param lines the lines of the file.
#' @param timestamp when the file was changed.
#' @param isFile is there a file of that name?
#' @param srcfile a `srcfile`.
#' @param lloc four, six or eight numbers: first line and byte, last line and byte, first and last
#'   column, first and last parsed line.
#' @param first,last line numbers.
#' @param x,object,con a `srcfile` or a `srcref`.
#' @param useSource show the text, or where it is?
#' @param to where the text ends, if not in `x`.
#' @param line accepted for compatibility.
#' @param ... not used.
#' @examples
#' file <- srcfilecopy("example.R", c("x <- 1", "f <- function(a)  a"))
#' place <- srcref(file, c(2L, 6L, 2L, 19L))
#' place
#' print(place, useSource = FALSE)
#' getSrcLines(file, 1, 1)
srcfile <- function(filename, encoding = getOption("encoding"), Enc = "unknown") {
  stopifnot(is.character(filename), length(filename) == 1L)
  structure(
    list2env(list(
      filename = filename, encoding = encoding, Enc = Enc, wd = getwd(),
      timestamp = file.mtime(filename)), parent = emptyenv()),
    class = "srcfile")
}

#' @rdname srcfile
srcfilecopy <- function(filename, lines, timestamp = Sys.time(), isFile = FALSE) {
  stopifnot(is.character(filename), length(filename) == 1L)
  structure(
    list2env(list(
      filename = filename, Enc = "unknown", wd = getwd(), timestamp = timestamp,
      isFile = isFile, lines = .separateLines(as.character(lines)), fixedNewlines = TRUE),
      parent = emptyenv()),
    class = c("srcfilecopy", "srcfile"))
}

#' @rdname srcfile
srcfilealias <- function(filename, srcfile) {
  stopifnot(is.character(filename), length(filename) == 1L)
  structure(
    list2env(list(filename = filename, original = srcfile), parent = emptyenv()),
    class = c("srcfilealias", "srcfile"))
}

#' @rdname srcfile
srcref <- function(srcfile, lloc) {
  stopifnot(inherits(srcfile, "srcfile"), length(lloc) %in% c(4L, 6L, 8L))
  if (length(lloc) == 4L) lloc <- c(lloc, lloc[c(2L, 4L)])
  if (length(lloc) == 6L) lloc <- c(lloc, lloc[c(1L, 3L)])
  structure(as.integer(lloc), srcfile = srcfile, class = "srcref")
}

#' @rdname srcfile
getSrcLines <- function(srcfile, first, last) {
  if (first > last) return(character())
  if (inherits(srcfile, "srcfilealias")) srcfile <- srcfile$original
  if (inherits(srcfile, "srcfilecopy")) {
    lines <- .separateLines(srcfile$lines)
    return(lines[first:min(last, length(lines))])
  }
  open(srcfile)
  lines <- readLines(.sourcePath(srcfile), n = last, warn = FALSE)
  if (first > length(lines)) character() else lines[first:length(lines)]
}

.separateLines <- function(lines) {
  if (!any(grepl("\n", lines, fixed = TRUE, useBytes = TRUE))) return(lines)
  unlist(strsplit(sub("$", "\n", lines), "\n", fixed = TRUE))
}

.sourcePath <- function(srcfile) {
  name <- path.expand(srcfile$filename)
  if (startsWith(name, "/") || is.null(srcfile$wd)) name else file.path(srcfile$wd, name)
}

#' @rdname srcfile
open.srcfile <- function(con, line, ...) {
  path <- .sourcePath(con)
  if (!file.exists(path)) {
    stop(gettextf("unable to open file '%s'", con$filename), domain = NA)
  }
  if (!is.null(con$timestamp) && !is.na(con$timestamp) && con$timestamp != file.mtime(path)) {
    warning(gettextf("Timestamp of %s has changed", sQuote(con$filename)),
            call. = FALSE, domain = NA)
  }
  invisible(con)
}

#' @rdname srcfile
open.srcfilecopy <- function(con, line, ...) invisible(con)

#' @rdname srcfile
open.srcfilealias <- function(con, line, ...) open(con$original, line, ...)

#' @rdname srcfile
close.srcfile <- function(con, ...) invisible(NULL)

#' @rdname srcfile
close.srcfilealias <- function(con, ...) close(con$original, ...)

#' @rdname srcfile
print.srcfile <- function(x, ...) {
  cat(x$filename, "\n")
  invisible(x)
}

#' @rdname srcfile
summary.srcfile <- function(object, ...) {
  cat(if (inherits(object, "srcfilecopy") && !isTRUE(object$isFile)) object$filename
      else .sourcePath(object), "\n")
  cat("Timestamp: ", format(object$timestamp, usetz = TRUE), "\n", sep = "")
  cat("Encoding: \"", object$encoding, "\"", sep = "")
  cat("\n")
  invisible(object)
}

#' @rdname srcfile
as.character.srcref <- function(x, useSource = TRUE, to = x, ...) {
  srcfile <- attr(x, "srcfile")
  lines <- if (useSource) tryCatch(
    getSrcLines(srcfile, .parsedLine(x, 7L), .parsedLine(to, 8L)),
    error = function(e) character())
  if (length(lines)) {
    if (length(lines) > .parsedLine(to, 8L) - .parsedLine(x, 7L)) {
      lines[length(lines)] <- .byteRange(lines[length(lines)], 1L, to[4L])
    }
    lines[1L] <- .byteRange(lines[1L], x[2L], .Machine$integer.max)
    lines
  } else {
    paste0("<srcref: file \"", srcfile$filename, "\" chars ", x[1L], ":", x[5L], " to ",
           to[3L], ":", to[6L], ">")
  }
}

.byteRange <- function(line, first, last) {
  bytes <- charToRaw(line)
  rawToChar(bytes[seq_along(bytes) >= first & seq_along(bytes) <= last])
}

.parsedLine <- function(reference, place) {
  reference <- unclass(reference)
  if (length(reference) >= 8L) reference[place] else reference[if (place == 7L) 1L else 3L]
}

#' @rdname srcfile
print.srcref <- function(x, useSource = TRUE, ...) {
  cat(as.character(x, useSource = useSource), sep = "\n")
  invisible(x)
}

#' @rdname srcfile
summary.srcref <- function(object, useSource = FALSE, ...) {
  cat(as.character(object, useSource = useSource), sep = "\n")
  invisible(object)
}
