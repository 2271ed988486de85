# Methods for the warnings that `warnings()` gives: a list of calls whose names
# are the messages.

`[.warnings` <- function(x, ...) structure(NextMethod("["), class = oldClass(x))

c.warnings <- function(..., recursive = FALSE) {
  structure(do.call(c, lapply(list(...), unclass)), class = "warnings")
}

# One text for each: two are the same if call and message agree.
.warningKeys <- function(x) {
  calls <- vapply(unclass(x), function(call) paste(deparse(call), collapse = "\n"), "")
  paste(calls, names(x), sep = "\r")
}

duplicated.warnings <- function(x, incomparables = FALSE, ...) {
  duplicated(.warningKeys(x), incomparables, ...)
}

unique.warnings <- function(x, incomparables = FALSE, ...) {
  x[!duplicated(x, incomparables, ...)]
}

summary.warnings <- function(object, ...) {
  keys <- .warningKeys(object)
  structure(
    unclass(object)[!duplicated(keys)], class = "summary.warnings",
    counts = tabulate(match(keys, unique(keys)))
  )
}

print.warnings <- function(x, tags,
                           header = ngettext(n, "Warning message:\n", "Warning messages:\n"),
                           ...) {
  n <- length(x)
  if (n == 0L) return(invisible(x))
  cat(header)
  if (missing(tags)) tags <- if (n == 1L) "" else paste0(seq_len(n), ": ")
  messages <- names(x)
  calls <- unclass(x)
  for (k in seq_len(n)) cat(.warningLine(tags[k], calls[[k]], messages[k]), "\n", sep = "")
  invisible(x)
}

# The message goes to a line of its own if it does not fit behind the call.
.warningLine <- function(tag, call, message) {
  if (is.null(call)) return(paste0(tag, message))
  text <- deparse(call, nlines = 2L)
  first <- c(strsplit(message, "\n", fixed = TRUE)[[1L]], "")[1L]
  fits <- sum(nchar(c(tag, text[1L], first), "width")) <= 75L
  paste0(tag, "In ", text[1L], if (length(text) > 1L) " ...", " :",
         if (fits) " " else "\n  ", message)
}

print.summary.warnings <- function(x, ...) {
  counts <- attr(x, "counts")
  n <- length(x)
  if (n == 0L) {
    cat(gettext("No warnings"), "\n", sep = "")
  } else if (n == 1L) {
    print.warnings(x, header = gettextf("%d identical warnings:\n", counts))
  } else {
    print.warnings(
      x, tags = paste0(format(counts), "x : "),
      header = gettextf("Summary of (a total of %d) warning messages:\n", sum(counts))
    )
  }
  invisible(x)
}
