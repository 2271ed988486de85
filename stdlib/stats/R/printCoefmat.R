#' Print a matrix of coefficients
#'
#' Formats estimates, standard errors, test statistics and p-values each in
#' its way, and marks small p-values with stars. Returns `x` invisibly.
#'
#' @param x a matrix or data frame with a row for each coefficient.
#' @param digits significant digits of estimates.
#' @param signif.stars whether to add stars.
#' @param signif.legend whether to explain them.
#' @param dig.tst digits of test statistics.
#' @param cs.ind columns of estimates and standard errors.
#' @param tst.ind columns of test statistics.
#' @param zap.ind columns where small numbers become zero.
#' @param P.values whether the last column holds p-values.
#' @param has.Pvalue whether there is such a column.
#' @param eps.Pvalue p-values below are shown as `<` it.
#' @param na.print text for missing values.
#' @param quote,right passed on to `print`.
#' @param ... passed on to `print`.
#' @examples
#' printCoefmat(coef(summary(lm(dist ~ speed, cars))))
printCoefmat <- function(x, digits = max(3L, getOption("digits") - 2L),
                         signif.stars = getOption("show.signif.stars"),
                         signif.legend = signif.stars,
                         dig.tst = max(1L, min(5L, digits - 1L)),
                         cs.ind = 1:k, tst.ind = k + 1, zap.ind = integer(),
                         P.values = NULL,
                         has.Pvalue = nc >= 4L && length(cn <- colnames(x)) &&
                           substr(cn[nc], 1L, 3L) %in% c("Pr(", "p-v"),
                         eps.Pvalue = .Machine$double.eps, na.print = "NA",
                         quote = FALSE, right = TRUE, ...) {
  if (is.null(d <- dim(x)) || length(d) != 2L) {
    stop("'x' must be coefficient matrix/data frame")
  }
  nc <- d[2L]
  if (is.null(P.values)) {
    allowed <- getOption("show.coef.Pvalues")
    if (!is.logical(allowed) || is.na(allowed)) {
      warning("option \"show.coef.Pvalues\" is invalid: assuming TRUE")
      allowed <- TRUE
    }
    P.values <- has.Pvalue && allowed
  } else if (P.values && !has.Pvalue) {
    stop("'P.values' is TRUE, but 'has.Pvalue' is not")
  }
  if (has.Pvalue && !P.values) {
    x <- data.matrix(x)[, -nc, drop = FALSE]
    nc <- nc - 1L
    has.Pvalue <- FALSE
  } else {
    x <- data.matrix(x)
  }
  k <- nc - has.Pvalue - (if (missing(tst.ind)) 1 else length(tst.ind))
  if (!missing(cs.ind) && length(cs.ind) > k) stop("wrong k / cs.ind")
  shown <- array("", dim = d <- dim(x), dimnames = dimnames(x))
  missing <- is.na(x)
  for (column in zap.ind) x[, column] <- zapsmall(x[, column], digits)
  if (length(cs.ind)) shown[, cs.ind] <- format_estimates(x[, cs.ind], digits)
  if (length(tst.ind)) {
    shown[, tst.ind] <- format(round(x[, tst.ind], digits = dig.tst),
                               digits = digits)
  }
  others <- setdiff(seq_len(nc), c(cs.ind, tst.ind, if (has.Pvalue) nc))
  for (column in others) shown[, column] <- format(x[, column], digits = digits)
  # Rounding must not turn a number into zero where more digits would show it.
  checked <- setdiff(seq_len(nc), c(tst.ind, if (has.Pvalue) nc))
  numbers <- x[, checked]
  texts <- shown[, checked]
  text_zero <- suppressWarnings(as.numeric(texts)) == 0
  lost <- which(!is.na(numbers) & numbers != 0 & !is.na(text_zero) & text_zero)
  if (length(lost)) {
    texts[lost] <- format(numbers[lost], digits = max(1L, digits - 1L))
    shown[, checked] <- texts
  }
  if (any(missing)) shown[missing] <- na.print
  if (any(undefined <- is.nan(x))) shown[undefined] <- "NaN"
  if (P.values) {
    if (!is.logical(signif.stars) || is.na(signif.stars)) {
      warning("option \"show.signif.stars\" is invalid: assuming TRUE")
      signif.stars <- TRUE
    }
    if (any(known <- !missing[, nc])) {
      p <- as.vector(x[, nc])
      shown[known, nc] <- format.pval(p[known], digits = dig.tst, eps = eps.Pvalue)
      signif.stars <- signif.stars && any(p[known] < 0.1)
      if (signif.stars) {
        stars <- significance_stars(p)
        shown <- cbind(shown, format(stars))
      }
    } else {
      signif.stars <- FALSE
    }
  } else {
    signif.stars <- FALSE
  }
  print.default(shown, quote = quote, right = right, na.print = na.print, ...)
  if (signif.stars && signif.legend) print_stars_legend(attr(stars, "legend"))
  invisible(x)
}

# Estimates and standard errors share their decimals: as many as the smallest
# of them needs.
format_estimates <- function(estimates, digits) {
  size <- abs(estimates)
  if (!any(finite <- is.finite(size))) return(format(estimates, digits = digits))
  size <- size[finite]
  exponents <- 1 + floor(log10(range(size[size != 0], finite = TRUE)))
  decimals <- if (all(is.finite(exponents))) max(1L, digits - exponents) else digits
  format(round(estimates, decimals), digits = digits)
}

significance_stars <- function(p) {
  symnum(p, corr = FALSE, na = FALSE, cutpoints = c(0, 0.001, 0.01, 0.05, 0.1, 1),
         symbols = c("***", "**", "*", ".", " "))
}

print_stars_legend <- function(legend) {
  available <- getOption("width")
  if (available < nchar(legend)) {
    legend <- strwrap(legend, width = available - 2, prefix = "  ")
  }
  cat("---\nSignif. codes:  ", legend, sep = "",
      fill = available + 4 + max(nchar(legend, "bytes") - nchar(legend)))
}
