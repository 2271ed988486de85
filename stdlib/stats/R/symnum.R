#' Symbolic number coding
#'
#' Replaces numbers by symbols according to the interval they lie in; the
#' attribute `legend` explains them.
#'
#' @param x a numeric or logical vector or array.
#' @param cutpoints the bounds of the intervals.
#' @param symbols one symbol for each interval.
#' @param legend whether to add the legend.
#' @param na the symbol for missing values, or FALSE.
#' @param eps tolerance at the outer bounds.
#' @param numeric.x whether `x` is numeric.
#' @param corr whether `x` is a correlation matrix.
#' @param show.max whether the largest correlation is shown.
#' @param show.min whether the smallest is shown.
#' @param abbr.colnames whether column names are abbreviated.
#' @param lower.triangular whether only the lower triangle is shown.
#' @param diag.lower.tri whether with the diagonal.
#' @examples
#' symnum(cor(attitude), diag.lower.tri = FALSE)
symnum <- function(x, cutpoints = c(0.3, 0.6, 0.8, 0.9, 0.95),
                   symbols = if (numeric.x) c(" ", ".", ",", "+", "*", "B")
                     else c(".", "|"),
                   legend = length(symbols) >= 3, na = "?", eps = 1e-5,
                   numeric.x = is.numeric(x),
                   corr = missing(cutpoints) && numeric.x,
                   show.max = if (corr) "1", show.min = NULL,
                   abbr.colnames = has.colnames,
                   lower.triangular = corr && is.numeric(x) && is.matrix(x),
                   diag.lower.tri = corr && !is.null(show.max)) {
  if (length(x) == 0L) return(noquote(if (is.null(d <- dim(x))) character() else array("", dim = d)))
  has.na <- any(missing <- is.na(x))
  if (corr) cutpoints <- c(0, cutpoints, 1)
  codes <- if (numeric.x) {
    interval_codes(x, cutpoints, symbols, eps, corr, missing)
  } else {
    if (!missing(symbols) && length(symbols) != 2L) {
      stop("must have 2 'symbols' for logical 'x' argument")
    }
    as.integer(x) + 1L
  }
  result <- symbols[codes]
  if (numeric.x) {
    if (!is.null(show.max)) {
      result[!missing & (if (corr) abs(x) else x) >= max(cutpoints) - eps] <-
        if (is.character(show.max)) show.max else format(max(cutpoints), digits = 1)
    }
    if (!is.null(show.min)) {
      result[!missing & x <= min(cutpoints) + eps] <-
        if (is.character(show.min)) show.min else format(min(cutpoints), digits = 1)
    }
  }
  if (has.na) result[missing] <- if (is.character(na)) na else ""
  if (lower.triangular) {
    result[if (diag.lower.tri) col(x) > row(x) else col(x) >= row(x)] <- ""
  }
  has.colnames <- !is.null(dimnames(x)[[2L]])
  attributes(result) <- attributes(x)
  if (is.array(result) && length(dim(x)) == 2L) {
    result <- with_column_labels(result, abbr.colnames, has.colnames)
  }
  if (legend) {
    shown <- paste(rbind(vapply(cutpoints, format, ""),
                         c(sQuote(symbols), "")), collapse = " ")
    shown <- sub(" $", "", shown)
    if (has.na && is.character(na)) {
      shown <- paste0(shown, " \t    ## NA: ", sQuote(na))
    }
    attr(result, "legend") <- shown
  }
  noquote(result)
}

interval_codes <- function(x, cutpoints, symbols, eps, corr, missing) {
  if (corr) x <- abs(x)
  outside <- !missing & (x < min(cutpoints) - eps | x > max(cutpoints) + eps)
  if (any(outside)) {
    stop(if (corr) "'x' must be between -1 and 1"
         else gettextf("'x' must be between %s and %s", format(min(cutpoints)),
                       format(max(cutpoints))), domain = NA)
  }
  if (anyDuplicated(symbols)) {
    stop(gettextf("'symbols' must be unique, but are = %s",
                  paste(symbols, collapse = "|")), domain = NA)
  }
  if (length(cutpoints) != length(symbols) + 1L) {
    stop("number of 'cutpoints' must be one more than number of symbols")
  }
  cut(x, breaks = cutpoints, include.lowest = TRUE, labels = FALSE)
}

with_column_labels <- function(result, abbreviated, named) {
  if (is.null(abbreviated) || identical(abbreviated, FALSE)) {
    if (is.null(abbreviated) || !named) {
      dimnames(result) <- list(rownames(result), rep.int("", ncol(result)))
    }
    return(result)
  }
  if (named) {
    minimum <- if (is.numeric(abbreviated)) abbreviated else 1L
    colnames(result) <- abbreviate(colnames(result), minlength = minimum)
  }
  result
}
