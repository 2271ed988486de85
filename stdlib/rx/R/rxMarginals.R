#' Totals of contingency tables
#'
#' The totals, or means, of the rows, the columns and the whole of each table of
#' a cross tabulation, as a list of lists with `row`, `column` and `grand`.
#'
#' @param x a result of `rxCrossTabs`.
#' @param output `"sums"`, `"counts"` or `"means"`.
#' @param ... not used.
#' @examples
#' admissions <- as.data.frame(UCBAdmissions)
#' rxMarginals(rxCrossTabs(Freq ~ Gender:Admit, data = admissions))
rxMarginals <- function(x, output = "sums", ...) UseMethod("rxMarginals")

rxMarginals.rxCrossTabs <- function(x, output = "sums", ...) {
  if (missing(output) && is.null(x$sums)) output <- "counts"
  output <- shown_output(x, output)
  kept <- lapply(x[[output]], attr, "marginals")
  if (length(kept) && !any(vapply(kept, is.null, NA))) return(kept)
  table_margins(x, output, FALSE)
}

# The marginals of each table; those of means are means of rows, not of cells.
table_margins <- function(x, output, na.rm) {
  if (output != "means") {
    return(lapply(x[[output]], function(table) {
      list(row = rowSums(table), column = colSums(table), grand = sum(table))
    }))
  }
  Map(function(sums, counts) {
    if (!na.rm) sums[counts == 0] <- NA
    list(row = rowSums(sums) / rowSums(counts), column = colSums(sums) / colSums(counts),
         grand = sum(sums) / sum(counts))
  }, x$sums, x$counts)
}

with_marginals <- function(x, na.rm) {
  for (output in c("sums", "counts", "means")) {
    if (is.null(x[[output]])) next
    margins <- table_margins(x, output, na.rm)
    x[[output]] <- Map(function(table, margins) {
      structure(table, class = "rxMarginalTable", marginals = margins)
    }, x[[output]], margins)
  }
  x
}

# A table that keeps its marginals prints without them.
print.rxMarginalTable <- function(x, ...) {
  attr(x, "marginals") <- NULL
  print(unclass(x), ...)
  invisible(x)
}

# A table with its marginals as another row and column.
margin_table <- function(table, margins, output) {
  kind <- if (output == "means") "Mean" else "Total"
  attr(table, "marginals") <- NULL
  table <- unclass(table)
  if (is.null(names(dimnames(table)))) {
    shown <- rbind(table, margins$grand)
    rownames(shown)[nrow(shown)] <- paste("Col", kind)
    return(shown)
  }
  names <- names(dimnames(table))
  shown <- rbind(cbind(table, margins$row), c(margins$column, margins$grand))
  shape <- list(c(rownames(table), paste("Col", kind)), c(colnames(table), paste("Row", kind)))
  dimnames(shown) <- structure(shape, names = names)
  shown
}

#' Convert to a contingency table
#'
#' The tables of a cube or a cross tabulation as one object of class `xtabs`.
#'
#' @param x a result of `rxCube` or `rxCrossTabs`.
#' @param ... not used.
#' @examples
#' as.xtabs(rxCube(~ F(cyl):F(gear), data = mtcars))
as.xtabs <- function(x, ...) UseMethod("as.xtabs")

as.xtabs.xtabs <- function(x, ...) x

as.xtabs.rxCube <- function(x, ...) {
  info <- attr(x, "info")
  columns <- cube_frame(x)
  value <- if (length(info$depvars)) info$depvars[1L] else "Counts"
  factors <- columns[setdiff(names(columns), c(info$depvars, "Counts"))]
  shape <- lapply(factors, levels)
  table <- array(0, lengths(shape))
  counts <- columns[[value]]
  if (value != "Counts" && info$means) {
    counts <- ifelse(columns$Counts > 0, counts * columns$Counts, 0)
  }
  table[do.call(cbind, lapply(factors, as.integer))] <- counts
  names(shape) <- make.names(names(shape))
  dimnames(table) <- shape
  structure(table, class = c("xtabs", "table"), call = info$call)
}

as.xtabs.rxCrossTabs <- function(x, ...) attr(x, "info")$xtabs
