#' Sample quantiles
#'
#' The quantiles of a sample for given probabilities, by one of the nine
#' definitions of Hyndman and Fan (1996).
#'
#' @param x a numeric vector, a factor or date-times.
#' @param ... further arguments for methods.
#' @examples
#' quantile(c(1, 3, 4, 10))
quantile <- function(x, ...) UseMethod("quantile")

quantile.default <- function(x, probs = seq(0, 1, 0.25), na.rm = FALSE,
                             names = TRUE, type = 7, digits = 7, ...) {
  if (is.factor(x)) {
    if (is.ordered(x)) {
      if (!any(type == c(1L, 3L))) {
        stop("'type' must be 1 or 3 for ordered factors")
      }
    } else {
      stop("(unordered) factors are not allowed")
    }
    levels <- levels(x)
    x <- as.integer(x)
  } else {
    if (is.null(x)) x <- numeric()
    levels <- NULL
  }
  if (na.rm) x <- x[!is.na(x)]
  else if (anyNA(x)) {
    stop("missing values and NaN's not allowed if 'na.rm' is FALSE")
  }
  slack <- 100 * .Machine$double.eps
  if (any((known <- !is.na(probs)) & (probs < -slack | probs > 1 + slack))) {
    stop("'probs' outside [0,1]")
  }
  probs <- pmax(0, pmin(1, probs))
  result <- if (type == 7) default_quantiles(x, probs)
    else other_quantiles(x, probs, type)
  if (length(levels)) {
    result <- factor(result, seq_along(levels), levels, ordered = TRUE)
  }
  if (names && length(probs) > 0L) names(result) <- percent_names(probs, digits)
  result
}

percent_names <- function(probabilities, digits) {
  percent <- 100 * probabilities
  labels <- if (length(percent) < 100L) {
    formatC(percent, format = "fg", width = 1, digits = digits)
  } else {
    format(percent, trim = TRUE, digits = digits)
  }
  labels <- paste0(labels, "%")
  labels[is.na(percent)] <- ""
  labels
}

# Type 7: linear between the order statistics 1 + (n - 1) p.
default_quantiles <- function(x, probs) {
  count <- length(x)
  if (count == 0L && is.null(dim(x)) && is.numeric(x)) {
    return(x[rep.int(NA_integer_, length(probs))])
  }
  index <- 1 + (count - 1) * probs
  below <- floor(index)
  above <- ceiling(index)
  needed <- unique(c(below, above))
  x <- sort(x, partial = needed[!is.na(needed)])
  qs <- x[below]
  upper <- x[above]
  i <- which(index > below & upper != qs)
  h <- (index - below)[i]
  qs[i] <- (1 - h) * qs[i] + h * upper[i]
  qs
}

# Types 1 to 6, 8 and 9 put the quantile at position n p + m of the order
# statistics and differ in m and in what happens between two of them.
other_quantiles <- function(x, probs, type) {
  count <- length(x)
  fuzz <- 4 * .Machine$double.eps
  if (type <= 3) {
    position <- count * probs + (if (type == 3) -0.5 else 0)
    below <- floor(position + fuzz)
    exact <- position > below + fuzz
    share <- switch(
      type,
      as.numeric(exact),
      (exact + 1) / 2,
      as.numeric(exact | below %% 2 == 1))
  } else {
    if (type == 4) {
      a <- 0
      b <- 1
    } else {
      a <- b <- switch(type - 4, 0.5, 0, 1, 1 / 3, 3 / 8)
    }
    position <- a + probs * (count + 1 - a - b)
    below <- floor(position + fuzz)
    share <- position - below
    share[!is.na(share) & abs(share) < fuzz] <- 0
  }
  if (count == 0L) return(x[rep.int(NA_integer_, length(probs))])
  needed <- unique(c(1, below[below > 0 & below <= count],
                     (below + 1)[below > 0 & below < count], count))
  x <- sort(x, partial = needed[!is.na(needed)])
  # One more value on each side, for positions before the first and after the
  # last.
  x <- c(x[1L], x[1L], x, x[count], x[count])
  lower <- x[below + 2L]
  upper <- x[below + 3L]
  result <- lower
  whole <- !is.na(share) & share == 1
  result[whole] <- upper[whole]
  between <- which(0 < share & share < 1 & lower != upper)
  if (length(between)) {
    result[between] <- ((1 - share) * lower + share * upper)[between]
  }
  result[is.na(probs)] <- NA
  result
}

quantile.POSIXt <- function(x, ...) {
  .POSIXct(quantile(unclass(as.POSIXct(x)), ...), attr(x, "tzone"))
}

#' Median
#'
#' @param x a numeric vector, or anything ordered.
#' @param na.rm whether to leave out missing values.
#' @param ... further arguments for methods.
#' @examples
#' median(c(3, 1, 10))
median <- function(x, na.rm = FALSE, ...) UseMethod("median")

median.default <- function(x, na.rm = FALSE, ...) {
  if (is.factor(x) || is.data.frame(x)) stop("need numeric data")
  if (length(names(x))) names(x) <- NULL
  if (na.rm) x <- x[!is.na(x)]
  else if (any(is.na(x))) return(x[NA_integer_][1L])
  count <- length(x)
  if (count == 0L) return(x[NA_integer_][1L])
  half <- (count + 1L) %/% 2L
  if (count %% 2L == 1L) sort(x, partial = half)[half]
  else mean(sort(x, partial = half + 0L:1L)[half + 0L:1L])
}

#' Median absolute deviation
#'
#' The median of the absolute deviations from the centre, times a constant that
#' makes it estimate the standard deviation of normal data.
#'
#' @param x a numeric vector.
#' @param center the centre.
#' @param constant the factor.
#' @param na.rm whether to leave out missing values.
#' @param low,high whether to take the low or high median of an even number.
#' @examples
#' mad(c(1:9))
mad <- function(x, center = median(x), constant = 1.4826, na.rm = FALSE,
                low = FALSE, high = FALSE) {
  if (na.rm) x <- x[!is.na(x)]
  count <- length(x)
  constant * if ((low || high) && count %% 2 == 0) {
    if (low && high) stop("'low' and 'high' cannot be both TRUE")
    half <- count %/% 2 + as.integer(high)
    sort(abs(x - center), partial = half)[half]
  } else {
    median(abs(x - center))
  }
}

#' Interquartile range
#'
#' @param x a numeric vector.
#' @param na.rm whether to leave out missing values.
#' @param type the type of the quantiles.
#' @examples
#' IQR(c(1, 2, 4, 8))
IQR <- function(x, na.rm = FALSE, type = 7) {
  diff(quantile(as.numeric(x), c(0.25, 0.75), na.rm = na.rm, names = FALSE,
                type = type))
}

#' Tukey's five numbers
#'
#' Minimum, lower hinge, median, upper hinge and maximum.
#'
#' @param x a numeric vector.
#' @param na.rm whether to leave out missing values.
#' @examples
#' fivenum(c(1, 2, 4, 8, 16))
fivenum <- function(x, na.rm = TRUE) {
  missing <- is.na(x)
  if (any(missing)) {
    if (!na.rm) return(rep.int(NA, 5))
    x <- x[!missing]
  }
  x <- sort(x)
  count <- length(x)
  if (count == 0) return(rep.int(NA, 5))
  depth <- floor((count + 3) / 2) / 2
  positions <- c(1, depth, (count + 1) / 2, count + 1 - depth, count)
  0.5 * (x[floor(positions)] + x[ceiling(positions)])
}

#' Weighted mean
#'
#' @param x a vector of values.
#' @param w weights, as long as `x`.
#' @param ... further arguments for methods.
#' @examples
#' weighted.mean(c(1, 5), c(3, 1))
weighted.mean <- function(x, w, ...) UseMethod("weighted.mean")

weighted.mean.default <- function(x, w, ..., na.rm = FALSE) {
  if (missing(w)) return(mean(x, na.rm = na.rm))
  if (length(w) != length(x)) stop("'x' and 'w' must have the same length")
  if (na.rm) {
    known <- !is.na(x)
    w <- w[known]
    x <- x[known]
  }
  w <- w / sum(w)
  sum((x * w)[w != 0])
}

weighted.mean.Date <- function(x, w, ...) {
  .Date(weighted.mean(unclass(x), w, ...))
}

weighted.mean.POSIXct <- function(x, w, ...) {
  .POSIXct(weighted.mean(unclass(x), w, ...), attr(x, "tzone"))
}

weighted.mean.POSIXlt <- function(x, w, ...) {
  as.POSIXlt(weighted.mean(as.POSIXct(x), w, ...))
}

weighted.mean.difftime <- function(x, w, ...) {
  structure(weighted.mean(unclass(x), w, ...), units = attr(x, "units"),
            class = "difftime")
}
