#' Sweep out summaries of an array
#'
#' @param x an array.
#' @param MARGIN the dimensions that `STATS` runs along.
#' @param STATS the summary to sweep out.
#' @param FUN the function that does it.
#' @param check.margin warn if the lengths do not fit?
#' @param ... further arguments of `FUN`.
#' @examples
#' m <- matrix(1:6, 2)
#' sweep(m, 2, colMeans(m))
sweep <- function(x, MARGIN, STATS, FUN = "-", check.margin = TRUE, ...) {
  FUN <- match.fun(FUN)
  shape <- dim(x)
  if (is.character(MARGIN)) {
    if (is.null(names(dimnames(x)))) stop("'x' must have named dimnames")
    MARGIN <- match(MARGIN, names(dimnames(x)))
    if (anyNA(MARGIN)) stop("not all elements of 'MARGIN' are names of dimensions")
  }
  if (check.margin) .checkSweep(shape[MARGIN], STATS)
  order <- c(MARGIN, seq_along(shape)[-MARGIN])
  FUN(x, aperm(array(STATS, shape[order]), order(order)), ...)
}

# Warns as `sweep` does if `STATS` does not recycle exactly.
.checkSweep <- function(shape, STATS) {
  statsShape <- dim(STATS)
  call <- sys.call(-1L)
  say <- function(text) warning(simpleWarning(text, call))
  if (is.null(statsShape)) {
    upper <- prod(shape)
    if (length(STATS) > upper) {
      say("STATS is longer than the extent of 'dim(x)[MARGIN]'")
    } else {
      cumulated <- cumprod(c(1L, shape))
      lower <- max(cumulated[cumulated <= length(STATS)])
      if (length(STATS) && (upper %% length(STATS) != 0L ||
                            length(STATS) %% lower != 0L)) {
        say("STATS does not recycle exactly across MARGIN")
      }
    }
  } else {
    wanted <- shape[shape > 1L]
    given <- statsShape[statsShape > 1L]
    if (length(wanted) != length(given) || any(wanted != given)) {
      say("length(STATS) or dim(STATS) do not match dim(x)[MARGIN]")
    }
  }
}

#' Centre and scale columns
#'
#' The matrix with its columns centred and divided by their scale; the numbers
#' used are attributes `"scaled:center"` and `"scaled:scale"`.
#'
#' @param x a numeric matrix.
#' @param center `TRUE` for column means, `FALSE`, or a number for each column.
#' @param scale `TRUE` for standard deviations (root mean squares if `center` is
#'   `FALSE`), `FALSE`, or a number for each column.
#' @examples
#' scale(matrix(1:6, 3))
scale <- function(x, center = TRUE, scale = TRUE) UseMethod("scale")

scale.default <- function(x, center = TRUE, scale = TRUE) {
  x <- as.matrix(x)
  columns <- ncol(x)
  if (is.logical(center)) {
    if (center) {
      center <- colMeans(x, na.rm = TRUE)
      x <- sweep(x, 2L, center, check.margin = FALSE)
    }
  } else {
    if (!is.numeric(center)) center <- as.numeric(center)
    if (length(center) != columns) {
      stop("length of 'center' must equal the number of columns of 'x'")
    }
    x <- sweep(x, 2L, center, check.margin = FALSE)
  }
  if (is.logical(scale)) {
    if (scale) {
      rootMeanSquare <- function(column) {
        column <- column[!is.na(column)]
        sqrt(sum(column^2) / max(1, length(column) - 1L))
      }
      scale <- apply(x, 2L, rootMeanSquare)
      x <- sweep(x, 2L, scale, "/", check.margin = FALSE)
    }
  } else {
    if (!is.numeric(scale)) scale <- as.numeric(scale)
    if (length(scale) != columns) {
      stop("length of 'scale' must equal the number of columns of 'x'")
    }
    x <- sweep(x, 2L, scale, "/", check.margin = FALSE)
  }
  if (is.numeric(center)) attr(x, "scaled:center") <- center
  if (is.numeric(scale)) attr(x, "scaled:scale") <- scale
  x
}
