#' Scatter plot smoothing
#'
#' Locally weighted regression (Cleveland, 1979).
#'
#' @param x,y the points.
#' @param f the share of points that count at each place.
#' @param iter the number of robust iterations.
#' @param delta how far apart local fits are computed.
#' @examples
#' lowess(cars)$y[1:3]
lowess <- function(x, y = NULL, f = 2/3, iter = 3L, delta = 0.01 * diff(range(x))) {
  points <- xy.coords(x, y, setLab = FALSE)
  x <- as.double(points$x)
  y <- as.double(points$y)
  if (!all(is.finite(x)) || !all(is.finite(y))) stop("'x' and 'y' must be finite")
  order <- order(x)
  x <- x[order]
  list(x = x, y = .Internal(lowess(x, y[order], f, as.integer(iter), delta)))
}

#' Points for probability plots
#'
#' @param n how many, or a vector of that length.
#' @param a the offset.
#' @examples
#' ppoints(4)
ppoints <- function(n, a = if (n <= 10) 3/8 else 1/2) {
  if (length(n) > 1L) n <- length(n)
  if (n > 0) (1L:n - a) / (n + 1 - 2 * a) else numeric()
}
