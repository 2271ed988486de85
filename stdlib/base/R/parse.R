#' Parse R code
#'
#' The expressions in a text, unevaluated, as an expression vector.
#'
#' @param file a file name or a connection; `""` reads from the console.
#' @param n how many expressions to read at most; all if `NULL` or negative.
#' @param text lines of code, instead of a file.
#' @param prompt,encoding accepted and not used.
#' @param keep.source whether functions remember how they were written.
#' @param srcfile the name that messages give the text.
#' @examples
#' parse(text = "x <- 1; y <- 2")
#' try(parse(text = "x y"))
parse <- function(file = "", n = NULL, text = NULL, prompt = "?",
                  keep.source = getOption("keep.source"), srcfile = NULL,
                  encoding = "unknown") {
  source <- "<text>"
  if (!missing(text)) {
    if (length(text) == 0L) return(expression())
    text <- as.character(text)
  } else {
    if (identical(file, "")) file <- stdin()
    if (is.character(file)) source <- file
    text <- readLines(file, warn = FALSE)
  }
  if (is.character(srcfile)) source <- srcfile[1L]
  .Internal(parse(text, n, source, isTRUE(keep.source)))
}

#' Text to language objects
#'
#' `str2lang` gives the expression that a string holds, `str2expression` an
#' expression vector of all that strings hold.
#'
#' @param s a string.
#' @param text strings.
#' @examples
#' str2lang("x + y")
#' str2expression(c("a", "b + c"))
str2lang <- function(s) .Internal(str2lang(s))

#' @rdname str2lang
str2expression <- function(text) .Internal(str2expression(text))
