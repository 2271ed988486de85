#' Tests of independence on contingency tables
#'
#' The chi-squared test, Fisher's exact test and Kendall's rank correlation for a
#' table of two factors, or for each of the tables that further factors make of
#' it. Return an object of class `rxMultiTest`.
#'
#' @param x an object of class `xtabs`, or a result of `rxCrossTabs` or `rxCube`.
#' @param ... passed on to `chisq.test` or `fisher.test`.
#' @examples
#' admissions <- as.data.frame(UCBAdmissions)
#' z <- rxCrossTabs(Freq ~ Gender:Admit:Dept, data = admissions, returnXtabs = TRUE)
#' rxChiSquaredTest(z)
#' rxFisherTest(z)
rxChiSquaredTest <- function(x, ...) {
  x <- as.xtabs(x)
  names <- names(dimnames(x))
  tests <- by_stratum(x, function(table) suppressWarnings(chisq.test(table, ...)))
  title <- paste("Chi-squared test of independence between", names[1L], "and", names[2L])
  rxMultiTest(tests, title)
}

#' @rdname rxChiSquaredTest
rxFisherTest <- function(x, ...) {
  tests <- by_stratum(as.xtabs(x), function(table) fisher.test(table, ...))
  title <- trimws(tests[[1L]]$method)
  result <- rxMultiTest(tests, title)
  if (length(tests) == 1L) {
    colnames(result)[colnames(result) == "odds ratio"] <- "estimate 1"
  }
  structure(result, footer = c(
    paste("HA:", tests[[1L]]$alternative, ""),
    if (!is.null(tests[[1L]]$null.value))
      paste("H0: ", names(tests[[1L]]$null.value), "=", tests[[1L]]$null.value)))
}

#' @rdname rxChiSquaredTest
#' @param type the version of Kendall's tau: `"a"`, `"b"` or `"c"`. Its p-value is
#'   found from 1000 random tables with the same margins.
#' @param seed a seed for them; NULL to go on with the present random numbers.
#' @examples
#' flowers <- rxCube(~ F(Sepal.Width):F(Petal.Width), iris)
#' rxKendallCor(flowers, seed = 1)
rxKendallCor <- function(x, type = "b", seed = NULL, ...) {
  type <- match.arg(type, c("b", "a", "c"))
  if (!is.null(seed)) set.seed(seed)
  tests <- by_stratum(as.xtabs(x), kendall_test, type)
  result <- rxMultiTest(tests, "")
  structure(result, footer = "HA: two.sided")
}

# The results of a test for each table of the first two factors, named by the
# levels of the others.
by_stratum <- function(x, test, ...) {
  shape <- dimnames(x)
  if (length(shape) < 2L) stop("a table of at least two factors is needed", call. = FALSE)
  size <- prod(dim(x)[1:2])
  table_at <- function(i) {
    values <- as.vector(x)[(i - 1) * size + seq_len(size)]
    matrix(values, nrow(x), ncol(x), dimnames = shape[1:2])
  }
  count <- length(x) / size
  tests <- lapply(seq_len(count), function(i) test(table_at(i), ...))
  if (length(shape) > 2L) {
    cells <- cell_columns(shape[-(1:2)])
    labels <- Map(function(name, cell) paste0(name, "==", cell), names(cells), cells)
    names(tests) <- do.call(paste, c(unname(labels), sep = ", "))
  }
  tests
}

kendall_test <- function(table, type) {
  tau <- kendall_tau(table, type)
  shuffled <- random_tables(1000L, rowSums(table), colSums(table))
  found <- vapply(shuffled, kendall_tau, 0, type)
  structure(
    list(estimate = structure(tau, names = paste0("tau", type)),
         p.value = mean(abs(found) >= abs(tau) - 1e-12), alternative = "two.sided",
         method = "Kendall's rank correlation tau"),
    class = "htest")
}

# Tables with the given margins, each cell drawn after those before it.
random_tables <- function(count, rows, columns) {
  left <- matrix(columns, count, length(columns), byrow = TRUE)
  tables <- array(0, c(length(rows), length(columns), count))
  for (i in seq_along(rows)) {
    wanted <- rep(rows[i], count)
    behind <- rowSums(left)
    for (j in seq_along(columns)) {
      behind <- behind - left[, j]
      drawn <- rhyper(count, left[, j], behind, wanted)
      wanted <- wanted - drawn
      left[, j] <- left[, j] - drawn
      tables[i, j, ] <- drawn
    }
  }
  lapply(seq_len(count), function(k) matrix(tables[, , k], length(rows)))
}

# Kendall's tau of two ordered factors: concordant less discordant pairs.
kendall_tau <- function(table, type) {
  rows <- nrow(table)
  columns <- ncol(table)
  from_end <- function(x) rev(cumsum(rev(x)))
  below <- function(m) t(apply(apply(m, 2L, from_end), 1L, from_end))[-1L, -1L, drop = FALSE]
  concordant <- sum(table[-rows, -columns] * below(table))
  mirrored <- table[, columns:1, drop = FALSE]
  discordant <- sum(mirrored[-rows, -columns] * below(mirrored))
  n <- sum(table)
  pairs <- n * (n - 1) / 2
  apart <- function(margin) pairs - sum(margin * (margin - 1) / 2)
  size <- min(rows, columns)
  scale <- switch(type, a = pairs,
                  b = sqrt(apart(rowSums(table)) * apart(colSums(table))),
                  c = n^2 * (size - 1) / (2 * size))
  (concordant - discordant) / scale
}

#' Several tests in one table
#'
#' Collects tests as rows of a table: the statistic and its parameters, the
#' estimates, the confidence interval and the p-value of each.
#'
#' @param tests a list of objects of class `htest`.
#' @param title what to print above; NULL for the method of the first test.
#' @examples
#' rxMultiTest(list(t.test(mpg ~ vs, data = mtcars), t.test(hp ~ vs, data = mtcars)))
rxMultiTest <- function(tests, title = NULL) {
  if (!length(tests) || !all(vapply(tests, inherits, NA, "htest"))) {
    stop("'tests' must be a list of objects of class htest", call. = FALSE)
  }
  rows <- lapply(tests, test_row)
  columns <- names(rows[[1L]])
  table <- do.call(rbind, lapply(rows, function(row) unlist(row, use.names = FALSE)))
  dimnames(table) <- list(names(tests), columns)
  if (is.null(title)) title <- trimws(tests[[1L]]$method)
  structure(table, title = title, class = "rxMultiTest")
}

test_row <- function(test) {
  interval <- if (!is.null(test$conf.int)) {
    level <- paste0(100 * attr(test$conf.int, "conf.level"), "%")
    structure(test$conf.int[1:2], names = paste(level, "CI", c("Lower", "Upper")))
  }
  as.list(c(test$statistic, test$parameter, test$estimate, interval, `p-value` = test$p.value))
}

print.rxMultiTest <- function(x, ...) {
  cat(attr(x, "title"), "\n")
  table <- as.data.frame(unclass(`attributes<-`(x, attributes(x)[c("dim", "dimnames")])))
  named <- !is.null(rownames(x))
  print(table, row.names = named, ...)
  for (line in attr(x, "footer")) cat("   ", line, "\n", sep = "")
  invisible(x)
}
