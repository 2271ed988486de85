#' Format in the manner of C
#'
#' Each number by itself, after a C format.
#'
#' @param x numbers or strings.
#' @param digits digits after the point, or significant digits (`"g"`, `"fg"`).
#' @param width the least width; negative: align left.
#' @param format `"d"`, `"f"`, `"e"`, `"E"`, `"g"`, `"G"`, `"fg"` (fixed, with
#'   significant digits) or `"s"`.
#' @param flag any of `0`, `+`, `-`, blank and `#`.
#' @param mode `"double"`, `"integer"` or `"character"`.
#' @param big.mark,big.interval,small.mark,small.interval,decimal.mark,preserve.width,zero.print,replace.zero,drop0trailing
#'   see [prettyNum()].
#' @examples
#' formatC(pi, digits = 3, format = "f")
#' formatC(c(1, 10, 100), width = 6, flag = "0")
#' formatC(1234567, big.mark = ",", format = "d")
formatC <- function(x, digits = NULL, width = NULL, format = NULL, flag = "",
                    mode = NULL, big.mark = "", big.interval = 3L,
                    small.mark = "", small.interval = 5L,
                    decimal.mark = getOption("OutDec"),
                    preserve.width = "individual", zero.print = NULL,
                    replace.zero = TRUE, drop0trailing = FALSE) {
  if (is.object(x)) x <- unclass(x)
  shape <- attributes(x)
  if (grepl("[^0+ #'I-]", flag)) {
    stop("'flag' should contain only characters from [0+- #'I]")
  }
  if (is.null(mode)) mode <- if (is.double(x)) "double" else typeof(x)
  if (mode == "list" && length(x)) return(is.finite(x))
  if (!length(x) && mode %in% c("list", "NULL", "raw")) return(character())
  if (!(mode %in% c("double", "integer", "character", "numeric"))) stop("unsupported type ")
  if (mode == "numeric") mode <- "double"
  if (identical(format, "s") && mode != "character") {
    warning("coercing argument to \"character\" for format=\"s\"")
    mode <- "character"
  }
  if (mode == "character") {
    text <- .formatStrings(as.character(x), width, flag)
    attributes(text) <- shape
    return(text)
  }
  if (is.null(format)) {
    format <- if (mode == "integer") "d" else "g"
  } else if (format == "d") {
    mode <- "integer"
  } else if (format %in% c("f", "e", "E", "g", "G", "fg")) {
    mode <- "double"
  } else {
    stop("'format' must be one of {\"f\",\"e\",\"E\",\"g\",\"G\", \"fg\", \"s\"}")
  }
  if (!length(x)) return(character())
  storage.mode(x) <- mode
  if (is.null(width) && is.null(digits)) {
    width <- 1L
  } else if (is.null(width)) {
    width <- if (digits < 0L) 7L else digits + 1L
  } else if (width == 0L) {
    width <- if (is.null(digits)) 4L else if (digits < 0L) 6L else digits
    if (width == 0L) stop("width cannot be zero")
  }
  if (is.null(digits) && mode == "double") digits <- 4L
  text <- .Internal(formatC(x, mode, width, digits, format, flag))
  if (format == "fg" && !grepl("#", flag, fixed = TRUE)) text[x == 0] <- "0"
  special <- !is.finite(x)
  if (any(special)) text[special] <- .formatStrings(as.character(x[special]), width, flag)
  if (big.mark != "" || small.mark != "" || decimal.mark != "." ||
      !is.null(zero.print) || drop0trailing) {
    text <- prettyNum(text, big.mark = big.mark, big.interval = big.interval,
                      small.mark = small.mark, small.interval = small.interval,
                      decimal.mark = decimal.mark, input.d.mark = ".",
                      preserve.width = preserve.width, zero.print = zero.print,
                      replace.zero = replace.zero, drop0trailing = drop0trailing)
  }
  attributes(text) <- shape
  text
}

# Strings in a field; without a width, as wide as the widest.
.formatStrings <- function(x, width, flag) {
  x[is.na(x)] <- "NA"
  sizes <- nchar(x, type = "w")
  if (is.null(width)) width <- 0L
  left <- grepl("-", flag, fixed = TRUE)
  if (width < 0L) {
    left <- TRUE
    width <- -width
  }
  blanks <- strrep(" ", pmax(0L, max(as.integer(width), sizes, 0L) - sizes))
  if (left) paste0(x, blanks) else paste0(blanks, x)
}

#' Numbers with marks
#'
#' Puts marks between thousands and other groups of digits.
#'
#' @param x numbers, or strings that hold numbers.
#' @param big.mark,big.interval mark and size of groups before the point.
#' @param small.mark,small.interval mark and size of groups behind it.
#' @param decimal.mark the decimal point to use.
#' @param input.d.mark the decimal point that `x` has.
#' @param preserve.width keep the width of all (`"common"`), of each
#'   (`"individual"`), or of none.
#' @param zero.print text for zeros, or a logical: show them?
#' @param replace.zero may that text be longer than the zero?
#' @param drop0trailing leave out zeros at the end of decimals?
#' @param is.cmplx are these complex numbers?
#' @param ... arguments of [format()].
#' @examples
#' prettyNum(123456789, big.mark = ",")
#' prettyNum(c("1.50", "2.00"), drop0trailing = TRUE)
prettyNum <- function(x, big.mark = "", big.interval = 3L, small.mark = "",
                      small.interval = 5L, decimal.mark = getOption("OutDec"),
                      input.d.mark = decimal.mark,
                      preserve.width = c("common", "individual", "none"),
                      zero.print = NULL, replace.zero = FALSE,
                      drop0trailing = FALSE, is.cmplx = NA, ...) {
  if (!is.character(x)) {
    return(sapply(X = x, FUN = format, big.mark = big.mark,
                  big.interval = big.interval, small.mark = small.mark,
                  small.interval = small.interval, decimal.mark = decimal.mark,
                  zero.print = zero.print, drop0trailing = drop0trailing, ...))
  }
  if (big.mark == "" && small.mark == "" && is.null(zero.print) && !drop0trailing &&
      (is.null(decimal.mark) || decimal.mark == input.d.mark)) return(x)
  if (is.logical(zero.print)) zero.print <- if (zero.print) "0" else " "
  keep <- match(if (length(preserve.width) == 3L) "common" else match.arg(preserve.width),
                c("common", "individual", "none")) - 1L
  .Internal(prettyNum(x, big.mark, big.interval, small.mark, small.interval,
                      decimal.mark, input.d.mark, keep, zero.print, replace.zero,
                      drop0trailing))
}
