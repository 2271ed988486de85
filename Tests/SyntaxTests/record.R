# Records what GNU R makes of the cases: Rscript record.R
#
# Cases are separated by lines "#====". `complete.tree` shows each expression as nested calls,
# `error.message` the message of parse(text =).

quoted <- function(text) {
  if (is.na(text)) return("NA")
  bytes <- as.integer(charToRaw(text))
  plain <- bytes > 32 & bytes < 127 & bytes != 34 & bytes != 92
  paste(ifelse(plain, strsplit(rawToChar(as.raw(ifelse(plain, bytes, 46))), "")[[1]],
               sprintf("\\%02x", bytes)), collapse = "")
}

number <- function(x) if (is.na(x) && !is.nan(x)) "NA" else sprintf("%a", x)

named <- function(name, value) paste0(quoted(name), "=", value)

constant <- function(x) {
  switch(typeof(x),
    logical = if (is.na(x)) "NA" else if (x) "TRUE" else "FALSE",
    integer = paste0(if (is.na(x)) "NA" else format(x), "L"),
    double = number(x),
    complex = paste0(number(Re(x)), "+", number(Im(x)), "i"),
    character = if (is.na(x)) "NA" else paste0("\"", quoted(x), "\""))
}

tree <- function(x) {
  if (missing(x)) return("<>")
  if (is.null(x)) return("NULL")
  if (is.symbol(x)) return(quoted(as.character(x)))
  if (!is.call(x)) return(constant(x))
  if (identical(x[[1]], quote(`function`)) && is.pairlist(x[[2]])) {
    formals <- as.list(x[[2]])
    shown <- character()
    for (name in names(formals)) {
      value <- formals[[name]]
      shown <- c(shown, named(name, if (missing(value)) "<>" else tree(value)))
    }
    return(paste0("(function [", paste(shown, collapse = " "), "] ", tree(x[[3]]), ")"))
  }
  parts <- as.list(x)
  shown <- tree(parts[[1]])
  for (i in seq_along(parts)[-1]) {
    value <- parts[[i]]
    text <- if (missing(value)) "<>" else tree(value)
    name <- names(parts)[i]
    shown <- c(shown, if (is.null(name) || name == "") text else named(name, text))
  }
  paste0("(", paste(shown, collapse = " "), ")")
}

cases <- function(file) {
  text <- paste0(readLines(file, encoding = "UTF-8"), "\n", collapse = "")
  sub("\n$", "", strsplit(text, "#====\n", fixed = TRUE)[[1]])
}

record <- function(file, show) {
  lines <- vapply(cases(file), show, "", USE.NAMES = FALSE)
  con <- file(sub("R$", if (grepl("error", file)) "message" else "tree", file), "wb")
  writeLines(paste(lines, collapse = "\n#====\n"), con, useBytes = TRUE)
  close(con)
}

record("Cases/complete.R", function(text) {
  expressions <- suppressWarnings(parse(text = text, keep.source = FALSE))
  paste(vapply(as.list(expressions), tree, ""), collapse = "\n")
})
record("Cases/error.R", function(text) {
  tryCatch({ parse(text = text, keep.source = FALSE); "none" }, error = conditionMessage)
})
