#' Write tables
#'
#' Writes a data frame or matrix as text, one line for each row.
#'
#' @param x a data frame or matrix.
#' @param file a file name or connection; `""` prints.
#' @param append whether to append to the file.
#' @param quote whether to quote text and factors, or the numbers of the columns
#'   to quote.
#' @param sep the separator of fields.
#' @param eol the end of a line.
#' @param na the text of missing values.
#' @param dec the decimal point.
#' @param row.names,col.names whether to write names, or the names; for
#'   `col.names` NA puts an empty name above the row names.
#' @param qmethod how to treat quotes in text: `"escape"` or `"double"`.
#' @param fileEncoding the encoding of the file.
#' @examples
#' write.table(data.frame(a = 1:2, b = c("x", "y")), quote = FALSE)
write.table <- function(x, file = "", append = FALSE, quote = TRUE, sep = " ",
                        eol = "\n", na = "NA", dec = ".", row.names = TRUE,
                        col.names = TRUE, qmethod = c("escape", "double"),
                        fileEncoding = "") {
  qmethod <- match.arg(qmethod)
  if (is.logical(quote) && (length(quote) != 1L || is.na(quote))) {
    stop("'quote' must be 'TRUE', 'FALSE' or numeric")
  }
  quote_names <- if (is.logical(quote)) quote else TRUE
  quote_names <- quote_names || is.numeric(quote)
  if (!is.data.frame(x) && !is.matrix(x)) x <- data.frame(x)
  shape <- dim(x)
  columns <- table_columns(x)
  names <- attr(columns, "labels")
  quoted <- columns_to_quote(columns, quote)
  header <- identical(col.names, NA) || isTRUE(col.names) || is.character(col.names)
  row_labels <- if (is.logical(row.names)) {
    if (isTRUE(row.names)) as.character(row_names_of(x))
  } else {
    row.names <- as.character(row.names)
    if (length(row.names) != shape[1L]) stop("invalid 'row.names' specification")
    row.names
  }
  escape <- function(text) {
    if (qmethod == "double") gsub("\"", "\"\"", text, fixed = TRUE)
    else gsub("\"", "\\\"", text, fixed = TRUE)
  }
  title <- NULL
  if (header) {
    if (is.character(col.names)) {
      if (length(col.names) != length(names)) stop("invalid 'col.names' specification")
      names <- col.names
    }
    if (identical(col.names, NA) && is.null(row_labels)) {
      stop("'col.names = NA' makes no sense when 'row.names = FALSE'")
    }
    if (length(names)) {
      if (identical(col.names, NA)) names <- c("", names)
      if (quote_names) names <- paste0("\"", escape(names), "\"")
      title <- paste(names, collapse = sep)
    }
  }
  if (!is.null(row_labels) && quote_names) {
    row_labels <- paste0("\"", escape(row_labels), "\"")
  }
  if (length(columns) == 0L) {
    # Only row names, and a header for them.
    title <- if (header && is.data.frame(x)) { if (quote_names) "\"\"" else "" }
    rows <- character(shape[1L])
    if (length(row_labels)) rows[] <- paste0(row_labels, sep)
    columns <- list(rows)
    row_labels <- NULL
  }
  write_lines(columns, row_labels, quoted, title, file, append, sep, eol, na,
              dec, qmethod)
}

write_lines <- function(columns, row_labels, quoted, title, file, append, sep,
                        eol, na, dec, qmethod) {
  attr(columns, "labels") <- NULL
  doubled <- qmethod == "double"
  if (is.character(file) && nzchar(file)) {
    path <- path.expand(file)
    ok <- .Internal(writeTable(columns, row_labels, quoted, title, path, append,
                               sep, eol, na, dec, doubled))
    if (!ok) file(file, ifelse(append, "a", "w"))
    return(invisible(NULL))
  }
  lines <- c(title, .Internal(tableLines(columns, row_labels, quoted, sep, na,
                                         dec, doubled)))
  if (is.character(file)) {
    if (length(lines)) cat(paste0(lines, eol), sep = "")
  } else {
    if (!isOpen(file, "w")) {
      open(file, if (append) "a" else "w")
      on.exit(close(file))
    }
    writeLines(lines, file, sep = eol)
  }
  invisible(NULL)
}

row_names_of <- function(x) {
  names <- if (is.data.frame(x)) row.names(x) else rownames(x)
  if (is.null(names)) seq_len(nrow(x)) else names
}

# The columns as plain vectors and factors.
table_columns <- function(x) {
  if (is.data.frame(x)) {
    names <- NULL
    columns <- list()
    for (i in seq_along(x)) {
      column <- x[[i]]
      label <- names(x)[i]
      if (length(dim(column)) == 2L) {
        parts <- if (is.data.frame(column)) as.list(column)
          else lapply(seq_len(ncol(column)), function(j) column[, j])
        part_names <- colnames(column)
        if (is.null(part_names)) part_names <- seq_along(parts)
        names <- c(names, paste(label, part_names, sep = "."))
        columns <- c(columns, lapply(parts, plain_column))
      } else {
        names <- c(names, label)
        columns <- c(columns, list(plain_column(column)))
      }
    }
  } else {
    names <- colnames(x)
    if (is.null(names)) names <- paste0("V", seq_len(ncol(x)))
    columns <- lapply(seq_len(ncol(x)), function(j) as.vector(x[, j]))
  }
  attr(columns, "labels") <- names
  columns
}

plain_column <- function(column) {
  if (is.factor(column) || !is.object(column)) {
    if (is.list(column)) stop("unimplemented type 'list' in 'EncodeElement'", call. = FALSE)
    return(column)
  }
  result <- as.character(column)
  if (is.numeric(unclass(column)) || is.logical(unclass(column))) {
    attr(result, "unquoted") <- TRUE
  }
  result
}

columns_to_quote <- function(columns, quote) {
  textual <- vapply(columns, function(column) {
    (is.character(column) && is.null(attr(column, "unquoted"))) || is.factor(column)
  }, NA)
  if (is.logical(quote)) return(textual & quote)
  if (any(quote < 1L | quote > length(columns))) stop("invalid numbers in 'quote'")
  seq_along(columns) %in% quote
}

#' @rdname write.table
#' @param ... passed on to `write.table`; `sep`, `dec`, `qmethod` and
#'   `col.names` are fixed.
#' @examples
#' write.csv(data.frame(a = 1:2, b = c("x", "y")), row.names = FALSE)
write.csv <- function(...) {
  call <- match.call(write.table, call = sys.call(), expand.dots = TRUE)
  eval.parent(csv_call(call, ",", ".", sys.call()))
}

#' @rdname write.table
#' @examples
#' write.csv2(data.frame(a = 1.5), row.names = FALSE)
write.csv2 <- function(...) {
  call <- match.call(write.table, call = sys.call(), expand.dots = TRUE)
  eval.parent(csv_call(call, ";", ",", sys.call()))
}

csv_call <- function(call, sep, dec, caller) {
  for (name in c("append", "col.names", "sep", "dec", "qmethod")) {
    if (!is.null(call[[name]])) {
      warning(simpleWarning(gettextf("attempt to set '%s' ignored", name), caller))
    }
  }
  rows <- call$row.names
  call$append <- NULL
  call$col.names <- if (is.logical(rows) && !rows) TRUE else NA
  call$sep <- sep
  call$dec <- dec
  call$qmethod <- "double"
  call[[1L]] <- quote(utils::write.table)
  call
}
