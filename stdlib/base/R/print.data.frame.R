format.data.frame <- function(x, ..., justify = "none") {
  columns <- length(x)
  if (!columns) return(x)
  rowNames <- as.character(attr(x, "row.names"))
  size <- .row_names_info(x, 2L)
  result <- vector("list", columns)
  fits <- TRUE
  for (i in seq_len(columns)) {
    text <- format(x[[i]], ..., justify = justify)
    fits <- fits && NROW(text) == size
    result[[i]] <- if (NROW(text) == size) text else .takeRows(text, seq_len(size))
  }
  if (!fits) warning("corrupt data frame: columns will be truncated or padded with NAs")
  names(result) <- if (is.null(names(x))) character(columns) else names(x)
  result <- lapply(.spreadColumns(result, size), .plainText)
  names(result) <- .rowText(names(result))
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
    part <- lapply(seq_len(count), function(k) column[, k])
    names(part) <- if (count == 1L) {
      if (is.null(labels)) names[i] else labels
    } else {
      paste(names[i], if (is.null(labels)) seq_len(count) else labels, sep = ".")
    }
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
  n0 <- max %/% length(x)
  omit <- n0 < rows
  text <- format.data.frame(if (omit) x[seq_len(n0), , drop = FALSE] else x,
                            digits = digits, na.encode = FALSE)
  text <- as.matrix.data.frame(text, rownames.force = TRUE)
  if (!isTRUE(row.names)) {
    dimnames(text)[[1L]] <- if (isFALSE(row.names)) {
      rep.int("", if (omit) n0 else rows)
    } else {
      row.names
    }
  }
  print(text, ..., quote = quote, right = right, max = max)
  if (omit) {
    cat(" [ reached 'max' / getOption(\"max.print\") -- omitted",
        rows - n0, "rows ]\n")
  }
  invisible(x)
}
