#' Format lists of items
#'
#' `formatUL` returns the lines of a bulleted list, `formatOL` of a numbered
#' one.
#'
#' @param x the items.
#' @param label the bullet.
#' @param offset how many blanks to put before each line.
#' @param width the width of a line.
#' @examples
#' formatUL(c("first", "second"))
formatUL <- function(x, label = "*", offset = 0, width = 0.9 * getOption("width")) {
  if (!length(x)) return(character())
  labelled_items(x, rep_len(label, length(x)), offset, width)
}

#' @rdname formatUL
#' @param type the numbers: `"arabic"`, `"Alph"`, `"alph"`, `"Roman"`, `"roman"`
#'   or the first of them.
#' @param start the first number.
#' @examples
#' formatOL(c("one", "two"), type = "i")
formatOL <- function(x, type = "arabic", offset = 0, start = 1,
                     width = 0.9 * getOption("width")) {
  if (!length(x)) return(character())
  types <- c("1" = "arabic", A = "Alph", a = "alph", I = "Roman", i = "roman")
  type <- if (type %in% names(types)) types[[type]] else match.arg(type, types)
  numbers <- seq.int(start, length.out = length(x))
  labels <- switch(
    type, arabic = numbers, Alph = LETTERS[numbers], alph = letters[numbers],
    Roman = as.character(as.roman(numbers)),
    roman = tolower(as.character(as.roman(numbers))))
  labels <- paste0(labels, ".")
  labelled_items(x, formatC(labels, width = max(nchar(labels))), offset, width)
}

labelled_items <- function(x, labels, offset, width) {
  margin <- strrep(" ", offset)
  inner <- strrep(" ", nchar(labels[1L], "w") + 1L)
  unlist(lapply(seq_along(x), function(i) {
    lines <- strwrap(x[i], width = max(width - offset - nchar(inner), 2))
    paste0(margin, c(paste0(labels[i], " "), rep.int(inner, max(length(lines) - 1L, 0L)))[
      seq_along(lines)], lines)
  }))
}
