#' Roman numerals
#'
#' Numbers from 1 to 3899 that print as Roman numerals.
#'
#' @param x numbers, or texts of Roman or Arabic numerals.
#' @examples
#' as.roman(c(4, 1999))
#' as.roman("XIV") + 1L
as.roman <- function(x) roman_number(x)

# Values of arithmetic may leave the range where there are numerals: they are
# kept, so that they can come back, and print as NA.
roman_number <- function(x, check = TRUE) {
  if (inherits(x, "roman")) return(x)
  value <- if (is.numeric(x) || is.logical(x)) {
    as.integer(x)
  } else {
    x <- as.character(x)
    result <- rep.int(NA_integer_, length(x))
    arabic <- grepl("^ *[[:digit:]]+ *$", x)
    result[arabic] <- as.integer(x[arabic])
    rest <- !arabic & !is.na(x)
    x <- x[rest]
    result[rest] <- .roman2numeric(x)
    result
  }
  if (check) value[!is.na(value) & (value <= 0L | value >= 3900L)] <- NA
  structure(value, class = "roman")
}

roman_symbols <- c("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V",
                   "IV", "I")

roman_amounts <- c(1000L, 900L, 500L, 400L, 100L, 90L, 50L, 40L, 10L, 9L, 5L,
                   4L, 1L)

.roman2numeric <- function(texts) {
  values <- vapply(toupper(texts), function(text) {
    if (!nzchar(text)) return(0L)
    if (!grepl("^M{0,5}D?C{0,5}L?X{0,5}V?I{0,5}$", normal_roman(text))) return(NA_integer_)
    digits <- c(I = 1L, V = 5L, X = 10L, L = 50L, C = 100L, D = 500L, M = 1000L)[
      strsplit(text, "")[[1L]]]
    next_digit <- c(digits[-1L], 0L)
    as.integer(sum(ifelse(digits < next_digit, -digits, digits)))
  }, 0L, USE.NAMES = FALSE)
  if (anyNA(values)) {
    warning(sprintf(ngettext(sum(is.na(values)), "invalid roman numeral: %s",
                             "invalid roman numerals: %s"),
                    paste(texts[is.na(values)], collapse = " ")))
  }
  values
}

# Without the subtractive pairs: IX as VIIII, which is no valid way to write 9.
normal_roman <- function(text) {
  pairs <- c(CM = "DCCCC", CD = "CCCC", XC = "LXXXX", XL = "XXXX", IX = "VIIII", IV = "IIII")
  for (pair in names(pairs)) text <- sub(pair, pairs[[pair]], text, fixed = TRUE)
  text
}

as.character.roman <- function(x, ...) {
  values <- unclass(x)
  values[!is.na(values) & (values <= 0L | values >= 3900L)] <- NA
  missing <- is.na(values)
  result <- rep.int("", length(values))
  for (i in seq_along(roman_symbols)) {
    amount <- roman_amounts[i]
    count <- ifelse(is.na(values), 0L, values %/% amount)
    result <- paste0(result, strrep(roman_symbols[i], count))
    values <- values - count * amount
  }
  result[missing] <- NA
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
    roman_number(
      get(.Generic)(as.integer(roman_number(e1, FALSE)), as.integer(roman_number(e2, FALSE))),
      check = FALSE
    )
  } else if (.Generic %in% c("&", "|")) {
    get(.Generic)(as.logical(unclass(e1)), as.logical(unclass(e2)))
  } else if (.Generic %in% c("==", "!=", "<", "<=", ">", ">=")) {
    get(.Generic)(as.integer(roman_number(e1, FALSE)), as.integer(roman_number(e2, FALSE)))
  } else {
    stop(gettextf("operation '%s' not implemented for roman numerals", .Generic), domain = NA)
  }
}

Summary.roman <- function(..., na.rm = FALSE) {
  values <- lapply(list(...), function(x) as.integer(roman_number(x, FALSE)))
  result <- do.call(.Generic, c(values, na.rm = na.rm))
  if (.Generic %in% c("max", "min", "range", "sum", "prod")) roman_number(result) else result
}
