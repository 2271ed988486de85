#' Save and load variables
#'
#' @param ... names of variables, as symbols or strings.
#' @param list names as a character vector.
#' @param file the name of a file, or a connection.
#' @param ascii write text?
#' @param version 2 or 3.
#' @param envir where the variables are, or are put.
#' @param compress compress the file? Or how: `"gzip"`, `"bzip2"` or `"xz"`.
#' @param compression_level ignored.
#' @param eval.promises ignored.
#' @param precheck check that the variables exist first?
#' @param safe ignored.
#' @param verbose show the names?
#' @examples
#' x <- 1:3
#' name <- tempfile()
#' save(x, file = name)
#' rm(x)
#' load(name)
#' x
#' unlink(name)
save <- function(..., list = character(),
                 file = stop("'file' must be specified"), ascii = FALSE,
                 version = NULL, envir = parent.frame(),
                 compress = isTRUE(!ascii), compression_level,
                 eval.promises = TRUE, precheck = TRUE) {
  names <- as.character(substitute(list(...)))[-1L]
  list <- c(list, names)
  isThere <- vapply(list, exists, NA, envir = envir)
  if (precheck && !all(isThere)) {
    lost <- list[!isThere]
    stop(sprintf(ngettext(length(lost), "object %s not found", "objects %s not found"),
                 paste(sQuote(lost), collapse = ", ")), domain = NA)
  }
  if (is.null(version)) version <- 3L
  values <- lapply(list, get, envir = envir)
  names(values) <- list
  head <- charToRaw(paste0(if (isTRUE(ascii)) "RDA" else "RDX", version, "\n"))
  bytes <- c(head, serialize(as.pairlist(values), NULL, ascii = ascii, version = version))
  if (inherits(file, "connection")) {
    writeBin(bytes, file)
  } else {
    con <- switch(.compressionName(compress),
      none = file(file, "wb"), gzip = gzfile(file, "wb"), bzip2 = bzfile(file, "wb"),
      xz = xzfile(file, "wb"),
      stop(gettextf("'compress = \"%s\"' is invalid", compress), domain = NA)
    )
    on.exit(close(con))
    writeBin(bytes, con)
  }
  invisible()
}

#' @rdname save
save.image <- function(file = ".RData", version = NULL, ascii = FALSE,
                       compress = !ascii, safe = TRUE) {
  save(list = ls(envir = .GlobalEnv, all.names = TRUE), file = file, version = version,
       ascii = ascii, compress = compress, envir = .GlobalEnv, precheck = FALSE)
}

#' @rdname save
load <- function(file, envir = parent.frame(), verbose = FALSE) {
  if (is.character(file)) {
    con <- gzfile(file)
    on.exit(close(con))
    readChar(con, 5L, useBytes = TRUE)
  }
  bytes <- .savedBytes(file)
  if (verbose) cat("Loading objects:\n")
  names <- .Internal(loadInto(bytes, envir))
  if (verbose) cat(paste0("  ", names, "\n"), sep = "")
  invisible(names)
}
