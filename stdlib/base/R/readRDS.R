#' Save and restore one value
#'
#' @param object any value.
#' @param file the name of a file, or a connection.
#' @param ascii write text?
#' @param version 2 or 3.
#' @param compress compress the file?
#' @param refhook ignored.
#' @examples
#' name <- tempfile()
#' saveRDS(letters, name)
#' identical(readRDS(name), letters)
#' unlink(name)
saveRDS <- function(object, file = "", ascii = FALSE, version = NULL,
                    compress = TRUE, refhook = NULL) {
  if (is.character(file)) {
    if (file == "") stop("'file' must be non-empty string")
    mode <- if (isFALSE(ascii)) "wb" else "w"
    con <- if (isFALSE(compress)) file(file, mode) else gzfile(file, mode)
    on.exit(close(con))
  } else if (inherits(file, "connection")) {
    con <- file
  } else {
    stop("bad 'file' argument")
  }
  serialize(object, con, ascii = ascii, version = version)
  invisible()
}

#' @rdname saveRDS
readRDS <- function(file, refhook = NULL) {
  if (is.character(file)) {
    con <- gzfile(file, "rb")
    on.exit(close(con))
  } else if (inherits(file, "connection")) {
    con <- file
  } else {
    stop("bad 'file' argument")
  }
  bytes <- .Internal(readBytes(con))
  .Internal(unserialize(.inflated(bytes), 0L))[[1L]]
}

# Bytes that may still be compressed, as those of a connection to a plain file.
.inflated <- function(bytes) {
  isCompressed <- length(bytes) > 2L && bytes[1L] == as.raw(0x1f) && bytes[2L] == as.raw(0x8b)
  if (!isCompressed) return(bytes)
  name <- tempfile()
  on.exit(unlink(name))
  writeBin(bytes, name)
  con <- gzfile(name, "rb")
  on.exit(close(con), add = TRUE)
  .Internal(readBytes(con))
}
