#' Save and restore one value
#'
#' @param object any value.
#' @param file the name of a file, or a connection.
#' @param ascii write text?
#' @param version 2 or 3.
#' @param compress compress the file? Or how: `"gzip"`, `"bzip2"` or `"xz"`.
#' @param refhook a function that gives what a reference by name stands for.
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
    con <- switch(.compressionName(compress),
      none = file(file, mode), gzip = gzfile(file, mode), bzip2 = bzfile(file, mode),
      xz = xzfile(file, mode), stop("invalid 'compress' argument: ", compress)
    )
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
  .Internal(unserialize(.savedBytes(file), 0L, refhook))[[1L]]
}

.compressionName <- function(compress) {
  if (is.character(compress)) compress else if (compress) "gzip" else "none"
}

# What a file or connection holds, uncompressed.
.savedBytes <- function(file) {
  if (is.character(file)) {
    file <- gzfile(file, "rb")
    on.exit(close(file))
  } else if (!inherits(file, "connection")) {
    stop(simpleError("bad 'file' argument", sys.call(-1L)))
  }
  bytes <- .Internal(readBytes(file))
  type <- .compressionOf(bytes)
  if (type == "none") bytes else memDecompress(bytes, type)
}
