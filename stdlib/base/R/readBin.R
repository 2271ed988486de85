#' Read and write binary data
#'
#' @param con a connection, the name of a file, or a raw vector.
#' @param what an object, or the name, of the type to read.
#' @param n the most values to read.
#' @param size bytes of a value.
#' @param signed are small integers signed?
#' @param endian `"big"`, `"little"` or `"swap"`.
#' @param object values to write.
#' @param useBytes count bytes, not characters?
#' @param nchars characters to read or write.
#' @param eos what ends each string, or `NULL`.
#' @examples
#' bytes <- writeBin(c(1, 2), raw())
#' readBin(bytes, "double", n = 2)
#' readBin(bytes, integer(), n = 4)
readBin <- function(con, what, n = 1L, size = NA_integer_, signed = TRUE,
                    endian = .Platform$endian) {
  if (is.character(con)) {
    con <- file(con, "rb")
    on.exit(close(con))
  }
  swap <- .isBigEndian(endian)
  if (!is.character(what) || is.na(what) || length(what) != 1L ||
      !any(what == c("numeric", "double", "integer", "int", "logical", "complex",
                     "character", "raw"))) {
    what <- typeof(what)
  }
  .Internal(readBin(con, what, as.integer(n), as.integer(size), signed, swap))
}

#' @rdname readBin
writeBin <- function(object, con, size = NA_integer_, endian = .Platform$endian,
                     useBytes = FALSE) {
  swap <- .isBigEndian(endian)
  if (!is.vector(object) || mode(object) == "list") {
    stop("can only write vector objects")
  }
  if (is.character(con)) {
    con <- file(con, "wb")
    on.exit(close(con))
  }
  result <- .Internal(writeBin(object, con, as.integer(size), swap))
  if (is.raw(con)) result else invisible(result)
}

.isBigEndian <- function(endian) {
  if (!endian %in% c("big", "little", "swap")) stop("invalid 'endian' argument")
  endian == "big" || (endian == "swap" && .Platform$endian == "little")
}

#' @rdname readBin
readChar <- function(con, nchars, useBytes = FALSE) {
  if (is.character(con)) {
    con <- file(con, "rb")
    on.exit(close(con))
  }
  .Internal(readChar(con, as.integer(nchars), useBytes))
}

#' @rdname readBin
writeChar <- function(object, con, nchars = nchar(object, type = "chars"),
                      eos = "", useBytes = FALSE) {
  if (!is.character(object)) stop("can only write character objects")
  if (is.character(con)) {
    con <- file(con, "wb")
    on.exit(close(con))
  }
  result <- .Internal(writeChar(object, con, as.integer(nchars), eos))
  if (is.raw(con)) result else invisible(result)
}

#' Compress bytes
#'
#' @param from a raw vector, or strings.
#' @param type how they are compressed; by default `memDecompress` looks at how
#'   they begin.
#' @param asChar give a string?
#' @examples
#' packed <- memCompress(charToRaw(strrep("a", 100)), "gzip")
#' memDecompress(packed, "gzip", asChar = TRUE) == strrep("a", 100)
#' memDecompress(memCompress("text", "xz"), asChar = TRUE)
memCompress <- function(from, type = c("gzip", "bzip2", "xz", "none")) {
  if (is.character(from)) from <- charToRaw(paste(from, collapse = "\n"))
  type <- match.arg(type)
  if (type == "none") from else .Internal(memCompress(from, type))
}

#' @rdname memCompress
memDecompress <- function(from, type = c("unknown", "gzip", "bzip2", "xz", "none"),
                          asChar = FALSE) {
  type <- match.arg(type)
  if (type == "unknown") {
    type <- .compressionOf(from)
    if (type == "none") warning("unknown compression, assuming none")
  }
  result <- if (type == "none") from else .Internal(memDecompress(from, type))
  if (asChar) rawToChar(result) else result
}

# How bytes are compressed, by what they begin with.
.compressionOf <- function(bytes) {
  begins <- function(...) identical(bytes[seq_len(...length())], as.raw(c(...)))
  if (begins(0x1f, 0x8b)) "gzip"
  else if (begins(0x42, 0x5a, 0x68)) "bzip2"
  else if (begins(0xfd, 0x37, 0x7a, 0x58, 0x5a) || begins(0x5d, 0x00, 0x00)) "xz"
  else "none"
}
