#' The tokens of parsed code
#'
#' `getParseData` gives a data frame with a row for each token, comment and construct of code that
#' was parsed with `options(keep.source = TRUE, keep.parse.data = TRUE)`: where it stands, its
#' number, that of the construct it is part of, and what it is. `getParseText` gives the text of
#' items.
#'
#' @param x code as `parse` returns it, a function, or a `srcfile`.
#' @param includeText the text of all items, of tokens only (`NA`), or none.
#' @param parseData what `getParseData` returned.
#' @param id numbers of items.
#' @examples
#' x <- parse(text = "y <- f(1) # one", keep.source = TRUE)
#' d <- getParseData(x)
#' d
#' getParseText(d, d$id[d$parent == 0])
getParseData <- function(x, includeText = NA) {
  file <- sourceFileOf(x)
  items <- parsedItems(file)
  if (is.null(items)) return(NULL)
  data <- items[c("line1", "col1", "line2", "col2", "id", "parent", "token", "terminal", "text")]
  if (isFALSE(includeText)) {
    data$text <- NULL
  } else if (isTRUE(includeText)) {
    data$text[!data$terminal] <- itemText(items, which(!data$terminal), file)
  }
  data <- as.data.frame(data, stringsAsFactors = FALSE)
  row.names(data) <- data$id
  attr(data, "srcfile") <- file
  data
}

#' @rdname getParseData
getParseText <- function(parseData, id) {
  row <- match(id, parseData$id)
  text <- if (is.null(parseData$text)) character(nrow(parseData)) else parseData$text
  text <- text[row]
  missing <- which(!is.na(row) & (is.na(text) | !nzchar(text) |
    grepl("^\\[[0-9]+ chars quoted with", text)))
  if (length(missing)) {
    file <- attr(parseData, "srcfile")
    items <- parsedItems(file)
    text[missing] <- itemText(items, match(id[missing], items$id), file)
  }
  text
}

# The source file that code was parsed from, or NULL.
sourceFileOf <- function(x) {
  if (inherits(x, "srcfile")) return(x)
  if (!is.null(file <- attr(x, "srcfile"))) return(file)
  reference <- getSrcref(x)
  if (is.list(reference) && length(reference)) reference <- reference[[1L]]
  attr(reference, "srcfile")
}

# The parse data of a source file with their byte columns, or NULL.
parsedItems <- function(file) {
  if (inherits(file, "srcfilealias")) file <- file$original
  if (is.null(file)) return(NULL)
  items <- file$parseData
  # What was typed at the prompt keeps its text only, and so does what was saved.
  isTyped <- is.null(items) && identical(file$filename, "")
  if (isTyped && isTRUE(getOption("keep.parse.data")) || is.language(items)) {
    lines <- unlist(strsplit(sub("$", "\n", file$lines), "\n", fixed = TRUE))
    items <- .Internal(parseData(lines, isTRUE(file$isFile)))
  }
  if (is.null(items)) return(NULL)
  names(items) <- c("line1", "col1", "line2", "col2", "byte1", "byte2", "id", "parent", "token",
                    "terminal", "text")
  items
}

# The source text of the items in some rows.
itemText <- function(items, rows, file) {
  lines <- getSrcLines(file, 1L, max(items$line2, 1L))
  vapply(rows, function(row) {
    text <- lines[items$line1[row]:items$line2[row]]
    last <- length(text)
    text[last] <- bytesOf(text[last], 1L, items$byte2[row])
    text[1L] <- bytesOf(text[1L], items$byte1[row], nchar(text[1L], "bytes"))
    paste(text, collapse = "\n")
  }, "")
}

bytesOf <- function(line, first, last) {
  text <- rawToChar(charToRaw(line)[seq_len(max(last - first + 1L, 0L)) + first - 1L])
  Encoding(text) <- "UTF-8"
  text
}
