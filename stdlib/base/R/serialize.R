#' Values as bytes
#'
#' @param object any value.
#' @param connection a connection, a raw vector to read from, or `NULL` to get
#'   one.
#' @param ascii write text?
#' @param xdr write numbers with the highest byte first?
#' @param version 2 or 3.
#' @param refhook a function that gives what a reference by name stands for.
#' @examples
#' bytes <- serialize(list(a = 1), NULL)
#' unserialize(bytes)
serialize <- function(object, connection, ascii = FALSE, xdr = TRUE,
                      version = NULL, refhook = NULL) {
  if (is.null(version)) version <- 3L
  format <- if (isTRUE(ascii)) 1L else if (isFALSE(xdr)) 2L else 0L
  bytes <- .Internal(serialize(object, format, as.integer(version)))
  if (is.null(connection)) return(bytes)
  if (!inherits(connection, "connection")) stop("invalid connection")
  writeBin(bytes, connection)
  NULL
}

#' @rdname serialize
unserialize <- function(connection, refhook = NULL) {
  if (inherits(connection, "connection")) connection <- .Internal(readBytes(connection))
  if (typeof(connection) != "raw") {
    stop("character vectors are no longer accepted by unserialize()")
  }
  .Internal(unserialize(connection, 0L, refhook))[[1L]]
}
