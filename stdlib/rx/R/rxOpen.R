#' Read and write data chunk by chunk
#'
#' `rxOpen` opens a data source for reading or writing; `rxReadNext` returns the next
#' chunk, one without variables at the end; `rxWriteNext` adds one to the file;
#' `rxClose` ends it: a file that was written is there when it is closed.
#'
#' @param src a data source.
#' @param mode `"r"` for reading, `"w"` for writing.
#' @param from a data frame or list of columns to write.
#' @param to a data source that is open for writing.
#' @param ... not used.
#' @examples
#' path <- tempfile(fileext = ".csv")
#' out <- RxTextData(path)
#' rxOpen(out, "w")
#' rxWriteNext(head(cars, 3), out)
#' rxClose(out)
#' ds <- RxTextData(path, rowsPerRead = 2)
#' rxOpen(ds)
#' rxReadNext(ds)
#' rxClose(ds)
rxOpen <- function(src, mode = "r") {
  src <- as_data_source(src)
  if (rxIsOpen(src)) stop("the data source is open already")
  handle <- if (mode == "r") {
    .Internal(rxOpenReader(native_wish(src, NULL), as.integer(rxGetOption("numCoresToUse"))))
  } else if (mode == "w") {
    .Internal(rxOpenWriter(describe_target(settled_target(src))))
  } else {
    stop("mode must be \"r\" or \"w\"")
  }
  assign(open_key(src), list(handle = handle, mode = mode), envir = rx_settings)
  invisible(TRUE)
}

#' @rdname rxOpen
rxIsOpen <- function(src, mode = NULL) {
  found <- get0(open_key(src), envir = rx_settings, inherits = FALSE)
  !is.null(found) && (is.null(mode) || mode == found$mode)
}

#' @rdname rxOpen
rxReadNext <- function(src) {
  columns <- .Internal(rxNextChunk(open_handle(src, "r")))
  if ("returnDataFrame" %in% slotNames(src) && isFALSE(src@returnDataFrame)) as.list(columns) else as_frame(columns)
}

#' @rdname rxOpen
rxWriteNext <- function(from, to, ...) {
  .Internal(rxWriteChunk(open_handle(to, "w"), as.list(from)))
  invisible(TRUE)
}

#' @rdname rxOpen
rxClose <- function(src, mode = "r") {
  if (!rxIsOpen(src)) return(invisible(FALSE))
  key <- open_key(src)
  handle <- get(key, envir = rx_settings)$handle
  rm(list = key, envir = rx_settings)
  .Internal(rxCloseData(handle))
  invisible(TRUE)
}

open_key <- function(src) {
  place <- if (inherits(src, "RxOdbcData")) c(src@connectionString, source_label(src))
           else normalizePath(src@file, mustWork = FALSE)
  paste(c("open", class(src)[1L], place), collapse = " ")
}

open_handle <- function(src, mode) {
  if (!rxIsOpen(src, mode)) {
    stop("the data source is not open for ", if (mode == "r") "reading" else "writing",
         call. = FALSE)
  }
  get(open_key(src), envir = rx_settings)$handle
}
