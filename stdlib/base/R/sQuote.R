#' Quote text
#'
#' `sQuote` and `dQuote` put text in single or double quotes, `shQuote` quotes
#' it for a shell.
#'
#' @param x,string text.
#' @param q curly quotes (`TRUE`), plain ones, or `"TeX"`.
#' @param type the kind of shell.
#' @examples
#' dQuote("a")
#' sQuote("a", FALSE)
#' shQuote("it's")
sQuote <- function(x, q = getOption("useFancyQuotes")) .quoteWith(x, q, "\u2018", "\u2019", "`", "'", "'")

#' @rdname sQuote
dQuote <- function(x, q = getOption("useFancyQuotes")) .quoteWith(x, q, "\u201c", "\u201d", "``", "''", "\"")

.quoteWith <- function(x, q, before, after, texBefore, texAfter, plain) {
  if (!length(x)) return(character())
  if (is.null(q)) q <- TRUE
  if (is.logical(q)) {
    if (is.na(q)) stop("invalid 'q' argument")
    return(if (q) paste0(before, x, after) else paste0(plain, x, plain))
  }
  switch(q, TeX = paste0(texBefore, x, texAfter), `UTF-8` = paste0(before, x, after),
         paste0(plain, x, plain))
}

#' @rdname sQuote
shQuote <- function(string, type = c("sh", "csh", "cmd", "cmd2")) {
  if (missing(type) && .Platform$OS.type == "windows") type <- "cmd"
  type <- match.arg(type)
  if (type == "cmd") return(paste0("\"", gsub("\"", "\\\\\"", string), "\""))
  if (type == "cmd2") {
    text <- gsub("(\\\\*)\"", "\\1\\1\\\\\"", string)
    return(paste0("\"", sub("(\\\\+)$", "\\1\\1", text), "\""))
  }
  if (!length(string)) return("")
  hasSingle <- grep("'", string)
  if (!length(hasSingle)) return(paste0("'", string, "'"))
  if (type == "sh") {
    return(paste0("\"", gsub("([\"$`\\\\])", "\\\\\\1", string), "\""))
  }
  if (!length(grep("([$`])", string))) {
    return(paste0("\"", gsub("([\"!\\\\])", "\\\\\\1", string), "\""))
  }
  paste0("'", gsub("'", "'\"'\"'", string), "'")
}
