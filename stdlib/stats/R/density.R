#' Kernel density estimation
#'
#' @param x a numeric vector.
#' @param ... further arguments for methods.
#' @examples
#' density(faithful$eruptions, n = 16)$bw
density <- function(x, ...) UseMethod("density")

density.default <- function(x, bw = "nrd0", adjust = 1,
                            kernel = c("gaussian", "epanechnikov", "rectangular",
                                       "triangular", "biweight", "cosine",
                                       "optcosine"),
                            weights = NULL, window = kernel, width,
                            give.Rkern = FALSE, subdensity = FALSE, n = 512,
                            from, to, cut = 3, na.rm = FALSE, ...) {
  if (!missing(window) && missing(kernel)) kernel <- window
  kernel <- match.arg(kernel)
  if (give.Rkern) {
    return(switch(kernel, gaussian = 1 / (2 * sqrt(pi)), rectangular = sqrt(3) / 6,
                  triangular = sqrt(6) / 9, epanechnikov = 3 / (5 * sqrt(5)),
                  biweight = 5 * sqrt(7) / 49, cosine = 3 / 4 * sqrt(1 / 3 - 2 / pi^2),
                  optcosine = sqrt(1 - 8 / pi^2) * pi^2 / 16))
  }
  if (!is.numeric(x)) stop("argument 'x' must be numeric")
  name <- deparse1(substitute(x))
  x <- as.vector(x)
  missing <- is.na(x)
  if (any(missing)) {
    if (!na.rm) stop("'x' contains missing values")
    x <- x[!missing]
    if (!is.null(weights)) weights <- weights[!missing]
  }
  total <- length(x)
  finite <- is.finite(x)
  x <- x[finite]
  count <- length(x)
  mass <- count / total
  if (is.null(weights)) {
    weights <- rep.int(1 / count, count)
  } else {
    if (length(weights) != total) stop("'x' and 'weights' have unequal length")
    if (any(weights < 0)) stop("'weights' must not be negative")
    weights <- weights[finite]
    if (abs(sum(weights) - 1) > 1e-3) warning("sum(weights) != 1  -- will not get true density")
    mass <- 1
  }
  wanted <- n
  n <- max(n, 512)
  if (n > 512) n <- 2^ceiling(log2(n))
  if (is.character(bw)) {
    if (count < 2) stop("need at least 2 points to select a bandwidth automatically")
    bw <- switch(tolower(bw), nrd0 = bw.nrd0(x), nrd = bw.nrd(x), stop("unknown bandwidth rule"))
  }
  if (!is.finite(bw)) stop("non-finite 'bw'")
  bw <- adjust * bw
  if (bw <= 0) stop("'bw' is not positive.")
  if (missing(from)) from <- min(x) - cut * bw
  if (missing(to)) to <- max(x) + cut * bw
  if (!is.finite(from)) stop("non-finite 'from'")
  if (!is.finite(to)) stop("non-finite 'to'")
  low <- from - 4 * bw
  high <- to + 4 * bw
  binned <- linear_binning(x, weights, low, high, n) * mass
  distances <- seq.int(0, 2 * (high - low), length.out = 2L * n)
  distances[(n + 2):(2 * n)] <- -distances[n:2]
  heights <- kernel_heights(distances, kernel, bw)
  heights <- fft(fft(binned) * Conj(fft(heights)), inverse = TRUE)
  heights <- pmax.int(0, Re(heights)[1L:n] / length(binned))
  grid <- seq.int(low, high, length.out = n)
  places <- seq.int(from, to, length.out = wanted)
  structure(
    list(x = places, y = approx(grid, heights, places)$y, bw = bw, n = total,
         call = match.call(), data.name = name, has.na = FALSE),
    class = "density")
}

# Each value is shared between the two grid points around it.
linear_binning <- function(x, weights, low, high, n) {
  step <- (high - low) / (n - 1)
  position <- (x - low) / step
  below <- floor(position)
  share <- position - below
  result <- numeric(2L * n)
  inside <- below >= 0 & below <= n - 2
  sums <- function(index, values) {
    found <- rowsum(values, index)
    result[as.integer(rownames(found))] <<- result[as.integer(rownames(found))] + found[, 1L]
  }
  if (any(inside)) {
    sums(below[inside] + 1, (weights * (1 - share))[inside])
    sums(below[inside] + 2, (weights * share)[inside])
  }
  edge <- below == -1
  if (any(edge)) result[1L] <- result[1L] + sum((weights * share)[edge])
  edge <- below == n - 1
  if (any(edge)) result[n] <- result[n] + sum((weights * (1 - share))[edge])
  result
}

kernel_heights <- function(distances, kernel, bw) {
  size <- abs(distances)
  switch(
    kernel,
    gaussian = dnorm(distances, sd = bw),
    rectangular = {
      a <- bw * sqrt(3)
      ifelse(size < a, 0.5 / a, 0)
    },
    triangular = {
      a <- bw * sqrt(6)
      ifelse(size < a, (1 - size / a) / a, 0)
    },
    epanechnikov = {
      a <- bw * sqrt(5)
      ifelse(size < a, 3 / 4 * (1 - (size / a)^2) / a, 0)
    },
    biweight = {
      a <- bw * sqrt(7)
      ifelse(size < a, 15 / 16 * (1 - (size / a)^2)^2 / a, 0)
    },
    cosine = {
      a <- bw / sqrt(1 / 3 - 2 / pi^2)
      ifelse(size < a, (1 + cos(pi * distances / a)) / (2 * a), 0)
    },
    optcosine = {
      a <- bw / sqrt(1 - 8 / pi^2)
      ifelse(size < a, pi / 4 * cos(pi * distances / (2 * a)) / a, 0)
    })
}

print.density <- function(x, digits = NULL, ...) {
  cat("\nCall:\n\t", deparse(x$call), "\n\nData: ", x$data.name, " (", x$n,
      " obs.);", "\tBandwidth 'bw' = ", formatC(x$bw, digits = digits), "\n\n", sep = "")
  print(summary(as.data.frame(x[c("x", "y")])), digits = digits, ...)
  invisible(x)
}

#' Bandwidths
#'
#' Rules of thumb for the bandwidth of kernel density estimates.
#'
#' @param x a numeric vector.
#' @examples
#' bw.nrd0(precip)
bw.nrd0 <- function(x) {
  if (length(x) < 2L) stop("need at least 2 data points")
  high <- sd(x)
  low <- min(high, IQR(x) / 1.34)
  if (!low) {
    low <- high
    if (!low) low <- abs(x[1L])
    if (!low) low <- 1
  }
  0.9 * low * length(x)^(-0.2)
}

#' @rdname bw.nrd0
#' @examples
#' bw.nrd(precip)
bw.nrd <- function(x) {
  if (length(x) < 2L) stop("need at least 2 data points")
  quartiles <- quantile(x, c(0.25, 0.75))
  h <- (quartiles[[2L]] - quartiles[[1L]]) / 1.34
  1.06 * min(sqrt(var(x)), h) * length(x)^(-1/5)
}
