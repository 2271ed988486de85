#' Contrasts of all pairs of means
#'
#' Tukey's honest significant differences with simultaneous confidence
#' intervals.
#'
#' @param x an analysis of variance.
#' @param which the terms.
#' @param ordered whether to order the levels by their means.
#' @param conf.level the confidence level.
#' @param ... further arguments for methods.
#' @examples
#' TukeyHSD(aov(weight ~ group, PlantGrowth))
TukeyHSD <- function(x, which, ordered = FALSE, conf.level = 0.95, ...)
  UseMethod("TukeyHSD")

TukeyHSD.aov <- function(x, which = seq_along(tabs), ordered = FALSE,
                         conf.level = 0.95, ...) {
  means <- model.tables(x, "means")
  tabs <- means$tables[names(means$tables) != "Grand mean"]
  wanted <- names(tabs[which])
  factors <- wanted[!is.na(means$n[wanted])]
  if (!length(factors)) stop("no factors in the fitted model")
  if (length(factors) < length(wanted)) {
    warning("'which' specified some non-factors which will be dropped")
  }
  variance <- sum(weighted.residuals(x)^2) / x$df.residual
  result <- lapply(setNames(nm = factors), function(name) {
    pairwise_differences(tabs[[name]], means$n[[name]], variance, x$df.residual, ordered,
                         conf.level)
  })
  structure(result, class = c("TukeyHSD", "multicomp"),
            orig.call = x$call, conf.level = conf.level, ordered = ordered)
}

# Each pair of means: their difference, its simultaneous interval and its adjusted
# p-value, by the distribution of the studentized range.
pairwise_differences <- function(means, counts, variance, freedom, ordered, level) {
  labels <- if (length(dim(means)) > 1L) outer_labels(dimnames(means)) else names(means)
  groups <- data.frame(mean = as.vector(means), label = as.vector(labels),
                       count = as.vector(counts))
  groups <- groups[!is.na(groups$mean), ]
  if (ordered) groups <- groups[order(groups$mean), ]
  size <- nrow(groups)
  pairs <- which(lower.tri(diag(size)), arr.ind = TRUE)
  one <- groups[pairs[, 1L], ]
  other <- groups[pairs[, 2L], ]
  difference <- one$mean - other$mean
  error <- sqrt(variance / 2 * (1 / one$count + 1 / other$count))
  margin <- qtukey(level, size, freedom) * error
  p <- ptukey(abs(difference / error), size, freedom, lower.tail = FALSE)
  matrix(
    c(difference, difference - margin, difference + margin, p), ncol = 4L,
    dimnames = list(paste(one$label, other$label, sep = "-"), c("diff", "lwr", "upr", "p adj"))
  )
}

outer_labels <- function(names) {
  Reduce(function(a, b) outer(a, b, paste, sep = ":"), names)
}

print.TukeyHSD <- function(x, digits = getOption("digits"), ...) {
  cat("  Tukey multiple comparisons of means\n")
  cat("    ", format(100 * attr(x, "conf.level"), digits = 2L),
      "% family-wise confidence level\n", sep = "")
  if (attr(x, "ordered")) cat("    factor levels have been ordered\n")
  cat("\nFit: ", deparse(attr(x, "orig.call"), 500L), "\n\n", sep = "")
  tables <- unclass(x)
  attr(tables, "orig.call") <- attr(tables, "conf.level") <- attr(tables, "ordered") <- NULL
  tables <- lapply(tables, function(table) {
    table[, "p adj"] <- round(table[, "p adj"], digits)
    table
  })
  print.default(tables, digits = digits, ...)
  invisible(x)
}
