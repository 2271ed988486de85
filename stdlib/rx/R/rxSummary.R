#' Summary statistics
#'
#' Counts, means, standard deviations and extremes of variables, and counts of
#' categories, in one pass over the data. `~ x:f` summarises `x` by the levels
#' of `f`.
#'
#' @param formula a formula of the terms to summarise.
#' @param data a data source, a path or a data frame.
#' @param byGroupOutFile not used.
#' @param summaryStats which statistics to show.
#' @param byTerm whether missing values count term by term; otherwise a row
#'   counts only when all variables are there.
#' @param pweights,fweights the name of a column of weights.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param ... not used.
#' @examples
#' rxSummary(~ speed + dist, data = cars)
#' rxSummary(~ Species + Sepal.Length:Species, data = iris)
rxSummary <- function(formula, data, byGroupOutFile = NULL,
                      summaryStats = c("Mean", "StdDev", "Min", "Max",
                                       "ValidObs", "MissingObs"),
                      byTerm = TRUE, pweights = NULL, fweights = NULL,
                      rowSelection = NULL, transforms = NULL,
                      transformObjects = NULL, transformFunc = NULL,
                      transformVars = NULL, transformPackages = NULL,
                      transformEnvir = NULL,
                      blocksPerRead = rxGetOption("blocksPerRead"),
                      reportProgress = rxGetOption("reportProgress"), ...) {
  call <- match.call()
  formula <- as_model_formula(formula)
  weights <- chosen_weights(fweights, pweights)
  native <- native_data(
    data, rowSelection = substitute(rowSelection), transforms = substitute(transforms),
    transformObjects = transformObjects, transformFunc = transformFunc,
    transformVars = transformVars, transformPackages = transformPackages,
    transformEnvir = transformEnvir, blocksPerRead = blocksPerRead)
  found <- .Internal(rxMoments(
    native, formula, weights, byTerm,
    as.integer(rxGetOption("numCoresToUse")),
    if (is.data.frame(data)) 0L else as.integer(reportProgress)))
  tables <- lapply(found$terms, summary_table, !is.null(weights))
  isCounted <- vapply(found$terms, function(term) !length(term$numbers), NA)
  statistics <- do.call(rbind, lapply(found$terms, overall_row, !is.null(weights)))
  isCategorical <- vapply(found$terms, function(term) length(term$factors) > 0L, NA)
  result <- list(
    nobs.valid = found$rows - found$missing,
    nobs.missing = found$missing,
    sDataFrame = statistics,
    categorical = tables[isCategorical],
    categorical.type = if (!any(isCategorical)) "none"
      else if (all(isCounted[isCategorical])) "counts" else "cube",
    params = list(pweights = pweights, fweights = fweights, byTerm = byTerm,
                  summaryStats = summaryStats,
                  data = data_lines(data, deparse(call$data)[1L])),
    formula = formula,
    call = call)
  attr(result, "counted") <- isCounted[isCategorical]
  attr(result, "missing") <- vapply(found$terms, function(term) term$missing, 0)[isCategorical]
  attr(result, "shown") <- !isCounted
  structure(result, class = "rxSummary")
}

# The row of a term among the summary statistics.
overall_row <- function(term, weighted) {
  name <- paste(c(term$numbers, names(term$factors)), collapse = ":")
  count <- sum(term$counts)
  none <- !length(term$numbers)
  seen <- term$counts > 0
  total <- if (weighted) term$weights else term$counts
  mean <- if (!none) sum(term$means[seen] * total[seen]) / sum(total[seen])
  within <- sum((total[seen] - 1) * ifelse(total[seen] > 1, term$deviations[seen]^2, 0))
  between <- if (!none) sum(total[seen] * (term$means[seen] - mean)^2)
  data.frame(
    Name = name,
    Mean = if (none) NA_real_ else mean,
    StdDev = if (none) NA_real_
      else if (length(seen) == 1L) term$deviations
      else sqrt((within + between) / (sum(total) - 1)),
    Min = if (none || !any(seen)) NA_real_ else min(term$least[seen]),
    Max = if (none || !any(seen)) NA_real_ else max(term$most[seen]),
    ValidObs = if (weighted) sum(term$weights) else count,
    MissingObs = term$missing,
    stringsAsFactors = FALSE)
}

# The table of a term with categories: counts, or statistics by category.
summary_table <- function(term, weighted) {
  if (!length(term$factors)) return(NULL)
  cells <- cell_columns(term$factors)
  counts <- if (weighted) term$weights else term$counts
  if (!length(term$numbers)) {
    return(as.data.frame(c(cells, list(Counts = counts)), optional = TRUE))
  }
  labels <- lapply(names(cells), function(name) paste0(name, "=", cells[[name]]))
  category <- paste(paste(term$numbers, collapse = ":"), "for",
                    do.call(paste, c(labels, sep = ", ")))
  as.data.frame(
    c(list(Category = category), cells,
      list(Means = term$means, StdDev = term$deviations, Min = term$least,
           Max = term$most, ValidObs = counts)),
    optional = TRUE)
}

print.rxSummary <- function(x, ...) {
  print_call(x$call)
  cat("Summary Statistics Results for: ", formula_text(x$formula), "\n", sep = "")
  cat(c(x$params$data, weight_lines(x$params)), sep = "\n")
  cat("Number of valid observations:", x$nobs.valid, "\n")
  if (x$nobs.missing > 0) cat("Number of missing observations:", x$nobs.missing, "\n")
  cat(" \n")
  shown <- x$sDataFrame[attr(x, "shown"), , drop = FALSE]
  if (nrow(shown)) {
    columns <- c("Name", intersect(names(shown), x$params$summaryStats))
    print(shown[columns], row.names = FALSE, right = FALSE)
  }
  for (i in seq_along(x$categorical)) {
    cat("\n")
    print_categories(x$categorical[[i]], attr(x, "counted")[i],
                     attr(x, "missing")[i])
  }
  invisible(x)
}

print_categories <- function(table, counted, missing) {
  if (counted) {
    factors <- setdiff(names(table), "Counts")
    cat("Category Counts for ", factors[1L], "\n", sep = "")
    cat("Number of categories: ", nrow(table), "\n", sep = "")
    cat("Number of valid observations: ", sum(table$Counts), "\n", sep = "")
    cat("Number of missing observations: ", missing, "\n\n", sep = "")
  } else {
    cat("Statistics by category (", nrow(table), " categories):\n\n", sep = "")
  }
  print(table, row.names = FALSE, right = FALSE)
}
