#' Warn about errors in a list of results
#'
#' Replaces the errors in a list of results by a value, and warns about them.
#'
#' @param x a list; some elements may be error conditions.
#' @param warn warn?
#' @param errValue what stands for an error.
#' @examples
#' results <- lapply(list(1, "a"), function(x) tryCatch(x + 1, error = identity))
#' suppressWarnings(warnErrList(results))
warnErrList <- function(x, warn = TRUE, errValue = NULL) {
  failed <- vapply(x, inherits, NA, what = "error")
  if (!any(failed)) return(x)
  messages <- vapply(x[failed], conditionMessage, "")
  where <- deparse(conditionCall(x[failed][[1L]]), nlines = 1L)[1L]
  total <- length(messages)
  text <- if (total == 1L) {
    paste0("1 error caught in ", where, ": ", messages)
  } else if (length(unique(messages)) == 1L) {
    paste0(total, " times caught the same error in ", where, ": ", messages[1L])
  } else {
    counts <- capture.output(sort(table(messages)))[-1L]
    paste0(total, " errors caught in ", where, ".  The error messages and their frequencies are",
           paste0("\n", c("", counts), collapse = ""))
  }
  if (warn) warning(text, call. = FALSE, domain = NA)
  x[failed] <- list(errValue)
  attr(x, "warningMsg") <- text
  x
}

#' Short labels of expressions
#'
#' Deparses each element of a list or expression, cut to a width.
#'
#' @param value a list or expression.
#' @param maxwidth the most characters.
#' @examples
#' limitedLabels(expression(a + b, foo(x)))
limitedLabels <- function(value, maxwidth = getOption("width") - 5L) {
  maxwidth <- min(max(maxwidth, 20L), 1000L)
  labels <- vapply(as.list(value), function(part) {
    paste(trimws(deparse(part)), collapse = " ")
  }, "")
  substr(labels, 1L, maxwidth)
}

#' Encodings of a locale
#'
#' @param locale the name of a locale.
#' @examples
#' localeToCharset("de_DE.UTF-8")
localeToCharset <- function(locale = Sys.getlocale("LC_CTYPE")) {
  if (locale %in% c("C", "POSIX")) return("ASCII")
  if (!grepl(".", locale, fixed = TRUE)) return(NA_character_)
  code <- sub("^[^.]*\\.([^@]*).*$", "\\1", locale)
  known <- c(utf8 = "UTF-8", iso88591 = "ISO8859-1", iso885915 = "ISO8859-15")
  name <- known[tolower(gsub("[^[:alnum:]]", "", code))]
  if (is.na(name)) toupper(code) else unname(name)
}
