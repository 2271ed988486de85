#' Quantiles of data of any size
#'
#' Counts the values of a variable in bins, in two passes, and reads quantiles off
#' the counts. For whole numbers, and for decimal numbers with few digits, they are
#' exact: the least value that the wanted part of the data does not exceed. For
#' other numbers they are interpolated linearly in narrow bins. Returns a vector of
#' quantiles.
#'
#' @param varName the name of a numeric variable.
#' @param data a data source, a path or a data frame.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param probs probabilities.
#' @param names whether to name the result.
#' @param maxIntegerBins how many bins there may be for whole numbers.
#' @param multiple what values are multiplied by to become whole; NA to find out.
#' @param numericBins whether to use bins between breaks of equal distance instead.
#' @param numNumericBreaks how many such breaks.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose not used.
#' @examples
#' rxQuantile("dist", cars)
#' rxQuantile("mpg", mtcars, probs = c(0.1, 0.9))
#' quantile(mtcars$mpg, c(0.1, 0.9), type = 1)
rxQuantile <- function(varName, data, pweights = NULL, fweights = NULL,
                       probs = seq(0, 1, 0.25), names = TRUE,
                       maxIntegerBins = 500000, multiple = NA,
                       numericBins = FALSE, numNumericBreaks = 1000,
                       blocksPerRead = rxGetOption("blocksPerRead"),
                       reportProgress = rxGetOption("reportProgress"), verbose = 0) {
  if (is_background()) return(background_call())
  if (!is.character(varName) || length(varName) != 1L) {
    stop("varName must be the name of a variable")
  }
  if (!length(probs) || anyNA(probs) || any(probs < 0 | probs > 1)) {
    stop("probs must be numbers from 0 to 1")
  }
  weights <- chosen_weights(fweights, pweights)
  formula <- one_variable(varName)
  native <- native_data(data, blocksPerRead = blocksPerRead)
  report <- report_level(data, reportProgress)
  range <- .Internal(rxScan(native, formula, weights, thread_count(), report))
  if (!range$valid || !is.finite(range$least) || !is.finite(range$most)) {
    found <- rep(NA_real_, length(probs))
  } else {
    bins <- quantile_bins(range, maxIntegerBins, multiple, numericBins, numNumericBreaks)
    counts <- .Internal(rxBinCounts(
      native, formula, weights, bins$low, bins$scale, bins$isWhole, as.integer(bins$count),
      thread_count(), report))
    found <- binned_quantiles(counts, bins, probs, range)
  }
  if (names) names(found) <- paste0(format(100 * probs, trim = TRUE, digits = 7L), "%")
  found
}

one_variable <- function(name) {
  formula <- ~ x
  formula[[2L]] <- as.name(name)
  formula
}

# Which bins to count in: a value x is in bin `x * scale - low`.
quantile_bins <- function(range, maxIntegerBins, multiple, numericBins, numNumericBreaks) {
  width <- range$most - range$least
  if (!numericBins) {
    exact <- if (is.na(multiple)) range$decimals < 7L else TRUE
    scale <- if (!is.na(multiple)) multiple else if (exact) 10^range$decimals
    if (exact && width * scale < maxIntegerBins) {
      low <- round(range$least * scale)
      return(list(low = low, scale = scale, isWhole = TRUE,
                  count = round(range$most * scale) - low + 1))
    }
  }
  count <- if (numericBins) max(1, numNumericBreaks - 1) else maxIntegerBins
  if (width == 0) return(list(low = 0, scale = 0, isWhole = FALSE, count = 1))
  list(low = range$least * count / width, scale = count / width, isWhole = FALSE,
       count = count)
}

# Whole bins: the first at which the wanted part is reached. Others: interpolated.
binned_quantiles <- function(counts, bins, probs, range) {
  sums <- cumsum(counts)
  total <- sums[length(sums)]
  wanted <- probs * total
  slack <- 4 * .Machine$double.eps * total
  if (bins$isWhole) {
    place <- findInterval(wanted - slack, sums, left.open = TRUE)
    first <- which(counts > 0)[1L] - 1
    return((pmax(pmin(place, length(counts) - 1), first) + bins$low) / bins$scale)
  }
  if (bins$scale == 0) return(rep(range$least, length(probs)))
  place <- pmin(findInterval(wanted, sums, left.open = TRUE), length(counts) - 1)
  before <- c(0, sums)[place + 1]
  inside <- ifelse(counts[place + 1] > 0, (wanted - before) / counts[place + 1], 0)
  found <- (place + inside + bins$low) / bins$scale
  found <- pmin(pmax(found, range$least), range$most)
  found[probs == 0] <- range$least
  found[probs == 1] <- range$most
  found
}
