#' Read a table in data interchange format
#'
#' @param file a path or connection.
#' @param header does the first row hold the names?
#' @param dec the decimal point.
#' @param numerals,as.is,na.strings,colClasses,stringsAsFactors,check.names see
#'   [read.table()].
#' @param row.names,col.names names.
#' @param nrows how many rows to read, all if negative.
#' @param skip how many lines to skip first.
#' @param blank.lines.skip,fileEncoding ignored.
#' @param transpose exchange rows and columns?
#' @examples
#' name <- tempfile()
#' cat("TABLE\n0,1\n\"X\"\nVECTORS\n0,1\n\"\"\nTUPLES\n0,2\n\"\"\nDATA\n0,0\n\"\"",
#'     "-1,0\nBOT\n1,0\n\"a\"\n-1,0\nBOT\n0,2.5\nV\n-1,0\nEOD", sep = "\n", file = name)
#' read.DIF(name, header = TRUE)
#' unlink(name)
read.DIF <- function(file, header = FALSE, dec = ".",
                     numerals = c("allow.loss", "warn.loss", "no.loss"), row.names, col.names,
                     as.is = !stringsAsFactors, na.strings = "NA", colClasses = NA, nrows = -1,
                     skip = 0, check.names = TRUE, blank.lines.skip = TRUE,
                     stringsAsFactors = FALSE, transpose = FALSE, fileEncoding = "") {
  numerals <- match.arg(numerals)
  lines <- table_lines(file)
  if (skip > 0L) lines <- lines[-seq_len(skip)]
  rows <- dif_rows(lines)
  width <- max(lengths(rows), 0L)
  cells <- t(vapply(rows, function(row) c(row, rep(NA, width - length(row))), character(width)))
  if (width == 1L) cells <- matrix(cells, ncol = 1L)
  if (transpose) cells <- t(cells)
  titles <- NULL
  if (header) {
    titles <- cells[1L, ]
    cells <- cells[-1L, , drop = FALSE]
  }
  if (nrows > 0L) cells <- cells[seq_len(min(nrows, nrow(cells))), , drop = FALSE]
  if (missing(col.names)) {
    col.names <- if (is.null(titles)) paste0("V", seq_len(ncol(cells))) else titles
  }
  if (check.names) col.names <- make.names(col.names, unique = TRUE)
  kinds <- rep_len(colClasses, ncol(cells))
  columns <- lapply(seq_len(ncol(cells)), function(k) {
    if (is.na(kinds[k])) {
      type.convert(cells[, k], na.strings = na.strings, as.is = as.is, dec = dec,
                   numerals = numerals)
    } else {
      methods_as(cells[, k], get(paste0("as.", kinds[k]))(character()))
    }
  })
  names(columns) <- col.names
  result <- as.data.frame(columns, optional = TRUE, stringsAsFactors = FALSE)
  if (!missing(row.names)) rownames(result) <- row.names
  result
}

# The cells of each row as text: pairs of lines after DATA, those with -1 between rows.
dif_rows <- function(lines) {
  start <- match("DATA", toupper(trimws(lines)))
  if (is.na(start)) stop("row 1, column 1: file is not in DIF format")
  lines <- trimws(lines[-seq_len(start + 2L)])
  pairs <- matrix(lines[seq_len(length(lines) %/% 2L * 2L)], 2L)
  kind <- trimws(sub(",.*", "", pairs[1L, ]))
  last <- match(TRUE, kind == "-1" & pairs[2L, ] == "EOD", nomatch = ncol(pairs) + 1L)
  pairs <- pairs[, seq_len(last - 1L), drop = FALSE]
  kind <- kind[seq_len(last - 1L)]
  cells <- ifelse(kind == "0", trimws(sub("^[^,]*,", "", pairs[1L, ])),
                  gsub("^\"|\"$", "", pairs[2L, ]))
  cells[!nzchar(cells) | kind == "0" & pairs[2L, ] == "NA"] <- NA
  row <- cumsum(kind == "-1")
  unname(split(cells[kind != "-1"], factor(row, seq_len(max(row, 0L)))[kind != "-1"]))
}

#' Read fixed-width text by a Fortran format
#'
#' @param file a path or connection.
#' @param format formats such as `"2F5.2"`, `"I3"`, `"A10"`, `"5X"`; a list of
#'   them for records of several lines.
#' @param as.is,colClasses,... see [read.fwf()].
#' @examples
#' name <- tempfile()
#' cat("123456", "987654", sep = "\n", file = name)
#' read.fortran(name, c("F2.1", "F2.0", "I2"))
#' unlink(name)
read.fortran <- function(file, format, ..., as.is = TRUE, colClasses = NA) {
  records <- lapply(if (is.list(format)) format else list(format), fortran_fields)
  widths <- lapply(records, function(fields) ifelse(fields$kind == "X", -fields$width, fields$width))
  fields <- do.call(rbind, records)
  fields <- fields[fields$kind != "X", ]
  kinds <- c(F = "numeric", D = "numeric", I = "integer", A = "character", L = "logical")[
    fields$kind]
  known <- rep_len(colClasses, length(kinds))
  kinds[!is.na(known)] <- known[!is.na(known)]
  result <- read.fwf(file, if (is.list(format)) widths else widths[[1L]], ..., as.is = as.is,
                     colClasses = unname(kinds))
  for (k in which(fields$kind %in% c("F", "D") & fields$digits > 0)) {
    result[[k]] <- result[[k]] * 10^-fields$digits[k]
  }
  result
}

fortran_fields <- function(format) {
  format <- toupper(format)
  pattern <- "^([0-9]*)([FDIAXL])([0-9]*)(\\.([0-9]+))?$"
  if (!all(grepl(pattern, format))) stop("bad Fortran format")
  number <- function(group, default) {
    text <- sub(pattern, group, format)
    ifelse(nzchar(text), suppressWarnings(as.integer(text)), default)
  }
  kind <- sub(pattern, "\\2", format)
  times <- number("\\1", 1L)
  width <- number("\\3", 1L)
  # 5X skips five characters.
  width[kind == "X"] <- times[kind == "X"]
  times[kind == "X"] <- 1L
  fields <- data.frame(kind = kind, width = width, digits = number("\\5", 0L))
  fields[rep(seq_along(times), times), ]
}
