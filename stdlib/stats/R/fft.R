#' Fourier transform
#'
#' @param z a vector or array.
#' @param inverse whether to do the inverse transform, not scaled.
#' @examples
#' fft(1:4)
fft <- function(z, inverse = FALSE) .Internal(fft(z, inverse))

#' @rdname fft
#' @examples
#' mvfft(matrix(1:4, 2))
mvfft <- function(z, inverse = FALSE) .Internal(mvfft(z, inverse))

#' @rdname fft
#' @param n a number.
#' @param factors prime factors allowed.
#' @examples
#' nextn(13)
nextn <- function(n, factors = c(2, 3, 5)) {
  if (!is.integer(n) && !is.double(n)) {
    stop("'n' must have typeof(.) \"integer\" or \"double\"")
  }
  factors <- as.integer(factors)
  if (!length(factors)) stop("no factors")
  if (anyNA(factors) || any(factors <= 1L)) stop("invalid factors")
  vapply(as.integer(n), function(number) {
    if (is.na(number) || number <= 0L) return(if (is.na(number)) number else 1L)
    repeat {
      rest <- number
      for (factor in factors) while (rest %% factor == 0L) rest <- rest %/% factor
      if (rest == 1L) return(number)
      number <- number + 1L
    }
  }, 0L)
}

#' Convolution
#'
#' By the fast Fourier transform.
#'
#' @param x,y numeric sequences.
#' @param conj whether to take the complex conjugate.
#' @param type `"circular"`, `"open"` or `"filter"`.
#' @examples
#' convolve(1:3, c(0, 1), type = "open")
convolve <- function(x, y, conj = TRUE, type = c("circular", "open", "filter")) {
  type <- match.arg(type)
  count <- length(x)
  other <- length(y)
  real <- is.numeric(x) && is.numeric(y)
  if (type == "circular") {
    if (other != count) stop("length mismatch in convolution")
  } else {
    x <- c(rep.int(0, other - 1), x)
    y <- c(y, rep.int(0, count - 1))
    count <- length(y)
  }
  result <- fft(fft(x) * (if (conj) Conj(fft(y)) else fft(y)), inverse = TRUE)
  result <- (if (real) Re(result) else result) / count
  if (type == "filter") result[-c(1L:(other - 1), (count - other + 2L):count)]
  else result
}
