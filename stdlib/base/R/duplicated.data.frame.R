# One integer for each row, equal for equal rows.
.rowCodes <- function(columns, rows) {
  code <- rep.int(1L, rows)
  for (column in columns) {
    if (length(dim(column)) == 2L) {
      part <- .rowCodes(lapply(seq_len(ncol(column)), function(k) column[, k]), rows)
    } else {
      part <- match(column, unique(column))
    }
    most <- max(part, 1L)
    code <- (code - 1) * most + part
    code <- match(code, unique(code))
  }
  code
}

duplicated.data.frame <- function(x, incomparables = FALSE, fromLast = FALSE, ...) {
  if (!isFALSE(incomparables)) .NotYetUsed("incomparables != FALSE")
  rows <- .row_names_info(x, 2L)
  if (length(x) == 1L && is.null(dim(x[[1L]]))) {
    return(duplicated(x[[1L]], fromLast = fromLast, ...))
  }
  if (!length(x)) return(logical())
  duplicated.default(.rowCodes(as.list.data.frame(x), rows), fromLast = fromLast)
}

anyDuplicated.data.frame <- function(x, incomparables = FALSE, fromLast = FALSE, ...) {
  if (!isFALSE(incomparables)) .NotYetUsed("incomparables != FALSE")
  anyDuplicated.default(.rowCodes(as.list.data.frame(x), .row_names_info(x, 2L)),
                        fromLast = fromLast)
}

unique.data.frame <- function(x, incomparables = FALSE, fromLast = FALSE, ...) {
  if (!isFALSE(incomparables)) .NotYetUsed("incomparables != FALSE")
  x[!duplicated(x, fromLast = fromLast, ...), , drop = FALSE]
}
