format.data.frame <- function(x, ..., justify = "none") {
  columns <- length(x)
  if (!columns) return(x)
  rowNames <- as.character(attr(x, "row.names"))
  size <- .row_names_info(x, 2L)
  result <- vector("list", columns)
  for (i in seq_len(columns)) {
    text <- format(x[[i]], ..., justify = justify)
    if (is.null(dim(text)) && length(text) != size) {
      text <- if (length(text) == 1L) rep.int(text, size) else rep_len(text, size)
    }
    result[[i]] <- text
  }
  names(result) <- if (is.null(names(x))) character(columns) else names(x)
  result <- lapply(.spreadColumns(result, size), .plainText)
  class(result) <- "data.frame"
  attr(result, "row.names") <- rowNames
  result
}

# Text without other attributes than the class of a column as it is.
.plainText <- function(x) {
  attributes(x) <- NULL
  class(x) <- "AsIs"
  x
}

# Columns with matrices and data frames among them made one column each.
.spreadColumns <- function(columns, size) {
  wide <- vapply(columns, function(column) length(dim(column)) == 2L, NA)
  if (!any(wide)) return(columns)
  names <- names(columns)
  parts <- lapply(seq_along(columns), function(i) {
    column <- columns[[i]]
    if (!wide[i]) return(columns[i])
    count <- ncol(column)
    labels <- if (is.data.frame(column)) names(column) else colnames(column)
    if (is.null(labels)) labels <- seq_len(count)
    part <- lapply(seq_len(count), function(k) column[, k])
    names(part) <- paste(names[i], labels, sep = ".")
    part
  })
  unlist(parts, recursive = FALSE)
}

print.data.frame <- function(x, ..., digits = NULL, quote = FALSE, right = TRUE,
                             row.names = TRUE, max = NULL) {
  rows <- .row_names_info(x, 2L)
  if (length(x) == 0L) {
    cat(sprintf(ngettext(
      rows, "data frame with 0 columns and %d row\n",
      "data frame with 0 columns and %d rows\n"
    ), rows), sep = "")
    return(invisible(x))
  }
  if (rows == 0L) {
    print.default(names(x), quote = FALSE)
    cat(gettext("<0 rows> (or 0-length row.names)\n"))
    return(invisible(x))
  }
  if (is.null(max)) max <- getOption("max.print", 99999L)
  if (!is.finite(max)) stop("invalid 'max' / getOption(\"max.print\"): ", max)
  shown <- max %/% length(x)
  cut <- shown < rows
  part <- if (cut) x[seq_len(shown), , drop = FALSE] else x
  text <- format.data.frame(part, digits = digits, na.encode = FALSE)
  text <- as.matrix.data.frame(text, rownames.force = TRUE)
  if (!isTRUE(row.names)) {
    dimnames(text)[[1L]] <- if (isFALSE(row.names)) {
      rep.int("", if (cut) shown else rows)
    } else {
      row.names
    }
  }
  print(text, ..., quote = quote, right = right, max = max)
  if (cut) {
    cat(" [ reached 'max' / getOption(\"max.print\") -- omitted",
        rows - shown, "rows ]\n")
  }
  invisible(x)
}
