#' Round breakpoints
#'
#' About `n + 1` equally spaced round numbers that cover the range of `x`.
#'
#' @param x numbers, or an object with a method.
#' @param n desired number of intervals.
#' @param min.n least number of intervals.
#' @param shrink.sml factor of the cell size if all of `x` are equal.
#' @param high.u.bias preference for larger units.
#' @param u5.bias preference for units of 5.
#' @param eps.correct how to treat rounding errors at the ends.
#' @param f.min factor of the least positive cell size.
#' @param ... further arguments of methods.
#' @examples
#' pretty(c(0, 97))
#' pretty(1:3)
pretty <- function(x, ...) UseMethod("pretty")

pretty.default <- function(x, n = 5L, min.n = n %/% 3L, shrink.sml = 0.75,
                           high.u.bias = 1.5, u5.bias = 0.5 + 1.5 * high.u.bias,
                           eps.correct = 0L, f.min = 2^-20, ...) {
  x <- x[is.finite(x <- as.numeric(x))]
  if (!length(x)) return(x)
  force(min.n)
  n <- as.integer(n)
  n <- .prettyArgument(n, "n")
  min.n <- .prettyArgument(as.integer(min.n), "min.n")
  if (min.n > n) stop("invalid 'min.n' argument")
  shrink.sml <- .prettyArgument(as.numeric(shrink.sml), "shrink.sml")
  if (shrink.sml == 0) stop("invalid 'shrink.sml' argument")
  high.u.bias <- .prettyArgument(as.numeric(high.u.bias), "high.u.bias")
  u5.bias <- .prettyArgument(as.numeric(u5.bias), "u5.bias")
  f.min <- .prettyArgument(as.numeric(f.min), "f.min")
  eps.correct <- as.integer(eps.correct)[1L]
  if (!eps.correct %in% 0:2) stop("'eps.correct' must be 0, 1, or 2")
  found <- .pretty(x, n, min.n, shrink.sml, high.u.bias, u5.bias, eps.correct, f.min)
  n <- found$n
  if (!n) return(found$l)
  points <- seq.int(found$l, found$u, length.out = n + 1)
  step <- (found$u - found$l) / n
  if (!eps.correct) {
    # A point that is zero but for rounding.
    points[abs(points) < 1e-14 * abs(step)] <- 0
  }
  points
}

# The first element, which must not be negative.
.prettyArgument <- function(value, name) {
  value <- value[1L]
  if (is.na(value) || value < 0) {
    stop(simpleError(gettextf("invalid '%s' argument", name), sys.call(-1L)))
  }
  value
}

#' @rdname pretty
#' @param bounds return rounded ends (or multiples of a unit)?
.pretty <- function(x, n = 5L, min.n = n %/% 3L, shrink.sml = 0.75, high.u.bias = 1.5,
                    u5.bias = 0.5 + 1.5 * high.u.bias, eps.correct = 0L, f.min = 2^-20,
                    bounds = TRUE) {
  high <- high.u.bias
  five <- u5.bias
  l <- min(x)
  u <- max(x)
  width <- u - l
  cell <- max(abs(l), abs(u))
  slack <- 1 + if (five >= 1.5 * high + 0.5) 1 / (1 + high) else 1.5 / (1 + five)
  slack <- slack * max(1, n) * .Machine$double.eps
  if (width == 0 && u == 0) {
    cell <- 1
    isSmall <- TRUE
  } else {
    isSmall <- width < cell * slack * 3
  }
  if (isSmall) {
    if (cell > 10) cell <- 9 + cell / 10
    cell <- cell * shrink.sml
    if (min.n > 1) cell <- cell / min.n
  } else {
    cell <- width
    if (n > 1) cell <- cell / n
  }
  least <- .Machine$double.xmin * f.min * 2^20
  cell <- max(cell, least)
  unit <- .roundUnit(cell, high, five)
  epsilon <- 1e-10
  low <- floor(l / unit + epsilon)
  top <- ceiling(u / unit - epsilon)
  if (eps.correct && (eps.correct > 1 || !isSmall)) {
    if (l != 0) l <- l * (1 - .Machine$double.eps) else l <- -.Machine$double.xmin
    if (u != 0) u <- u * (1 + .Machine$double.eps) else u <- .Machine$double.xmin
  }
  while (low * unit > l + epsilon * unit) low <- low - 1
  while (top * unit < u - epsilon * unit) top <- top + 1
  lacking <- min.n - floor(0.5 + top - low)
  if (lacking > 0) {
    half <- lacking %/% 2
    odd <- lacking %% 2
    if (l == 0 && low == 0 && u != 0) {
      top <- top + lacking
    } else if (low >= 0) {
      top <- top + half
      low <- low - half - odd
    } else {
      low <- low - half
      top <- top + half + odd
    }
    count <- min.n
  } else {
    count <- floor(0.5 + top - low)
  }
  if (bounds) {
    list(l = min(low * unit, l), u = max(top * unit, u), n = as.integer(count))
  } else {
    list(ns = low, nu = top, n = as.integer(count), unit = unit)
  }
}

# The largest of 1, 2, 5 and 10 times a power of ten that suits the cell size.
.roundUnit <- function(cell, high, five) {
  base <- 10^floor(log10(cell))
  unit <- base
  if (2 * base - cell < high * (cell - unit)) {
    unit <- 2 * base
    if (5 * base - cell < five * (cell - unit)) {
      unit <- 5 * base
      if (10 * base - cell < high * (cell - unit)) unit <- 10 * base
    }
  }
  unit
}

#' Add a little noise
#'
#' @param x numbers.
#' @param factor factor of the noise.
#' @param amount greatest size of the noise; `NULL` or 0 to derive it from `x`.
#' @examples
#' set.seed(1)
#' jitter(1:3)
jitter <- function(x, factor = 1, amount = NULL) {
  if (length(x) == 0L) return(x)
  if (!is.numeric(x)) stop("'x' must be numeric")
  z <- diff(r <- range(x, na.rm = TRUE, finite = TRUE))
  if (z == 0) z <- abs(r[1L])
  if (z == 0) z <- 1
  if (is.null(amount)) {
    distinct <- sort.int(unique.default(round(x, 3 - floor(log10(z)))))
    gaps <- diff(distinct)
    gap <- if (length(gaps)) min(gaps) else if (distinct != 0) distinct / 10 else z / 10
    amount <- factor / 5 * abs(gap)
  } else if (amount == 0) {
    amount <- factor * (z / 50)
  }
  x + stats::runif(length(x), -amount, amount)
}

#' Labels of an object
#'
#' Names, or names of dimensions, or numbers where there are none.
#'
#' @param object an object.
#' @param ... further arguments of methods.
#' @examples
#' labels(c(a = 1, b = 2))
labels <- function(object, ...) UseMethod("labels")

labels.default <- function(object, ...) {
  shape <- dim(object)
  if (length(shape)) {
    labels <- dimnames(object)
    if (is.null(labels)) labels <- vector("list", length(shape))
    for (d in which(vapply(labels, is.null, NA))) {
      labels[[d]] <- as.character(seq_len(shape[d]))
    }
    return(labels)
  }
  names <- names(object)
  if (is.null(names)) as.character(seq_along(object)) else names
}
