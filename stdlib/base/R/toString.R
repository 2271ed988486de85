#' One string of a vector
#'
#' @param x an object.
#' @param width cut the string at this width.
#' @param ... further arguments of methods.
#' @examples
#' toString(1:5)
#' toString(letters, width = 20)
toString <- function(x, ...) UseMethod("toString")

toString.default <- function(x, width = NULL, ...) {
  text <- paste(x, collapse = ", ")
  if (!is.null(width) && !is.na(width)) {
    width <- max(6, width)
    if (nchar(text, type = "w") > width) {
      text <- paste0(strtrim(text, width - 4), "....")
    }
  }
  text
}

#' Quote text
#'
#' In single, double or shell quotes.
#'
#' @param x,string strings.
#' @param q kind of quotes: `TRUE` for typographic ones, `FALSE` for plain ones,
#'   `"TeX"` or `"UTF-8"`.
#' @param type kind of shell.
#' @examples
#' sQuote("a", FALSE)
#' dQuote("a", FALSE)
#' shQuote("it's")
sQuote <- function(x, q = getOption("useFancyQuotes")) {
  .quoted(x, q, c("\u2018", "\u2019"), c("`", "'"), c("'", "'"))
}

#' @rdname sQuote
dQuote <- function(x, q = getOption("useFancyQuotes")) {
  .quoted(x, q, c("\u201c", "\u201d"), c("``", "''"), c("\"", "\""))
}

# Strings between the quotes of the kind `q`.
.quoted <- function(x, q, fancy, tex, plain) {
  if (!length(x)) return(character())
  marks <- if (isTRUE(q) || is.character(q) && q == "UTF-8") fancy
  else if (is.character(q) && q == "TeX") tex
  else plain
  paste0(marks[1L], x, marks[2L])
}

#' @rdname sQuote
shQuote <- function(string, type = c("sh", "csh", "cmd", "cmd2")) {
  if (missing(type)) type <- "sh"
  type <- match.arg(type)
  if (type == "cmd") {
    return(paste0("\"", gsub("\"", "\\\\\"", string), "\""))
  }
  if (type == "cmd2") {
    escaped <- gsub("(\\\\*)\"", "\\1\\1\\\\\"", string)
    return(paste0("\"", gsub("(\\\\+)$", "\\1\\1", escaped), "\""))
  }
  if (!length(string)) return("")
  hasSingle <- grep("'", string)
  if (!length(hasSingle)) return(paste0("'", string, "'"))
  if (type == "sh") {
    paste0("\"", gsub("([\"$`\\\\])", "\\\\\\1", string), "\"")
  } else {
    paste0("'", gsub("'", "'\\\\''", string), "'")
  }
}
