#' Data in Debian control format
#'
#' `read.dcf` reads records of lines `Field: value`, separated by blank lines;
#' lines that begin with white space go on with the field. `write.dcf` writes
#' them.
#'
#' @param file a path or connection.
#' @param fields the fields wanted, all by default.
#' @param all give all values of fields that come several times, as a data
#'   frame?
#' @param keep.white fields whose white space is kept as it is.
#' @param x a data frame or matrix, a record a row.
#' @param append,useBytes add to the file; ignored.
#' @param indent,width how long lines are wrapped.
#' @examples
#' name <- tempfile()
#' write.dcf(list(Package = "demo", Version = "1.0"), name)
#' read.dcf(name)
#' unlink(name)
read.dcf <- function(file, fields = NULL, all = FALSE, keep.white = NULL) {
  if (is.character(file)) {
    file <- gzfile(file)
    on.exit(close(file))
  }
  if (!inherits(file, "connection")) stop("'file' must be a character string or connection")
  lines <- .Internal(readLines(file, -1L, TRUE, TRUE, FALSE))
  records <- .dcfRecords(lines, keep.white)
  names <- unique(unlist(lapply(records, names)))
  if (!is.null(fields)) names <- fields
  if (all) {
    columns <- lapply(names, function(name) {
      values <- lapply(records, function(record) unname(record[names(record) == name]))
      if (base::all(lengths(values) <= 1L)) {
        vapply(values, function(v) if (length(v)) v else NA_character_, "")
      } else lapply(values, function(v) if (length(v)) v else NA_character_)
    })
    result <- structure(columns, names = names, row.names = .set_row_names(length(records)),
                        class = "data.frame")
    return(result)
  }
  values <- vapply(names, function(name) {
    vapply(records, function(record) {
      found <- record[names(record) == name]
      if (length(found)) found[[length(found)]] else NA_character_
    }, "")
  }, character(length(records)))
  matrix(values, length(records), length(names), dimnames = list(NULL, names))
}

# A list of named character vectors.
.dcfRecords <- function(lines, keep.white) {
  lines <- lines[!startsWith(lines, "#")]
  isBlank <- grepl("^[[:space:]]*$", lines)
  record <- cumsum(c(TRUE, isBlank[-length(isBlank)]))[!isBlank]
  lines <- lines[!isBlank]
  if (!length(lines)) return(list())
  isMore <- grepl("^[[:space:]]", lines)
  isField <- grepl("^[^:[:space:]][^:]*:", lines)
  if (any(bad <- !isMore & !isField)) {
    text <- gettextf("Line starting '%s ...' is malformed!", substr(lines[bad][1L], 1L, 25L))
    stop(simpleError(text, sys.call(-1L)))
  }
  if (isMore[1L]) {
    stop(gettextf("Found continuation line starting '%s ...' at begin of record.",
                  substr(lines[1L], 1L, 25L)), domain = NA)
  }
  field <- cumsum(isField & !isMore)
  names <- sub(":.*", "", lines[!isMore])
  values <- vapply(split(seq_along(lines), field), function(places) {
    first <- sub("^[^:]*:", "", lines[places[1L]])
    more <- lines[places[-1L]]
    more[trimws(more) == "."] <- ""
    if (names[field[places[1L]]] %in% keep.white) {
      return(paste(c(sub("^[ \t]", "", first), more), collapse = "\n"))
    }
    paste(c(trimws(first), trimws(more)), collapse = "\n")
  }, "", USE.NAMES = FALSE)
  names(values) <- names
  unname(split(values, record[!isMore]))
}

#' @rdname read.dcf
write.dcf <- function(x, file = "", append = FALSE, useBytes = FALSE,
                      indent = 0.1 * getOption("width"),
                      width = 0.9 * getOption("width"), keep.white = NULL) {
  if (!is.data.frame(x)) x <- as.data.frame(x, stringsAsFactors = FALSE)
  if (nrow(x) == 0L) return(invisible())
  if (is.character(file) && nzchar(file)) {
    file <- file(file, if (append) "a" else "w")
    on.exit(close(file))
  }
  if (is.character(file)) file <- stdout()
  names <- names(x)
  for (row in seq_len(nrow(x))) {
    text <- character()
    for (name in names) {
      values <- x[[name]][[row]]
      values <- as.character(values[!is.na(values)])
      for (value in values) {
        field <- paste0(name, ": ", value)
        text <- c(text, if (name %in% keep.white) field else {
          formatDL(name, value, style = "list", width = width, indent = indent)
        })
      }
    }
    writeLines(c(if (row > 1L) "", text), file)
  }
  invisible()
}
