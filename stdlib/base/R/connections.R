#' Connections
#'
#' Files, compressed files, commands and texts as sources and targets of
#' functions such as [readLines()] and [cat()].
#'
#' @param description the name of a file, or a command.
#' @param open a mode as of C: `"r"`, `"w"`, `"a"`, with `"b"` for bytes and
#'   `"+"` for both; `""` leaves it closed.
#' @param blocking,raw,method ignored.
#' @param encoding ignored: text is UTF-8.
#' @param compression 0 … 9.
#' @param con a connection.
#' @param rw `"read"` or `"write"`: is it open for that?
#' @param type ignored.
#' @param ... further arguments of methods.
#' @examples
#' name <- tempfile()
#' con <- file(name, "w")
#' cat("one\ntwo\n", file = con)
#' close(con)
#' readLines(name)
#' unlink(name)
file <- function(description = "", open = "", blocking = TRUE,
                 encoding = getOption("encoding"), raw = FALSE,
                 method = getOption("url.method", "default")) {
  .Internal(file(description, open, encoding))
}

#' @rdname file
gzfile <- function(description, open = "", encoding = getOption("encoding"),
                   compression = 6) {
  .Internal(gzfile(description, open, encoding, compression))
}

#' @rdname file
pipe <- function(description, open = "", encoding = getOption("encoding")) {
  .Internal(pipe(description, open))
}

#' @rdname file
open <- function(con, ...) UseMethod("open")

open.connection <- function(con, open = "r", blocking = TRUE, ...) {
  invisible(.Internal(open(con, open)))
}

#' @rdname file
close <- function(con, ...) UseMethod("close")

close.connection <- function(con, type = "rw", ...) invisible(.Internal(close(con)))

#' @rdname file
isOpen <- function(con, rw = "") {
  kind <- pmatch(rw, c("read", "write"), 0L)
  .Internal(isOpen(con, kind))
}

#' @rdname file
isIncomplete <- function(con) .Internal(isIncomplete(con))

#' @rdname file
isSeekable <- function(con) .Internal(isSeekable(con))

#' @rdname file
flush <- function(con) UseMethod("flush")

flush.connection <- function(con) invisible(.Internal(flush(con)))

print.connection <- function(x, ...) {
  usumm <- tryCatch(unlist(summary(x)), error = function(e) {})
  if (is.null(usumm)) {
    cl <- oldClass(x)
    cl <- cl[cl != "connection"]
    cat("A connection, ", if (length(cl)) paste0("specifically, ", paste(sQuote(cl), collapse = ", "), ", "),
        "but invalid.\n", sep = "")
  } else {
    cat("A connection with")
    print(cbind(` ` = usumm), ...)
  }
  invisible(x)
}

summary.connection <- function(object, ...) {
  values <- as.list(.Internal(summary.connection(object)))
  names(values) <- c("description", "class", "mode", "text", "opened", "can read", "can write")
  values
}

#' The connections that exist
#'
#' @param all also the three standard ones?
#' @param what the number of a connection.
#' @examples
#' getAllConnections()
showConnections <- function(all = FALSE) {
  numbers <- getAllConnections()
  if (!all) numbers <- numbers[numbers > 2]
  rows <- matrix("", length(numbers), 7L)
  for (k in seq_along(numbers)) rows[k, ] <- unlist(summary.connection(numbers[k]))
  rownames(rows) <- numbers
  colnames(rows) <- c("description", "class", "mode", "text", "isopen", "can read", "can write")
  if (all) rows else rows[, , drop = FALSE]
}

#' @rdname showConnections
getAllConnections <- function() .Internal(getAllConnections())

#' @rdname showConnections
closeAllConnections <- function() {
  while (sink.number() > 0L) sink()
  for (number in getAllConnections()) {
    if (number > 2) .Internal(close(number))
  }
  invisible()
}

#' Move in a connection
#'
#' @param con a connection.
#' @param where position in bytes, or `NA` to ask for it.
#' @param origin `"start"`, `"current"` or `"end"`.
#' @param rw `"read"` or `"write"`: which place of a file open for both; by default that of what was
#'   done last.
#' @param ... further arguments of methods.
#' @examples
#' con <- rawConnection(as.raw(1:5))
#' readBin(con, "raw", 2)
#' seek(con, 0)
#' close(con)
seek <- function(con, ...) UseMethod("seek")

#' @rdname seek
seek.connection <- function(con, where = NA, origin = "start", rw = "", ...) {
  origin <- pmatch(origin, c("start", "current", "end"))
  if (is.na(origin)) stop("'origin' must be one of 'start', 'current' or 'end'")
  .Internal(seek(con, as.double(where), origin - 1L, pmatch(rw, c("read", "write"), 0L)))
}

#' Put text back on a connection
#'
#' @param data lines to be read next.
#' @param connection a connection.
#' @param newLine end each with a line feed?
#' @param encoding ignored.
#' @examples
#' con <- textConnection("two")
#' pushBack("one", con)
#' readLines(con)
#' close(con)
pushBack <- function(data, connection, newLine = TRUE,
                     encoding = c("", "bytes", "UTF-8")) {
  invisible(.Internal(pushBack(data, connection, newLine)))
}

#' @rdname pushBack
pushBackLength <- function(connection) .Internal(pushBackLength(connection))

#' @rdname pushBack
clearPushBack <- function(connection) invisible(.Internal(clearPushBack(connection)))

#' @rdname file
bzfile <- function(description, open = "", encoding = getOption("encoding"),
                   compression = 9) {
  .Internal(bzfile(description, open, encoding, compression))
}

#' @rdname file
xzfile <- function(description, open = "", encoding = getOption("encoding"),
                   compression = 6) {
  .Internal(xzfile(description, open, encoding, compression))
}

#' @rdname file
truncate <- function(con, ...) UseMethod("truncate")

truncate.connection <- function(con, ...) {
  if (!isOpen(con)) stop("can only truncate an open connection")
  invisible(.Internal(truncate(con)))
}

#' @rdname file
isatty <- function(con) {
  if (!inherits(con, "terminal")) FALSE else .Internal(isatty(con))
}

#' @rdname showConnections
getConnection <- function(what) {
  if (!what %in% getAllConnections()) stop(gettextf("there is no connection %d", what), domain = NA)
  summary <- .Internal(summary.connection(what))
  structure(as.integer(what), class = c(summary[[2L]], "connection"))
}

#' @rdname file
fifo <- function(description, open = "", blocking = FALSE,
                 encoding = getOption("encoding")) {
  if (!file.exists(description) && nzchar(open) && !startsWith(open, "r")) {
    system2("mkfifo", shQuote(path.expand(description)))
  }
  .Internal(file(description, open, encoding))
}

#' @rdname file
#' @param filename a file in a zip archive.
unz <- function(description, filename, open = "", encoding = getOption("encoding")) {
  command <- paste("unzip -p", shQuote(path.expand(description)), shQuote(filename))
  .Internal(pipe(command, open))
}

#' @rdname file
#' @param headers ignored.
url <- function(description, open = "", blocking = TRUE, encoding = getOption("encoding"),
                method = getOption("url.method", "default"), headers = NULL) {
  if (!grepl("^file://", description)) {
    stop(gettextf("URL scheme unsupported by this method: '%s'", sub(":.*", "", description)),
         domain = NA)
  }
  .Internal(file(description, open, encoding))
}

#' Read compressed bytes of a connection
#'
#' A connection that gives what the bytes read from another one hold when
#' uncompressed.
#'
#' @param con a connection.
#' @param level,text ignored.
#' @param allowNonCompressed may the bytes be uncompressed?
#' @examples
#' name <- tempfile()
#' con <- gzfile(name, "w")
#' writeLines("packed", con)
#' close(con)
#' con <- gzcon(file(name, "rb"))
#' readLines(con)
#' close(con)
#' unlink(name)
gzcon <- function(con, level = 6, allowNonCompressed = TRUE, text = FALSE) {
  if (!isOpen(con)) open(con, "rb")
  bytes <- .Internal(readBytes(con))
  close(con)
  isPacked <- .compressionOf(bytes) == "gzip"
  if (!isPacked && !allowNonCompressed) stop("file stream does not have gzip magic number")
  rawConnection(if (isPacked) memDecompress(bytes, "gzip") else bytes)
}
