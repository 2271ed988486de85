# The points of a formula, a list, a matrix, a time series or two vectors.
xy.coords <- function(x, y = NULL, xlab = NULL, ylab = NULL, log = NULL,
                      recycle = FALSE, setLab = TRUE) {
  if (is.null(y)) {
    if (is.language(x)) {
      if (!inherits(x, "formula") || length(x) != 3L) stop("invalid first argument")
      frame <- environment(x)
      y <- eval(x[[2L]], frame)
      x <- eval(x[[3L]], frame)
    } else if (is.matrix(x) || is.data.frame(x)) {
      x <- data.matrix(x)
      if (ncol(x) == 1L) {
        y <- x[, 1L]
        x <- seq_along(y)
      } else {
        y <- x[, 2L]
        x <- x[, 1L]
      }
    } else if (is.list(x)) {
      if (!all(c("x", "y") %in% names(x))) {
        stop("'x' is a list, but does not have components 'x' and 'y'")
      }
      y <- x[["y"]]
      x <- x[["x"]]
    } else {
      y <- as.numeric(x)
      x <- if (is.ts(x)) as.numeric(time(x)) else seq_along(x)
    }
  }
  if (inherits(x, "POSIXt")) x <- as.POSIXct(x)
  if (length(x) != length(y)) {
    if (!recycle) stop("'x' and 'y' lengths differ")
    size <- max(length(x), length(y))
    x <- rep_len(x, size)
    y <- rep_len(y, size)
  }
  list(x = as.double(x), y = as.double(y), xlab = xlab, ylab = ylab)
}
