#' Cut numbers into intervals
#'
#' A factor that tells for each element of `x` the interval it falls into.
#'
#' @param x a numeric vector.
#' @param breaks the cut points, or the number of intervals.
#' @param labels labels of the intervals; `FALSE` for plain codes.
#' @param include.lowest is the lowest (or highest) break included?
#' @param right are the intervals closed on the right?
#' @param dig.lab number of digits of the labels, if they then differ.
#' @param ordered_result is the result an ordered factor?
#' @param ... further arguments of methods.
#' @examples
#' cut(c(1, 5, 10), c(0, 5, 10))
#' cut(0:10, 5)
cut <- function(x, ...) UseMethod("cut")

cut.default <- function(x, breaks, labels = NULL, include.lowest = FALSE,
                        right = TRUE, dig.lab = 3L, ordered_result = FALSE,
                        ...) {
  if (!is.numeric(x)) stop("'x' must be numeric")
  if (length(breaks) == 1L) {
    if (is.na(breaks) || breaks < 2L) stop("invalid number of intervals")
    breaks <- .equalBreaks(x, breaks)
  } else {
    breaks <- sort.int(as.double(breaks))
  }
  count <- length(breaks)
  if (anyDuplicated(breaks)) stop("'breaks' are not unique")
  codesOnly <- FALSE
  if (is.null(labels)) {
    labels <- .intervalLabels(breaks, right, include.lowest, dig.lab)
  } else if (is.logical(labels) && !labels) {
    codesOnly <- TRUE
  } else if (length(labels) != count - 1L) {
    stop("lengths of 'breaks' and 'labels' differ")
  }
  codes <- .bincode(x, breaks, right, include.lowest)
  if (codesOnly) return(codes)
  factor(codes, levels = seq_along(labels), labels = labels,
         ordered = ordered_result)
}

# Breaks of `count` intervals of one length over the range of `x`.
.equalBreaks <- function(x, count) {
  nb <- as.integer(count + 1)
  rx <- range(x, na.rm = TRUE)
  dx <- diff(rx)
  if (dx == 0) {
    dx <- if (rx[1L] == 0) 1 else abs(rx[1L])
    return(seq.int(rx[1L] - dx / 1000, rx[2L] + dx / 1000,
                   length.out = nb))
  }
  breaks <- seq.int(rx[1L], rx[2L], length.out = nb)
  breaks[c(1L, nb)] <- c(rx[1L] - dx / 1000, rx[2L] + dx / 1000)
  breaks
}

# Labels like "(0,5]", with as many digits as it takes to tell breaks apart.
.intervalLabels <- function(breaks, right, closed, digits) {
  count <- length(breaks)
  for (digits in digits:max(12L, digits)) {
    text <- formatC(0 + breaks, digits = digits, width = 1L)
    if (all(text[-1L] != text[-count])) break
  }
  if (all(text[-1L] != text[-count])) {
    labels <- paste0(if (right) "(" else "[", text[-count], ",", text[-1L],
                     if (right) "]" else ")")
    if (closed) {
      if (right) {
        substr(labels[1L], 1L, 1L) <- "["
      } else {
        last <- nchar(labels[count - 1L])
        substring(labels[count - 1L], last, last) <- "]"
      }
    }
    labels
  } else {
    seq_len(count - 1L)
  }
}
