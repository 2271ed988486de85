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
  tabs <- means$tables
  if (names(tabs)[1L] == "Grand mean") tabs <- tabs[-1L]
  counts <- means$n
  tabs <- tabs[which]
  nn <- counts[names(tabs)]
  nn_na <- is.na(nn)
  if (all(nn_na)) stop("no factors in the fitted model")
  tabs <- tabs[!nn_na]
  variance <- sum(weighted.residuals(x)^2) / x$df.residual
  result <- setNames(vector("list", length(tabs)), names(tabs))
  for (name in names(tabs)) {
    table <- tabs[[name]]
    values <- as.vector(table)
    labels <- if (length(dim(table)) > 1L) {
      as.vector(outer_labels(dimnames(table)))
    } else {
      names(table)
    }
    replicates <- counts[[name]]
    replicates <- if (length(replicates) == 1L) rep.int(replicates, length(values))
      else as.vector(replicates)
    known <- !is.na(values)
    values <- values[known]
    labels <- labels[known]
    replicates <- replicates[known]
    if (ordered) {
      order <- order(values)
      values <- values[order]
      labels <- labels[order]
      replicates <- replicates[order]
    }
    differences <- outer(values, values, `-`)
    pairs <- lower.tri(differences)
    differences <- differences[pairs]
    spread <- sqrt((variance / 2) * outer(1 / replicates, 1 / replicates, `+`))[pairs]
    width <- qtukey(conf.level, length(values), x$df.residual) * spread
    statistic <- differences / spread
    p <- ptukey(abs(statistic), length(values), x$df.residual, lower.tail = FALSE)
    pair_labels <- outer(labels, labels, paste, sep = "-")[pairs]
    result[[name]] <- array(
      c(differences, differences - width, differences + width, p),
      c(length(differences), 4L),
      list(pair_labels, c("diff", "lwr", "upr", "p adj")))
  }
  structure(result, class = c("TukeyHSD", "multicomp"),
            orig.call = x$call, conf.level = conf.level, ordered = ordered)
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
