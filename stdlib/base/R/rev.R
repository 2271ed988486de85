#' Reverse a vector
#'
#' @param x a vector.
#' @examples
#' rev(1:3)
#' rev(c(a = 1, b = 2))
rev <- function(x) UseMethod("rev")

rev.default <- function(x)
  if (length(x)) x[length(x):1L] else x

#' Insert elements into a vector
#'
#' @param x a vector.
#' @param values what to insert.
#' @param after the place behind which it goes.
#' @examples
#' append(1:3, 9, after = 1)
append <- function(x, values, after = length(x)) {
  size <- length(x)
  if (!after) {
    c(values, x)
  } else if (after >= size) {
    c(x, values)
  } else {
    c(x[1L:after], values, x[(after + 1L):size])
  }
}

#' Run lengths
#'
#' `rle` gives the lengths and values of runs of equal elements; `inverse.rle`
#' makes the vector again.
#'
#' @param x a vector, or an object of class `rle`.
#' @param digits,prefix for printing.
#' @param ... further arguments.
#' @examples
#' runs <- rle(c(1, 1, 2))
#' runs
#' inverse.rle(runs)
rle <- function(x) {
  if (!is.vector(x) && !is.list(x)) stop("'x' must be a vector of an atomic type")
  n <- length(x)
  if (n == 0L) {
    return(structure(list(lengths = integer(), values = x), class = "rle"))
  }
  isChange <- x[-1L] != x[-n]
  i <- c(which(isChange | is.na(isChange)), n)
  structure(list(lengths = diff(c(0L, i)), values = x[i]), class = "rle")
}

#' @rdname rle
inverse.rle <- function(x, ...) {
  if (is.null(lengths <- x$lengths) || is.null(values <- x$values) ||
      length(lengths) != length(values)) {
    stop("invalid 'rle' structure")
  }
  rep.int(values, lengths)
}

#' @rdname rle
print.rle <- function(x, digits = getOption("digits"), prefix = "", ...) {
  cat(prefix, "Run Length Encoding\n", prefix, "  lengths:", sep = "")
  utils::str(x$lengths)
  cat(prefix, "  values :", sep = "")
  utils::str(x$values, digits.d = digits)
  invisible(x)
}
