#' Spline interpolation
#'
#' Cubic splines through points: `spline` returns a list, `splinefun` a function
#' with an argument `deriv`.
#'
#' @param x,y the points.
#' @param n how many places, if `xout` is missing.
#' @param method `"fmm"`, `"natural"`, `"periodic"`, `"hyman"` or `"monoH.FC"`.
#' @param xmin,xmax the range of the places.
#' @param xout where to interpolate.
#' @param ties how to treat equal `x`.
#' @examples
#' spline(1:4, c(1, 4, 9, 16), n = 3)
spline <- function(x, y = NULL, n = 3 * length(x), method = "fmm",
                   xmin = min(x), xmax = max(x), xout, ties = mean) {
  method <- pmatch(method, c("periodic", "natural", "fmm", "hyman"))
  if (is.na(method)) stop("invalid interpolation method")
  method <- c("periodic", "natural", "fmm", "hyman")[method]
  points <- regular_points(x, y, ties, TRUE, missing(ties))
  if (!length(points$x)) stop("zero non-NA points")
  if (missing(xout)) xout <- seq.int(xmin, xmax, length.out = n)
  coefficients <- spline_coefficients(points$x, points$y, method)
  list(x = xout, y = spline_values(coefficients, as.double(xout), 0L, method))
}

#' @rdname spline
#' @examples
#' splinefun(1:4, c(1, 4, 9, 16))(2.5, deriv = 1)
splinefun <- function(x, y = NULL,
                      method = c("fmm", "periodic", "natural", "monoH.FC",
                                 "hyman"), ties = mean) {
  points <- regular_points(x, y, ties, TRUE, missing(ties))
  method <- match.arg(method)
  if (!length(points$x)) stop("zero non-NA points")
  if (method == "monoH.FC") {
    return(splinefunH(points$x, points$y, monotone_slopes(points$x, points$y)))
  }
  coefficients <- spline_coefficients(points$x, points$y, method)
  rm(points, x, y, ties)
  function(x, deriv = 0L) {
    deriv <- as.integer(deriv)
    if (deriv < 0L || deriv > 3L) stop("'deriv' must be between 0 and 3")
    spline_values(coefficients, as.double(x), deriv, method)
  }
}

#' @rdname spline
#' @param m slopes at the points.
#' @examples
#' splinefunH(1:3, c(1, 4, 9), c(2, 4, 6))(1.5)
splinefunH <- function(x, y, m) {
  count <- length(x)
  stopifnot(is.numeric(x), is.numeric(y), is.numeric(m), length(y) == count,
            length(m) == count)
  if (is.unsorted(x)) {
    order <- order(x)
    x <- x[order]
    y <- y[order]
    m <- m[order]
  }
  step <- diff(x)
  if (any(step <= 0)) stop("'x' must be *strictly* increasing (non - NA)")
  slope <- diff(y) / step
  c2 <- c((3 * slope - 2 * m[-count] - m[-1L]) / step, 0)
  c3 <- c((m[-count] + m[-1L] - 2 * slope) / step^2, 0)
  coefficients <- list(x = x, y = y, b = m, c = c2, d = c3)
  function(x, deriv = 0L) {
    deriv <- as.integer(deriv)
    if (deriv < 0L || deriv > 3L) stop("'deriv' must be between 0 and 3")
    spline_values(coefficients, as.double(x), deriv, "hermite")
  }
}

# Slopes by the method of Fritsch and Carlson (1980).
monotone_slopes <- function(x, y) {
  count <- length(x)
  secant <- diff(y) / diff(x)
  slopes <- c(secant[1L], (secant[-1L] + secant[-(count - 1L)]) / 2, secant[count - 1L])
  for (k in seq_along(secant)) {
    if (secant[k] == 0) {
      slopes[k] <- slopes[k + 1L] <- 0
    } else {
      alpha <- slopes[k] / secant[k]
      beta <- slopes[k + 1L] / secant[k]
      a2b3 <- 2 * alpha + beta - 3
      ab23 <- alpha + 2 * beta - 3
      if (a2b3 > 0 && ab23 > 0 && alpha * (a2b3 + ab23) < a2b3^2) {
        scale <- 3 * secant[k] / sqrt(alpha^2 + beta^2)
        slopes[k] <- scale * alpha
        slopes[k + 1L] <- scale * beta
      }
    }
  }
  slopes
}

# Coefficients of the cubic in each interval, from the second derivatives that
# make the spline twice differentiable; the methods differ at the ends.
spline_coefficients <- function(x, y, method) {
  count <- length(x)
  if (method == "hyman") return(filtered_coefficients(x, y))
  if (method == "periodic" && y[1L] != y[count]) {
    warning("spline: first and last y values differ - fix the last", call. = FALSE)
    y[count] <- y[1L]
  }
  if (count < 2L) return(list(x = x, y = y, b = 0, c = 0, d = 0))
  step <- diff(x)
  secant <- diff(y) / step
  second <- switch(
    method,
    natural = natural_curvature(step, secant, count),
    periodic = periodic_curvature(step, secant, count),
    fmm = fmm_curvature(x, y, step, secant, count))
  b <- secant - step * (2 * second[-count] + second[-1L]) / 6
  c2 <- second / 2
  d <- diff(second) / (6 * step)
  if (count > 1L) {
    last <- count - 1L
    b <- c(b, secant[last] + step[last] * (second[last] + 2 * second[count]) / 6)
    d <- c(d, if (method == "natural") 0 else d[last])
  }
  list(x = x, y = y, b = b, c = c2, d = d)
}

natural_curvature <- function(step, secant, count) {
  if (count < 3L) return(c(0, 0))
  inner <- seq.int(2L, count - 1L)
  diagonal <- 2 * (step[inner - 1L] + step[inner])
  c(0, solve_tridiagonal(step[inner[-1L] - 1L], diagonal, step[inner[-length(inner)]],
                         6 * diff(secant)), 0)
}

periodic_curvature <- function(step, secant, count) {
  if (count < 3L) return(rep.int(0, count))
  size <- count - 1L
  previous <- c(step[size], step[-size])
  matrix <- diag(2 * (previous + step), size)
  for (i in seq_len(size)) {
    after <- i %% size + 1L
    before <- (i - 2L) %% size + 1L
    matrix[i, after] <- matrix[i, after] + step[i]
    matrix[i, before] <- matrix[i, before] + previous[i]
  }
  right <- 6 * (secant - c(secant[size], secant[-size]))
  second <- solve(matrix, right)
  c(second, second[1L])
}

# Ends as in Forsythe, Malcolm and Moler (1977): the third derivative there is
# that of the cubic through the four end points.
fmm_curvature <- function(x, y, step, secant, count) {
  if (count < 3L) return(c(0, 0))
  if (count == 3L) {
    curvature <- 2 * (secant[2L] - secant[1L]) / (x[3L] - x[1L])
    return(rep.int(curvature, 3L))
  }
  third <- function(i) {
    first <- diff(secant[i:(i + 2L)]) / (x[i + 2:3] - x[i + 0:1])
    diff(first) / (x[i + 3L] - x[i])
  }
  inner <- seq.int(2L, count - 1L)
  diagonal <- c(-step[1L], 2 * (step[inner - 1L] + step[inner]), -step[count - 1L])
  right <- c(6 * step[1L]^2 * third(1L), 6 * diff(secant),
             -6 * step[count - 1L]^2 * third(count - 3L))
  solve_tridiagonal(step, diagonal, step, right)
}

solve_tridiagonal <- function(below, diagonal, above, right) {
  count <- length(diagonal)
  for (i in seq_len(count)[-1L]) {
    factor <- below[i - 1L] / diagonal[i - 1L]
    diagonal[i] <- diagonal[i] - factor * above[i - 1L]
    right[i] <- right[i] - factor * right[i - 1L]
  }
  right[count] <- right[count] / diagonal[count]
  for (i in rev(seq_len(count - 1L))) {
    right[i] <- (right[i] - above[i] * right[i + 1L]) / diagonal[i]
  }
  right
}

# Hyman's filter: slopes of a smooth spline, limited so that monotone data give
# a monotone function.
filtered_coefficients <- function(x, y) {
  changes <- diff(y)
  if (!(all(changes >= 0) || all(changes <= 0))) {
    stop("'y' must be increasing or decreasing")
  }
  smooth <- spline_coefficients(x, y, "fmm")
  count <- length(x)
  step <- diff(x)
  secant <- changes / step
  left <- c(secant[1L], secant)
  right <- c(secant, secant[count - 1L])
  limit <- 3 * pmin(abs(left), abs(right))
  sign <- ifelse(left + right >= 0, 1, -1)
  slopes <- ifelse(sign > 0, pmin(pmax(0, smooth$b), limit), pmax(pmin(0, smooth$b), -limit))
  c2 <- c((3 * secant - 2 * slopes[-count] - slopes[-1L]) / step, 0)
  d <- c((slopes[-count] + slopes[-1L] - 2 * secant) / step^2, 0)
  list(x = x, y = y, b = slopes, c = c2, d = d)
}

spline_values <- function(coefficients, at, deriv, method) {
  x <- coefficients$x
  count <- length(x)
  if (method == "periodic" && count > 1L) {
    period <- x[count] - x[1L]
    at <- x[1L] + (at - x[1L]) %% period
  }
  i <- pmax(findInterval(at, x), 1L)
  i <- pmin(i, count)
  distance <- at - x[i]
  b <- coefficients$b[i]
  c2 <- coefficients$c[i]
  d <- coefficients$d[i]
  if (method == "natural") d[!is.na(at) & at <= x[1L]] <- 0
  if (method == "hermite") {
    beyond <- !is.na(at) & (at < x[1L] | at > x[count])
    c2[beyond] <- 0
    d[beyond] <- 0
  }
  switch(
    deriv + 1L,
    coefficients$y[i] + distance * (b + distance * (c2 + distance * d)),
    b + distance * (2 * c2 + distance * 3 * d),
    2 * c2 + distance * 6 * d,
    6 * d)
}
