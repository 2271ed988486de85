#' Wrap text into lines
#'
#' Breaks paragraphs of text into lines shorter than `width`. Returns all lines,
#' or with `simplify = FALSE` a list of them.
#'
#' @param x a character vector.
#' @param width the width of a line.
#' @param indent how many blanks begin the first line of a paragraph.
#' @param exdent how many begin the other lines.
#' @param prefix what to put before each line.
#' @param simplify whether to return a plain vector.
#' @param initial what to put before the first line instead.
#' @examples
#' strwrap("The quick brown fox jumps over the lazy dog.", width = 20)
strwrap <- function(x, width = 0.9 * getOption("width"), indent = 0, exdent = 0,
                    prefix = "", simplify = TRUE, initial = prefix) {
  if (!is.character(x)) x <- as.character(x)
  margin <- strrep(" ", indent)
  inner <- strrep(" ", exdent)
  missing <- is.na(x)
  x[missing] <- "NA"
  first <- TRUE
  lines <- lapply(strsplit(x, "\n[ \t\n]*\n", perl = TRUE), function(paragraphs) {
    if (!length(paragraphs)) return("")
    parts <- lapply(paragraphs, function(text) {
      start <- if (first) initial else prefix
      part <- .wrappedParagraph(text, width, margin, inner, nchar(start, type = "w"),
                                nchar(prefix, type = "w"))
      part <- paste0(c(start, rep.int(prefix, length(part) - 1L)), part)
      first <<- FALSE
      part
    })
    # An empty line stands between paragraphs.
    gaps <- rep.int(list(prefix), length(parts))
    joined <- c(rbind(parts, gaps))
    unlist(joined[-length(joined)])
  })
  if (simplify) as.character(unlist(lines)) else lines
}

# The lines of one paragraph: words are added while the line stays shorter than
# the width; two blanks stay after the end of a sentence.
.wrappedParagraph <- function(text, width, margin, inner, used_first, used) {
  words <- strsplit(text, "[ \t\n]")[[1L]]
  blank <- !nzchar(words)
  # A word that ends a sentence and was followed by two blanks keeps them.
  after_double <- c(blank[-1L], FALSE)
  ends <- grepl("[.?!][)\"']{0,1}$", words)
  double <- ends & after_double
  keep <- !blank
  words <- words[keep]
  double <- double[keep]
  count <- length(words)
  if (!count) return("")
  widths <- nchar(words, type = "w")
  lines <- character()
  current <- paste0(margin, words[1L])
  length <- used_first + nchar(margin, "w") + widths[1L]
  for (i in seq_len(count)[-1L]) {
    gap <- if (double[i - 1L]) 2L else 1L
    if (length + gap + widths[i] < width) {
      current <- paste0(current, strrep(" ", gap), words[i])
      length <- length + gap + widths[i]
    } else {
      lines <- c(lines, current)
      current <- paste0(inner, words[i])
      length <- used + nchar(inner, "w") + widths[i]
    }
  }
  c(lines, current)
}
