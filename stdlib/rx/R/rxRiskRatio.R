#' Odds ratios and risk ratios
#'
#' The ratio of the odds, or of the risks, of the two rows of a table with two
#' rows and two columns. The risk is that of the second column, and that of the
#' second row is divided by that of the first. Return an object of class `htest`
#' whose statistic is the logarithm of the ratio.
#'
#' @param tbl a table with two rows and two columns.
#' @param conf.level the level of the confidence interval.
#' @param alternative `"two.sided"`, `"less"` or `"greater"`.
#' @examples
#' z <- rxCrossTabs(Freq ~ Gender:Admit, as.data.frame(UCBAdmissions), returnXtabs = TRUE)
#' rxOddsRatio(z)
#' rxRiskRatio(z)
rxRiskRatio <- function(tbl, conf.level = 0.95, alternative = "two.sided") {
  tbl <- two_by_two(tbl)
  totals <- rowSums(tbl)
  risks <- tbl[, 2L] / totals
  ratio <- risks[2L] / risks[1L]
  error <- sqrt(sum(1 / tbl[, 2L] - 1 / totals))
  ratio_test(ratio, error, "riskRatio", conf.level, alternative)
}

#' @rdname rxRiskRatio
rxOddsRatio <- function(tbl, conf.level = 0.95, alternative = "two.sided") {
  tbl <- two_by_two(tbl)
  ratio <- tbl[1L, 1L] * tbl[2L, 2L] / (tbl[1L, 2L] * tbl[2L, 1L])
  ratio_test(ratio, sqrt(sum(1 / tbl)), "oddsRatio", conf.level, alternative)
}

two_by_two <- function(tbl) {
  if (inherits(tbl, c("rxCube", "rxCrossTabs"))) tbl <- as.xtabs(tbl)
  if (!identical(dim(tbl), c(2L, 2L))) stop("'tbl' must be a two-by-two table", call. = FALSE)
  matrix(as.vector(tbl), 2L, 2L, dimnames = dimnames(tbl))
}

# A normal test of the logarithm of a ratio.
ratio_test <- function(ratio, error, name, conf.level, alternative) {
  alternative <- match.arg(alternative, c("two.sided", "less", "greater"))
  log <- log(ratio)
  z <- unname(log / error)
  p <- switch(alternative, two.sided = 2 * pnorm(-abs(z)), less = pnorm(z),
              greater = pnorm(z, lower.tail = FALSE))
  tails <- if (alternative == "two.sided") (1 - conf.level) / 2 else 1 - conf.level
  around <- unname(exp(log + c(-1, 1) * qnorm(1 - tails) * error))
  if (alternative == "less") around[1L] <- 0
  if (alternative == "greater") around[2L] <- Inf
  structure(
    list(statistic = c(Z = log), p.value = p,
         conf.int = structure(around, conf.level = conf.level),
         estimate = structure(ratio, names = paste(c(name, names(ratio)), collapse = ".")),
         alternative = alternative,
         data.name = ""),
    class = "htest")
}

#' Compare rows and columns in pairs
#'
#' Applies a function of a table with two rows and two columns to pairs of rows
#' and columns of a larger table, and of each table that further factors make of
#' it. When pooled, a row or column is compared with all the others together.
#' Returns a list, by those factors, of tables with one row a comparison.
#'
#' @param x an object of class `xtabs`, or a result of `rxCrossTabs` or `rxCube`.
#' @param pooled whether to pool what a row or column is compared with.
#' @param FUN the function; it returns an object of class `htest`.
#' @param ... passed on to it.
#' @examples
#' z <- rxCrossTabs(~ F(gear):F(cyl), data = mtcars, returnXtabs = TRUE)
#' rxPairwiseCrossTab(z, FUN = rxOddsRatio)
#' rxPairwiseCrossTab(z, pooled = FALSE)
rxPairwiseCrossTab <- function(x, pooled = TRUE, FUN = rxRiskRatio, ...) {
  tables <- by_stratum(as.xtabs(x), function(table) {
    rows <- comparisons(rownames(table), pooled)
    columns <- comparisons(colnames(table), pooled)
    parts <- lapply(rows, function(row) lapply(columns, function(column) {
      compare_pair(table, row, column, FUN, ...)
    }))
    result <- do.call(rbind, unlist(parts, recursive = FALSE))
    structure(result, class = c("rxPairwiseCrossTabTable", "data.frame"))
  })
  structure(tables, class = "rxPairwiseCrossTabList")
}

# Pairs of sets of levels; two levels make only one pair.
comparisons <- function(levels, pooled) {
  count <- length(levels)
  if (count < 2L) stop("at least two rows and two columns are needed", call. = FALSE)
  if (!pooled || count == 2L) {
    pairs <- expand.grid(first = seq_len(count), second = seq_len(count))
    pairs <- pairs[pairs$first < pairs$second, ]
    pairs <- pairs[order(pairs$first, pairs$second), ]
    sides <- Map(function(first, second) list(levels[first], levels[second]),
                 pairs$first, pairs$second)
  } else {
    sides <- lapply(seq_len(count), function(i) list(levels[i], levels[-i]))
  }
  lapply(sides, function(side) {
    side$name <- paste(side[[1L]], "vs", if (length(side[[2L]]) == 1L) side[[2L]] else "others")
    side
  })
}

compare_pair <- function(table, row, column, FUN, ...) {
  cell <- function(i, j) sum(table[row[[i]], column[[j]]])
  small <- matrix(c(cell(1, 1), cell(2, 1), cell(1, 2), cell(2, 2)), 2L)
  values <- unlist(test_row(FUN(small, ...)))
  labels <- data.frame(rows = row$name, columns = column$name)
  names(labels) <- names(dimnames(table))
  cbind(labels, as.data.frame(as.list(values), optional = TRUE))
}

print.rxPairwiseCrossTabList <- function(x, ...) {
  for (i in seq_along(x)) {
    if (!is.null(names(x))) cat(if (i > 1L) "\n", names(x)[i], ":\n", sep = "")
    print(x[[i]], ...)
  }
  invisible(x)
}

print.rxPairwiseCrossTabTable <- function(x, digits = 3, scientific = FALSE,
                                          p.value.digits = 3, ...) {
  shown <- as.data.frame(lapply(names(x), function(name) {
    column <- x[[name]]
    if (!is.numeric(column)) column
    else if (name == "p-value") format.pval(column, digits = p.value.digits)
    else format(column, digits = digits, scientific = scientific)
  }))
  names(shown) <- names(x)
  print(shown, row.names = FALSE)
  invisible(x)
}
