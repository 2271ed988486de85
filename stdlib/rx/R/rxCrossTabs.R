#' Contingency tables
#'
#' Cross tabulates: counts rows, or sums variables, for each combination of
#' levels of the factors joined by `:` on the right of the formula. There is a
#' table of the first two factors for each combination of the others. Returns an
#' object of class `rxCrossTabs`: a list with `sums`, `counts`, `means` (lists of
#' tables), `call`, `chisquare`, `formula` and `depvars`; or an `xtabs` object.
#'
#' @param formula a formula such as `y ~ f:g` or `~ f:g`.
#' @param data a data source, a path or a data frame.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param means whether to keep, and show, means.
#' @param marginals whether to keep totals or means of rows and columns as the
#'   attribute `marginals` of each table.
#' @param cube not used.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param useSparseCube whether to leave out rows and columns without
#'   observations.
#' @param removeZeroCounts the same.
#' @param returnXtabs whether to return an object of class `xtabs`.
#' @param na.rm whether marginal means leave out cells without observations.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' admissions <- as.data.frame(UCBAdmissions)
#' z <- rxCrossTabs(Freq ~ Gender:Admit, data = admissions)
#' z
#' summary(z)
#' rxCrossTabs(~ F(cyl):F(gear), data = mtcars, returnXtabs = TRUE)
rxCrossTabs <- function(formula, data, pweights = NULL, fweights = NULL,
                        means = FALSE, marginals = FALSE, cube = FALSE,
                        rowSelection = NULL, transforms = NULL,
                        transformObjects = NULL, transformFunc = NULL,
                        transformVars = NULL, transformPackages = NULL,
                        transformEnvir = NULL,
                        useSparseCube = rxGetOption("useSparseCube"),
                        removeZeroCounts = useSparseCube, returnXtabs = FALSE,
                        na.rm = FALSE,
                        blocksPerRead = rxGetOption("blocksPerRead"),
                        reportProgress = rxGetOption("reportProgress"), verbose = 0,
                        computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  native <- analysis_data()
  found <- cube_cells(formula, data, native, pweights, fweights, reportProgress,
                      deparse(call$data)[1L])
  found$info$xtabs <- cells_xtabs(found, call)
  found$info$xtabs_levels <- found$factors
  if (returnXtabs) return(found$info$xtabs)
  found$info$call <- call
  sums <- lapply(found$terms, function(term) cross_tables(term$sums, found))
  counts <- cross_tables(found$counts, found)
  if (removeZeroCounts) {
    sums <- lapply(sums, function(tables) Map(without_empty, tables, counts))
    counts <- Map(without_empty, counts, counts)
  }
  result <- list(
    sums = named_tables(sums, found), counts = named_counts(counts, found),
    call = call, formula = found$info$formula, depvars = found$info$depvars)
  result$chisquare <- lapply(if (length(sums)) result$sums else result$counts, independence)
  if (means) result$means <- mean_tables(result)
  if (marginals) result <- with_marginals(result, na.rm)
  result <- result[c("sums", "counts", if (means) "means", "call", "chisquare",
                     "formula", "depvars")]
  structure(result, class = "rxCrossTabs", info = found$info)
}

# The cells of a cube as tables of the first two factors.
cross_tables <- function(values, found) {
  levels <- found$factors
  if (length(levels) == 1L) {
    return(list(matrix(values, dimnames = list(levels[[1L]], ""))))
  }
  rows <- length(levels[[1L]])
  columns <- length(levels[[2L]])
  size <- rows * columns
  shape <- levels[1:2]
  names(shape) <- make.names(names(shape))
  lapply(seq_len(length(values) / max(1, size)), function(i) {
    matrix(values[(i - 1) * size + seq_len(size)], rows, columns, dimnames = shape)
  })
}

# The names of the tables: "Freq, Dept = A".
strata <- function(found) {
  others <- found$factors[-(1:2)]
  if (!length(others)) return("")
  cells <- cell_columns(others)
  labels <- Map(function(name, cell) paste0(", ", name, " = ", cell), names(others), cells)
  do.call(paste0, unname(labels))
}

named_tables <- function(sums, found) {
  if (!length(sums)) return(NULL)
  tables <- unlist(unname(sums), recursive = FALSE)
  names(tables) <- paste0(rep(names(sums), each = length(sums[[1L]])), strata(found))
  tables
}

named_counts <- function(counts, found) {
  responses <- found$info$depvars
  if (!length(responses)) {
    shown <- names(found$factors)
    shown <- paste(shown[seq_len(min(2L, length(shown)))], collapse = ":")
    return(structure(counts, names = paste0(shown, strata(found))))
  }
  structure(rep(counts, length(responses)),
            names = paste0(rep(responses, each = length(counts)), strata(found)))
}

without_empty <- function(table, counts) {
  table[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]
}

mean_tables <- function(x) Map(function(sum, count) sum / count, x$sums, x$counts)

# A chi-squared test of independence; nothing for a table of one factor.
independence <- function(table) {
  if (is.null(names(dimnames(table)))) return(NULL)
  summary(as.table(table))
}

cells_xtabs <- function(found, call) {
  values <- if (length(found$terms)) unlist(lapply(found$terms, function(term) term$sums))
    else found$counts
  shape <- found$factors
  names(shape) <- make.names(names(shape))
  if (length(found$terms) > 1L) shape <- c(shape, list(names(found$terms)))
  structure(array(values, lengths(shape), shape), class = c("xtabs", "table"), call = call)
}

# What is shown when nothing else is asked for.
shown_output <- function(x, output) {
  if (missing(output)) {
    output <- if (!is.null(x$means)) "means" else if (!is.null(x$sums)) "sums" else "counts"
  }
  output <- match.arg(output, c("sums", "counts", "means"))
  if (is.null(x$sums) && output != "counts") {
    stop("only counts are available without a dependent variable", call. = FALSE)
  }
  output
}

output_tables <- function(x, output) {
  if (output == "means" && is.null(x$means)) mean_tables(x) else x[[output]]
}

print.rxCrossTabs <- function(x, output, header = TRUE, marginals = FALSE,
                              na.rm = FALSE, ...) {
  output <- shown_output(x, output)
  tables <- output_tables(x, output)
  if (marginals) tables <- Map(margin_table, tables, table_margins(x, output, na.rm), output)
  print_tables(x, tables, output, header, print)
  invisible(x)
}

print_tables <- function(x, tables, output, header, show) {
  if (header) {
    print_cells_header(attr(x, "info"), "Cross Tabulation")
    cat("Statistic:", output, "\n \n")
  }
  for (i in seq_along(tables)) {
    if (i > 1L) cat("\n", strrep(":", 78L), "\n\n", sep = "")
    cat(names(tables)[i], " (", output, "):\n", sep = "")
    show(tables[[i]])
  }
}

as.list.rxCrossTabs <- function(x, output, marginals = FALSE, na.rm = FALSE, ...) {
  output <- shown_output(x, output)
  tables <- output_tables(x, output)
  if (marginals) tables <- Map(margin_table, tables, table_margins(x, output, na.rm), output)
  tables
}

mean.rxCrossTabs <- function(x, marginals = TRUE, na.rm = FALSE, ...) {
  as.list(x, output = "means", marginals = marginals, na.rm = na.rm)
}

summary.rxCrossTabs <- function(object, output, type = "%", na.rm = FALSE, ...) {
  output <- shown_output(object, output)
  type <- match.arg(type, c("%", "percentages", "chisquare"))
  tables <- output_tables(object, output)
  tables <- if (type == "chisquare") lapply(tables, independence)
    else Map(percent_table, tables, table_margins(object, output, na.rm), output)
  structure(list(object = object, tables = tables, output = output, type = type),
            class = "summary.rxCrossTabs")
}

print.summary.rxCrossTabs <- function(x, ...) {
  show <- if (x$type == "chisquare") print else function(table) print(table, na.print = "")
  print_tables(x$object, x$tables, x$output, TRUE, show)
  invisible(x)
}

# Each cell with its shares of the row, the column and the whole.
percent_table <- function(table, margins, output) {
  kind <- if (output == "means") "Mean" else "Total"
  if (is.null(names(dimnames(table)))) {
    shown <- rbind(cbind(table[, 1L], 100 * table[, 1L] / sum(table)), c(margins$grand, NA))
    dimnames(shown) <- list(c(rownames(table), paste("Col", kind)), c(output, paste(output, "%")))
    return(shown)
  }
  parts <- list(
    cbind(table, margins$row),
    cbind(100 * table / rowSums(table), NA),
    cbind(100 * t(t(table) / colSums(table)), NA),
    cbind(100 * table / sum(table), 100 * rowSums(table) / sum(table)))
  rows <- rep(seq_len(nrow(table)), each = 4L) + nrow(table) * (0:3)
  shown <- do.call(rbind, parts)[rows, , drop = FALSE]
  shown <- rbind(shown, c(margins$column, NA), c(margins$grand, rep(NA, ncol(table))))
  labels <- rbind(rownames(table), "   Row%", "   Col%", "   Tot%")
  dimnames(shown) <- list(c(labels, paste(c("Col", "Grand"), kind)),
                          c(colnames(table), paste("Row", kind)))
  shown
}
