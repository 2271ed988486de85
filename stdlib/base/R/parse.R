#' Parse R code
#'
#' The expressions in a text, unevaluated, as an expression vector. With `keep.source` the vector and
#' the functions and blocks in it know where they were written: attributes `srcref`, `srcfile` and
#' `wholeSrcref`.
#'
#' @param file a file name or a connection; `""` reads from the console.
#' @param n how many expressions to read at most; all if `NULL` or negative.
#' @param text lines of code, instead of a file.
#' @param prompt accepted and not used.
#' @param keep.source whether functions remember how they were written.
#' @param srcfile a [srcfile()] that holds the text, or the name that messages give it.
#' @param encoding `"UTF-8"` makes positions in a file count characters, not bytes.
#' @examples
#' parse(text = "x <- 1; y <- 2")
#' try(parse(text = "x y"))
#' x <- parse(text = c("f <- function(a)  a", "f(1)"), keep.source = TRUE)
#' attr(x, "srcref")
parse <- function(file = "", n = NULL, text = NULL, prompt = "?",
                  keep.source = getOption("keep.source"), srcfile = NULL,
                  encoding = "unknown") {
  keep.source <- isTRUE(keep.source)
  isFile <- FALSE
  if (!is.null(text)) {
    if (length(text) == 0L) return(expression())
    name <- "<text>"
    text <- as.character(text)
    if (missing(srcfile) && keep.source) srcfile <- srcfilecopy(name, text)
  } else {
    if (identical(file, "")) file <- stdin()
    isFile <- !identical(encoding, "UTF-8")
    name <- if (is.character(file) && missing(srcfile)) file else ""
    filename <- file
    if (is.character(filename)) {
      file <- file(filename, "r")
      on.exit(close(file))
    }
    text <- readLines(file, warn = FALSE)
    if (missing(srcfile) && keep.source && is.character(filename)) {
      srcfile <- srcfilecopy(filename, text, file.mtime(filename)[1], isFile = TRUE)
    }
  }
  if (is.character(srcfile)) name <- srcfile[1L]
  if (is.environment(srcfile)) {
    name <- srcfile$filename
    if (keep.source && isTRUE(getOption("keep.parse.data"))) {
      delayedAssign("parseData", .Internal(parseData(text, isFile)), assign.env = srcfile)
    }
  }
  .Internal(parse(text, n, name, if (keep.source) srcfile, isFile))
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
