#' Format for printing
#'
#' The elements of a vector as strings of one width, as `print` would show
#' them.
#'
#' @param x an object.
#' @param trim leave out the blanks in front?
#' @param digits the fewest significant digits.
#' @param nsmall the fewest digits after the decimal point.
#' @param justify where strings stand in their column.
#' @param width the least width.
#' @param na.encode should missing strings become `NA` as text?
#' @param scientific `TRUE`, `FALSE`, or a penalty as in `options("scipen")`.
#' @param big.mark,big.interval,small.mark,small.interval,decimal.mark,zero.print,drop0trailing
#'   see [prettyNum()].
#' @param ... further arguments of methods.
#' @examples
#' format(c(1, 10, 100))
#' format(1e6, big.mark = ",")
#' format(c("a", "bbb"), justify = "right")
format <- function(x, ...) UseMethod("format")

#' @rdname format
format.default <- function(x, trim = FALSE, digits = NULL, nsmall = 0L,
                           justify = c("left", "right", "centre", "none"),
                           width = NULL, na.encode = TRUE, scientific = NA,
                           big.mark = "", big.interval = 3L, small.mark = "",
                           small.interval = 5L, decimal.mark = getOption("OutDec"),
                           zero.print = NULL, drop0trailing = FALSE, ...) {
  if (isS4(x) && (typeof(x) == "S4" || is.environment(x))) return(.describedS4(x))
  if (is.environment(x)) return(.Internal(environmentText(x)))
  justify <- if (length(justify) == 4L) "left" else match.arg(justify)
  if (is.list(x)) return(.formatList(x, trim, digits, justify, width, na.encode, ...))
  side <- match(justify, c("left", "right", "centre", "none")) - 1L
  if (is.factor(x)) {
    x <- structure(levels(x)[x], names = names(x), dim = dim(x), dimnames = dimnames(x))
  }
  if (is.character(x)) {
    return(.Internal(format(x, trim, digits, nsmall, width, side, na.encode, NA, ".")))
  }
  if (is.null(x) || is.language(x) || is.function(x)) {
    return(if (is.null(x)) "NULL" else deparse(x))
  }
  if (is.null(decimal.mark)) decimal.mark <- "."
  isPlain <- identical(big.mark, "") && identical(small.mark, "") &&
    is.null(zero.print) && !drop0trailing
  if (isPlain) {
    return(prettyNum(.Internal(format(x, trim, digits, nsmall, width, 3L, na.encode,
                                      scientific, decimal.mark))))
  }
  prettyNum(.Internal(format(x, trim, digits, nsmall, width, 3L, na.encode, scientific, decimal.mark)),
            big.mark = big.mark, big.interval = big.interval, small.mark = small.mark,
            small.interval = small.interval, decimal.mark = decimal.mark,
            input.d.mark = decimal.mark, zero.print = zero.print,
            drop0trailing = drop0trailing, is.cmplx = is.complex(x),
            preserve.width = if (trim) "individual" else "common")
}

# What stands for an S4 object among texts.
.describedS4 <- function(x) {
  class <- class(x)
  count <- length(setdiff(names(attributes(x)), "class"))
  paste0("<S4 class \u2018", class, "\u2019 [package \u201c", attr(class, "package"),
    "\u201d] with ", count, if (count == 1L) " slot>" else " slots>")
}

# Each element of a list as one string.
.formatList <- function(x, trim, digits, justify, width, na.encode, ...) {
  texts <- vapply(x, .formatElement, "", digits = digits, ...)
  names(texts) <- names(x)
  if (is.null(width)) return(texts)
  side <- match(justify, c("left", "right", "centre", "none")) - 1L
  .Internal(format(texts, trim, NULL, 0L, width, side, na.encode, NA, "."))
}

# An element of a list as one string: lists are flattened, classes do not matter.
.formatElement <- function(element, digits, ...) {
  if (is.list(element)) element <- unlist(element)
  parts <- if (is.list(element)) {
    vapply(element, .formatElement, "", digits = digits, ...)
  } else if (is.null(element)) {
    "NULL"
  } else if (is.atomic(element)) {
    format.default(unclass(element), trim = TRUE, digits = digits, justify = "none", ...)
  } else if (typeof(element) == "S4") {
    .describedS4(element)
  } else if (is.environment(element)) {
    format(element)
  } else {
    deparse(element)
  }
  paste(parts, collapse = ", ")
}

#' How a number would be formatted
#'
#' The width, the digits after the point, and whether an exponent is used.
#'
#' @param x a vector.
#' @param digits,nsmall as for [format()].
#' @examples
#' format.info(123.456, digits = 5)
format.info <- function(x, digits = NULL, nsmall = 0L) {
  .Internal(format.info(x, digits, nsmall))
}

#' Format p-values
#'
#' Numbers below `eps` are shown as `<eps`.
#'
#' @param pv p-values.
#' @param digits significant digits.
#' @param eps the tolerance.
#' @param na.form text for missing values.
#' @param ... further arguments of [format()].
#' @examples
#' format.pval(c(0.05, 1e-20, NA))
format.pval <- function(pv, digits = max(1L, getOption("digits") - 2L),
                        eps = .Machine$double.eps, na.form = "NA", ...) {
  isMissing <- is.na(pv)
  result <- character(length(pv))
  result[isMissing] <- na.form
  values <- pv[!isMissing]
  if (!length(values)) return(result)
  shown <- character(length(values))
  isSmall <- values < eps
  if (any(!isSmall)) {
    exponents <- floor(log10(ifelse(values > 0, values, 1e-50)))
    isFixed <- exponents >= -4 | values == 0
    for (group in list(!isSmall & isFixed, !isSmall & !isFixed)) {
      if (any(group)) shown[group] <- format(values[group], digits = digits, ...)
    }
  }
  if (any(isSmall)) {
    # The limit is as wide as what stands beside it, if there is anything.
    digits <- max(1L, digits - 2L)
    width <- 0L
    if (any(!isSmall)) {
      width <- max(nchar(shown[!isSmall], type = "w"))
      if (digits > 1L && digits > width - 6L) digits <- max(1L, width - 7L)
    }
    space <- digits > 1L || width > 6L
    limit <- format(eps, digits = digits, ...)
    shown[isSmall] <- paste("<", limit, sep = if (space) " " else "")
  }
  result[!isMissing] <- shown
  result
}
