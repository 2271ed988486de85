#' Local smoothers of series
#'
#' `runmed` takes running medians of odd span.
#'
#' @param x a numeric vector.
#' @param k the span.
#' @param endrule what happens at the ends.
#' @param algorithm not used.
#' @param na.action not used.
#' @param print.level not used.
#' @examples
#' runmed(c(1, 9, 2, 3, 8, 4), 3)
runmed <- function(x, k, endrule = c("median", "keep", "constant"),
                   algorithm = NULL,
                   na.action = c("+Big_alternate", "-Big_alternate", "na.omit", "fail"),
                   print.level = 0) {
  count <- length(x)
  k <- as.integer(k)
  if (is.na(k)) stop("invalid 'k'")
  if (k < 0L) stop("'k' must be positive")
  if (k %% 2L == 0L) {
    warning(gettextf("'k' must be odd!  Changing 'k' to %d", k <- as.integer(1 + 2 * (k %/% 2))), domain = NA)
  }
  if (count == 0L) return(x)
  if (k > count) {
    warning(gettextf("'k' is bigger than 'n'!  Changing 'k' to %d", k <- as.integer(1 + 2 * ((count - 1) %/% 2))), domain = NA)
  }
  endrule <- match.arg(endrule)
  half <- k %/% 2L
  result <- as.double(x)
  inner <- seq.int(half + 1L, length.out = count - 2L * half)
  if (half > 0L) {
    windows <- vapply(seq.int(-half, half), function(shift) as.double(x)[inner + shift], numeric(length(inner)))
    windows <- matrix(windows, length(inner))
    result[inner] <- apply(windows, 1L, function(w) sort(w)[half + 1L])
    if (endrule == "constant") {
      result[seq_len(half)] <- result[half + 1L]
      result[seq.int(count - half + 1L, count)] <- result[count - half]
    } else if (endrule == "median") {
      result <- smoothEnds(result, k)
    }
  }
  if (is.integer(x)) storage.mode(result) <- "integer"
  attr(result, "k") <- k
  result
}

#' @rdname runmed
#' @param y a smoothed vector.
#' @examples
#' smoothEnds(c(1, 9, 2, 3, 8), 3)
smoothEnds <- function(y, k = 3) {
  k <- as.integer(k)
  if (k < 0L || k %% 2L == 0L) stop("bandwidth 'k' must be >= 1 and odd!")
  half <- k %/% 2L
  if (half < 1L) return(y)
  count <- length(y)
  median3 <- function(a, b, c) sort(c(a, b, c))[2L]
  result <- y
  if (half >= 2L) {
    for (i in seq.int(2L, half)) {
      span <- 2L * i - 1L
      result[i] <- sort(y[seq_len(span)])[i]
      result[count - i + 1L] <- sort(y[seq.int(count - span + 1L, count)])[i]
    }
  }
  result[1L] <- median3(y[1L], result[2L], 3 * result[2L] - 2 * result[3L])
  result[count] <- median3(y[count], result[count - 1L],
                           3 * result[count - 1L] - 2 * result[count - 2L])
  result
}
