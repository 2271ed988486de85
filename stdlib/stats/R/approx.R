#' Interpolation
#'
#' `approx` interpolates between points and returns a list; `approxfun` returns
#' a function that does it.
#'
#' @param x,y the points.
#' @param xout where to interpolate.
#' @param method `"linear"` or `"constant"`.
#' @param n how many places, if `xout` is missing.
#' @param yleft,yright values outside the range.
#' @param rule 1 for NA outside the range, 2 for the nearest value.
#' @param f for constant interpolation, between the left (0) and right (1) value.
#' @param ties how to treat equal `x`: a function, or `"ordered"`.
#' @param na.rm whether to leave out missing values.
#' @examples
#' approx(1:3, c(1, 4, 9), xout = 1.5)$y
approx <- function(x, y = NULL, xout, method = "linear", n = 50, yleft, yright,
                   rule = 1, f = 0, ties = mean, na.rm = TRUE) {
  method <- interpolation_method(method)
  points <- regular_points(x, y, ties, na.rm, missing(ties))
  x <- points$x
  y <- points$y
  count <- length(x)
  if (count <= 1L) {
    if (method == "linear") {
      stop("need at least two non-NA values to interpolate")
    }
    if (count == 0L) stop("zero non-NA points")
  }
  bounds <- outside_values(y, yleft, yright, rule, missing(yleft), missing(yright))
  if (missing(xout)) {
    if (n <= 0) stop("'approx' requires n >= 1")
    xout <- seq.int(x[1L], x[count], length.out = n)
  }
  list(x = xout, y = interpolated(x, y, as.double(xout), method, bounds[1L], bounds[2L], f))
}

#' @rdname approx
#' @examples
#' approxfun(1:3, c(1, 4, 9))(2.5)
approxfun <- function(x, y = NULL, method = "linear", yleft, yright, rule = 1,
                      f = 0, ties = mean, na.rm = TRUE) {
  method <- interpolation_method(method)
  points <- regular_points(x, y, ties, na.rm, missing(ties))
  x <- points$x
  y <- points$y
  count <- length(x)
  if (count <= 1L) {
    if (method == "linear") {
      stop("need at least two non-NA values to interpolate")
    }
    if (count == 0L) stop("zero non-NA points")
  }
  bounds <- outside_values(y, yleft, yright, rule, missing(yleft), missing(yright))
  yleft <- bounds[1L]
  yright <- bounds[2L]
  rm(points, count, bounds, rule, ties)
  function(v) interpolated(x, y, as.double(v), method, yleft, yright, f)
}

interpolation_method <- function(method) {
  found <- pmatch(method, c("linear", "constant"))
  if (is.na(found)) stop(simpleError("invalid interpolation method", sys.call(-1L)))
  c("linear", "constant")[found]
}

outside_values <- function(y, yleft, yright, rule, no_left, no_right) {
  if (length(rule) == 1L) rule <- rule[c(1, 1)]
  c(if (no_left) if (rule[1L] == 1) NA else y[1L] else yleft,
    if (no_right) if (rule[2L] == 1) NA else y[length(y)] else yright)
}

# Points in increasing order of x, with equal ones collapsed.
regular_points <- function(x, y, ties, na.rm, default_ties) {
  points <- xy.coords(x, y, setLab = FALSE)
  x <- points$x
  y <- points$y
  known <- if (na.rm) !is.na(x) & !is.na(y) else !is.na(x)
  if (!all(known)) {
    x <- x[known]
    y <- y[known]
  }
  if (identical(ties, "ordered")) return(list(x = x, y = y))
  if (is.list(ties)) ties <- ties[[2L]]
  if (is.unsorted(x)) {
    order <- order(x)
    x <- x[order]
    y <- y[order]
  }
  if (anyDuplicated(x)) {
    if (default_ties) {
      warning("collapsing to unique 'x' values", call. = FALSE)
    }
    groups <- match(x, values <- unique(x))
    y <- as.vector(tapply(y, groups, ties))
    x <- values
  }
  list(x = x, y = y)
}

interpolated <- function(x, y, at, method, yleft, yright, f) {
  count <- length(x)
  below <- findInterval(at, x)
  result <- rep.int(NA_real_, length(at))
  known <- !is.na(at)
  left <- known & below == 0L
  right <- known & at > x[count]
  result[left] <- yleft
  result[right] <- yright
  inside <- known & !left & !right
  i <- below[inside]
  v <- at[inside]
  exact <- v == x[i]
  last <- i == count
  i[last] <- count - 1L
  i <- pmax(i, 1L)
  if (count == 1L) {
    result[inside] <- y[1L]
    return(result)
  }
  values <- if (method == "linear") {
    y[i] + (y[i + 1L] - y[i]) * ((v - x[i]) / (x[i + 1L] - x[i]))
  } else {
    (if (f == 1) 0 else y[i] * (1 - f)) + (if (f == 0) 0 else y[i + 1L] * f)
  }
  at_knot <- below[inside][exact]
  values[exact] <- y[at_knot]
  result[inside] <- values
  result
}
