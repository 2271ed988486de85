#' Read tables from text
#'
#' Reads a file of rows and columns and returns a data frame. The file may be
#' compressed. A column becomes logical, integer, numeric, complex or character,
#' the first of these that fits all its cells.
#'
#' @param file a file name or connection.
#' @param header whether the first line holds names; guessed if missing: it
#'   does if it has one field less than the others.
#' @param sep the field separator; `""` for white space.
#' @param quote quoting characters.
#' @param dec the decimal point.
#' @param numerals what to do with numbers of too many digits.
#' @param row.names row names: a vector, or the number or name of a column.
#' @param col.names names of the columns.
#' @param as.is whether text stays text, for each column.
#' @param na.strings texts of missing values.
#' @param colClasses classes of the columns, NA to guess, "NULL" to skip.
#' @param nrows the largest number of rows, negative for all.
#' @param skip how many lines to skip first.
#' @param check.names whether to make names syntactically valid and unique.
#' @param fill whether short rows are filled up.
#' @param strip.white whether to strip white space around fields.
#' @param blank.lines.skip whether to skip blank lines.
#' @param comment.char the character that begins a comment, or `""`.
#' @param allowEscapes whether to interpret escapes such as `\n`.
#' @param flush whether to ignore the rest of a line after the last field.
#' @param stringsAsFactors whether text becomes a factor.
#' @param fileEncoding,encoding encodings of the file and of the text.
#' @param text the text itself, instead of a file.
#' @param skipNul whether to skip nul bytes.
#' @examples
#' read.table(text = "a b\n1 x\n2 y", header = TRUE)
read.table <- function(file, header = FALSE, sep = "", quote = "\"'",
                       dec = ".", numerals = c("allow.loss", "warn.loss",
                                               "no.loss"),
                       row.names, col.names, as.is = !stringsAsFactors,
                       na.strings = "NA", colClasses = NA, nrows = -1,
                       skip = 0, check.names = TRUE,
                       fill = !blank.lines.skip, strip.white = FALSE,
                       blank.lines.skip = TRUE, comment.char = "#",
                       allowEscapes = FALSE, flush = FALSE,
                       stringsAsFactors = FALSE, fileEncoding = "",
                       encoding = "unknown", text, skipNul = FALSE) {
  numerals <- match.arg(numerals)
  if (!missing(text) && missing(file)) {
    source <- unlist(strsplit(as.character(text), "\n", fixed = TRUE))
    is_text <- TRUE
  } else {
    opened <- table_source(file)
    source <- opened$source
    is_text <- opened$is_text
  }
  head <- .Internal(readTableHead(source, is_text, sep, quote, skip,
                                  blank.lines.skip, comment.char, strip.white,
                                  allowEscapes))
  if (head$empty) {
    if (missing(col.names)) stop("no lines available in input")
    head$columns <- length(col.names)
    head$first <- character()
  }
  if (head$open) report_open_head(source, is_text, sys.call())
  labels <- if (missing(col.names)) head$first else col.names
  columns <- max(head$columns, length(labels))
  row_labels <- length(labels) == columns - 1L
  if (missing(header) && row_labels) header <- TRUE
  if (!header) row_labels <- FALSE
  if (missing(col.names)) {
    col.names <- if (header) head$first else paste0("V", seq_len(columns))
  }
  if (header && !missing(col.names) && length(head$first) != length(col.names)) {
    warning("header and 'col.names' are of different lengths")
  }
  if (length(col.names) + row_labels < columns) {
    stop("more columns than column names")
  }
  if (strip.white && header && missing(col.names)) col.names <- trimws(col.names)
  if (check.names) col.names <- make.names(col.names, unique = TRUE)
  if (row_labels) col.names <- c("row.names", col.names)
  classes <- column_classes(colClasses, col.names, columns)
  guessed <- numerals != "allow.loss" & is.na(classes)
  classes[guessed] <- "guessed"
  cells <- if (head$empty) {
    lapply(classes, function(class) if (is.na(class)) logical() else vector(native_class(class), 0L))
  } else {
    .Internal(readTableBody(
      source, is_text, header, columns, native_classes(classes), sep, quote,
      dec, fill, strip.white, blank.lines.skip, comment.char, allowEscapes,
      flush, na.strings, nrows, skip, numerals))
  }
  cells <- converted_columns(cells, classes, col.names, as.is, dec, numerals)
  named_table(cells, col.names, row_labels, row.names, missing(row.names),
              columns)
}

# Quotes that one of the first lines opens must end somewhere.
report_open_head <- function(source, is_text, call) {
  text <- paste0("incomplete final line found by readTableHeader on '",
                 if (is_text) "text" else source, "'")
  if (is_text) stop(simpleError(text, call))
  warning(simpleWarning(text, call))
}

# What the reader reads: a file name, or the lines of a connection.
table_source <- function(file) {
  if (is.character(file)) {
    if (nzchar(file) && file.exists(file)) {
      return(list(source = path.expand(file), is_text = FALSE))
    }
    file <- if (nzchar(file)) file(file, "rt") else stdin()
    on.exit(if (!identical(file, stdin())) close(file))
    return(list(source = readLines(file, warn = FALSE), is_text = TRUE))
  }
  if (!inherits(file, "connection")) {
    stop("'file' must be a character string or connection")
  }
  if (!isOpen(file, "rt")) {
    open(file, "rt")
    on.exit(close(file))
  }
  list(source = readLines(file, warn = FALSE), is_text = TRUE)
}

column_classes <- function(classes, names, columns) {
  given <- names(classes)
  if (is.null(given)) return(rep_len(classes, columns))
  result <- rep.int(NA_character_, columns)
  positions <- match(given, names)
  if (anyNA(positions)) {
    warning(simpleWarning("not all columns named in 'colClasses' exist", sys.call(-1L)))
  }
  result[positions[!is.na(positions)]] <- classes[!is.na(positions)]
  result
}

# The reader knows basic types; other classes are read as text.
native_classes <- function(classes) {
  classes <- as.character(classes)
  known <- is.na(classes) | classes %in% c(
    "NULL", "logical", "integer", "numeric", "double", "character")
  classes[!known] <- "character"
  classes
}

native_class <- function(class) {
  class <- native_classes(class)
  if (class == "numeric") "double" else if (class == "NULL") "list" else class
}

converted_columns <- function(data, colClasses, names, as.is, dec, numerals) {
  text <- rep.int(FALSE, length(data))
  if (is.logical(as.is)) {
    text <- rep_len(as.is, length(data))
  } else if (is.numeric(as.is)) {
    if (any(as.is < 1 | as.is > length(data))) {
      stop("invalid numeric 'as.is' expression")
    }
    text[as.is] <- TRUE
  } else if (is.character(as.is)) {
    positions <- match(as.is, names)
    if (anyNA(positions)) {
      warning(simpleWarning("not all columns named in 'as.is' exist", sys.call(-1L)))
    }
    text[positions[!is.na(positions)]] <- TRUE
  }
  as.is <- text
  for (i in seq_along(data)) {
    class <- colClasses[i]
    if (is.na(class)) {
      if (!as.is[i] && is.character(data[[i]])) data[[i]] <- as.factor(data[[i]])
      next
    }
    if (class != "guessed" && native_classes(class) == class) next
    data[[i]] <- switch(
      class,
      guessed = type.convert(data[[i]], as.is = as.is[i], dec = dec,
                             numerals = numerals, na.strings = character(0L)),
      factor = as.factor(data[[i]]),
      Date = as.Date(data[[i]]),
      POSIXct = as.POSIXct(data[[i]]),
      methods::as(data[[i]], colClasses[i]))
  }
  kept <- is.na(colClasses) | colClasses != "NULL"
  list(cells = data[kept], kept = kept)
}

named_table <- function(found, names, row_labels, row.names, none, columns) {
  cells <- found$cells
  names(cells) <- names[found$kept]
  rows <- if (length(cells)) length(cells[[1L]]) else 0L
  fail <- function(message) stop(simpleError(message, sys.call(-2L)))
  labels <- NULL
  if (none) {
    if (row_labels) {
      labels <- cells[[1L]]
      cells <- cells[-1L]
    }
  } else if (is.null(row.names)) {
    labels <- NULL
  } else if (is.character(row.names)) {
    if (length(row.names) == 1L) {
      position <- match(row.names, names(cells))
      if (is.na(position)) fail("invalid 'row.names' specification")
      labels <- cells[[position]]
      cells <- cells[-position]
    } else {
      labels <- row.names
    }
  } else if (is.numeric(row.names) && length(row.names) == 1L) {
    if (row.names > length(cells)) fail("invalid 'row.names' specification")
    labels <- cells[[row.names]]
    cells <- cells[-row.names]
  } else {
    fail("invalid 'row.names' specification")
  }
  if (!is.null(labels)) {
    labels <- if (is.object(labels) || !is.integer(labels)) as.character(labels) else labels
    if (length(labels) != rows) fail("invalid 'row.names' length")
    if (anyDuplicated(labels)) fail("duplicate 'row.names' are not allowed")
    if (anyNA(labels)) fail("missing values in 'row.names' are not allowed")
  }
  attr(cells, "row.names") <- if (is.null(labels)) .set_row_names(as.integer(rows)) else labels
  class(cells) <- "data.frame"
  cells
}

#' @rdname read.table
#' @param ... passed on to `read.table`.
#' @examples
#' read.csv(text = "x,y\n1,a\n2,\"b, c\"")
read.csv <- function(file, header = TRUE, sep = ",", quote = "\"", dec = ".",
                     fill = TRUE, comment.char = "", ...) {
  read.table(file = file, header = header, sep = sep, quote = quote, dec = dec,
             fill = fill, comment.char = comment.char, ...)
}

#' @rdname read.table
#' @examples
#' read.csv2(text = "x;y\n1,5;a")
read.csv2 <- function(file, header = TRUE, sep = ";", quote = "\"", dec = ",",
                      fill = TRUE, comment.char = "", ...) {
  read.table(file = file, header = header, sep = sep, quote = quote, dec = dec,
             fill = fill, comment.char = comment.char, ...)
}

#' @rdname read.table
#' @examples
#' read.delim(text = "x\ty\n1\ta")
read.delim <- function(file, header = TRUE, sep = "\t", quote = "\"",
                       dec = ".", fill = TRUE, comment.char = "", ...) {
  read.table(file = file, header = header, sep = sep, quote = quote, dec = dec,
             fill = fill, comment.char = comment.char, ...)
}

#' @rdname read.table
#' @examples
#' read.delim2(text = "x\ty\n1,5\ta")
read.delim2 <- function(file, header = TRUE, sep = "\t", quote = "\"",
                        dec = ",", fill = TRUE, comment.char = "", ...) {
  read.table(file = file, header = header, sep = sep, quote = quote, dec = dec,
             fill = fill, comment.char = comment.char, ...)
}

#' Read fixed-width fields
#'
#' Reads a table whose fields have fixed widths.
#'
#' @param file a file name or connection.
#' @param widths the widths, negative to skip; a list of them for records of
#'   several lines.
#' @param header whether the first line holds names, separated by `sep`.
#' @param sep a character that is not in the file.
#' @param skip how many lines to skip first.
#' @param row.names,col.names,fileEncoding,... as in `read.table`.
#' @param n the largest number of records.
#' @param buffersize not used.
#' @examples
#' read.fwf(textConnection(c("12345", "67890")), c(1, -1, 3))
read.fwf <- function(file, widths, header = FALSE, sep = "\t", skip = 0L,
                     row.names, col.names, n = -1L, buffersize = 2000,
                     fileEncoding = "", ...) {
  lines <- table_lines(file)
  if (skip > 0L) lines <- lines[-seq_len(skip)]
  title <- NULL
  if (header) {
    title <- lines[1L]
    lines <- lines[-1L]
  }
  records <- if (is.list(widths)) widths else list(widths)
  size <- length(records)
  if (n > 0L) lines <- lines[seq_len(min(length(lines), n * size))]
  count <- length(lines) %/% size
  fields <- list()
  for (k in seq_len(size)) {
    part <- lines[seq.int(k, by = size, length.out = count)]
    stop <- cumsum(abs(records[[k]]))
    start <- stop - abs(records[[k]]) + 1L
    for (i in which(records[[k]] >= 0)) {
      fields <- c(fields, list(substr(part, start[i], stop[i])))
    }
  }
  text <- c(title, do.call(paste, c(fields, sep = sep)))
  arguments <- list(text = text, header = header, sep = sep, quote = "", ...)
  if (!missing(row.names)) arguments$row.names <- row.names
  if (!missing(col.names)) arguments$col.names <- col.names
  do.call(read.table, arguments)
}

table_lines <- function(file) {
  found <- table_source(file)
  if (found$is_text) found$source else readLines(found$source, warn = FALSE)
}

#' Count the fields of each line
#'
#' Returns a number for each line; NA for lines that end within quotes.
#'
#' @param file a file name or connection.
#' @param sep the field separator; `""` for white space.
#' @param quote quoting characters.
#' @param skip how many lines to skip first.
#' @param blank.lines.skip whether to skip blank lines.
#' @param comment.char the character that begins a comment.
#' @examples
#' count.fields(textConnection("a b\nc d e"))
count.fields <- function(file, sep = "", quote = "\"'", skip = 0,
                         blank.lines.skip = TRUE, comment.char = "#") {
  if (is.character(file) && nzchar(file)) {
    file <- file(file)
    on.exit(close(file))
  }
  if (is.character(file)) file <- stdin()
  lines <- .Internal(readLines(file, -1L, TRUE, FALSE, FALSE))
  .Internal(countFields(lines, TRUE, sep, quote, skip,
                        blank.lines.skip, comment.char))
}

#' Convert text to other types
#'
#' Converts text, or the text in a list or data frame, to logical, integer,
#' numeric, complex or factor, as `read.table` does.
#'
#' @param x a vector, list or data frame.
#' @param ... further arguments for methods.
#' @examples
#' type.convert(c("1", "2", NA), as.is = TRUE)
type.convert <- function(x, ...) UseMethod("type.convert")

type.convert.default <- function(x, na.strings = "NA", as.is, dec = ".",
                                 numerals = c("allow.loss", "warn.loss",
                                              "no.loss"), ...) {
  if (is.array(x)) {
    shape <- dim(x)
    names <- dimnames(x)
  } else {
    shape <- NULL
  }
  if (missing(as.is)) {
    warning("'as.is' should be specified by the caller; using TRUE")
    as.is <- TRUE
  }
  if (is.factor(x)) x <- as.character(x)
  numerals <- match.arg(numerals)
  texts <- as.character(x)
  result <- .Internal(typeConvert(texts, na.strings, as.is, dec, numerals))
  if (numerals != "allow.loss" && is.double(result)) {
    lossy <- loses_digits(texts, dec) & !texts %in% na.strings
    if (any(lossy) && numerals == "warn.loss") {
      warning(sprintf("accuracy loss in conversion from \"%s\" to numeric", texts[lossy][1L]))
    } else if (any(lossy)) {
      texts[texts %in% na.strings] <- NA
      result <- if (as.is) texts else factor(texts)
    }
  }
  if (!is.null(shape)) {
    dim(result) <- shape
    dimnames(result) <- names
  }
  result
}

# Whether the digits of numbers, taken as one integer, are more than a double can hold.
loses_digits <- function(texts, dec) {
  digits <- gsub(paste0("[-+ ", dec, "]"), "", sub("[eE].*", "", texts))
  digits <- sub("^0+", "", digits)
  size <- nchar(digits)
  largest <- "9007199254740992"
  grepl("^[0-9]+$", digits) & (size > nchar(largest) | size == nchar(largest) & digits > largest)
}

type.convert.list <- function(x, ...) {
  x[] <- lapply(x, type.convert, ...)
  x
}

type.convert.data.frame <- function(x, ...) {
  x[] <- lapply(x, type.convert, ...)
  x
}
