#' Roman numerals
#'
#' Numbers from 1 to 3999 that print as Roman numerals.
#'
#' @param x numbers, or texts of Roman or Arabic numerals.
#' @examples
#' as.roman(c(4, 1999))
#' as.roman("XIV") + 1L
as.roman <- function(x) {
  if (inherits(x, "roman")) return(x)
  value <- if (is.numeric(x) || is.logical(x)) {
    as.integer(x)
  } else {
    x <- as.character(x)
    result <- rep.int(NA_integer_, length(x))
    arabic <- grepl("^ *[[:digit:]]+ *$", x)
    result[arabic] <- as.integer(x[arabic])
    rest <- !arabic & !is.na(x)
    result[rest] <- roman_values(x[rest])
    result
  }
  value[!is.na(value) & (value <= 0L | value >= 4000L)] <- NA
  structure(value, class = "roman")
}

roman_symbols <- c("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V",
                   "IV", "I")

roman_amounts <- c(1000L, 900L, 500L, 400L, 100L, 90L, 50L, 40L, 10L, 9L, 5L,
                   4L, 1L)

roman_values <- function(texts) {
  values <- vapply(toupper(texts), function(text) {
    if (!grepl("^[MDCLXVI]+$", text)) return(NA_integer_)
    digits <- c(I = 1L, V = 5L, X = 10L, L = 50L, C = 100L, D = 500L, M = 1000L)[
      strsplit(text, "")[[1L]]]
    next_digit <- c(digits[-1L], 0L)
    as.integer(sum(ifelse(digits < next_digit, -digits, digits)))
  }, 0L, USE.NAMES = FALSE)
  if (anyNA(values)) {
    warning(sprintf(ngettext(sum(is.na(values)), "invalid roman numeral: %s",
                             "invalid roman numerals: %s"),
                    paste(texts[is.na(values)], collapse = " ")), call. = FALSE)
  }
  values
}

as.character.roman <- function(x, ...) {
  values <- unclass(x)
  result <- rep.int("", length(values))
  for (i in seq_along(roman_symbols)) {
    amount <- roman_amounts[i]
    count <- ifelse(is.na(values), 0L, values %/% amount)
    result <- paste0(result, strrep(roman_symbols[i], count))
    values <- values - count * amount
  }
  result[is.na(unclass(x))] <- NA
  result
}

format.roman <- function(x, ...) format(as.character.roman(x), ...)

print.roman <- function(x, ...) {
  print(noquote(as.character.roman(x)), ...)
  invisible(x)
}

`[.roman` <- function(x, i) structure(unclass(x)[i], class = "roman")

rep.roman <- function(x, ...) structure(rep(unclass(x), ...), class = "roman")

Ops.roman <- function(e1, e2) {
  if (.Generic %in% c("+", "-", "*", "^", "%%", "%/%", "/")) {
    result <- get(.Generic)(as.integer(as.roman(e1)), as.integer(as.roman(e2)))
    as.roman(result)
  } else if (.Generic %in% c("==", "!=", "<", "<=", ">", ">=")) {
    get(.Generic)(as.integer(as.roman(e1)), as.integer(as.roman(e2)))
  } else {
    stop(gettextf("operation '%s' not implemented for roman numerals", .Generic), domain = NA)
  }
}

Summary.roman <- function(x, ..., na.rm = TRUE) {
  if (!.Generic %in% c("max", "min", "range", "sum")) {
    stop(gettextf("%s not defined for \"roman\" objects", .Generic), domain = NA)
  }
  values <- lapply(list(x, ...), as.integer)
  as.roman(do.call(.Generic, c(values, na.rm = na.rm)))
}
