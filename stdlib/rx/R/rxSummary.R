#' Summary statistics
#'
#' Counts, means, standard deviations and extremes of variables, and counts of
#' categories, in one pass over the data. `~ x:f` summarises `x` by the levels
#' of `f`; `x ~ f` means the same. `~ .` stands for all variables that are not
#' text. Returns an object of class `rxSummary`: a list with the data frame
#' `sDataFrame` and the list `categorical` of tables.
#'
#' @param formula a formula of the terms to summarise.
#' @param data a data source, a path or a data frame.
#' @param byGroupOutFile not used.
#' @param summaryStats which statistics to compute: `"Mean"`, `"StdDev"`,
#'   `"Min"`, `"Max"`, `"ValidObs"`, `"MissingObs"`, `"Sum"`; with weights the
#'   sums of weights take the place of the counts.
#' @param byTerm whether missing values count term by term; otherwise a row
#'   counts only when all variables are there.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param useSparseCube whether to leave out combinations without rows.
#' @param removeZeroCounts the same.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' rxSummary(~ speed + dist, data = cars)
#' rxSummary(~ Species + Sepal.Length:Species, data = iris)
#' rxSummary(breaks ~ wool:tension, warpbreaks, summaryStats = c("Mean", "Sum"))
rxSummary <- function(formula, data, byGroupOutFile = NULL,
                      summaryStats = c("Mean", "StdDev", "Min", "Max",
                                       "ValidObs", "MissingObs"),
                      byTerm = TRUE, pweights = NULL, fweights = NULL,
                      rowSelection = NULL, transforms = NULL,
                      transformObjects = NULL, transformFunc = NULL,
                      transformVars = NULL, transformPackages = NULL,
                      transformEnvir = NULL,
                      useSparseCube = rxGetOption("useSparseCube"),
                      removeZeroCounts = useSparseCube,
                      blocksPerRead = rxGetOption("blocksPerRead"),
                      reportProgress = rxGetOption("reportProgress"), verbose = 0,
                      computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  formula <- as_model_formula(formula)
  weights <- chosen_weights(fweights, pweights)
  statistics <- chosen_statistics(summaryStats, !is.null(weights))
  native <- native_data(
    data, rowSelection = substitute(rowSelection), transforms = substitute(transforms),
    transformObjects = transformObjects, transformFunc = transformFunc,
    transformVars = transformVars, transformPackages = transformPackages,
    transformEnvir = transformEnvir, blocksPerRead = blocksPerRead)
  found <- .Internal(rxMoments(
    native, without_dot(formula, data), weights, byTerm, thread_count(),
    report_level(data, reportProgress)))
  isCounted <- vapply(found$terms, function(term) !length(term$numbers), NA)
  isCategorical <- vapply(found$terms, function(term) length(term$factors) > 0L, NA)
  tables <- lapply(found$terms[isCategorical], summary_table, statistics,
                   !is.null(weights), removeZeroCounts)
  result <- list(
    nobs.valid = found$rows - found$missing,
    nobs.missing = found$missing,
    sDataFrame = do.call(rbind, lapply(found$terms, overall_row, statistics)),
    categorical = tables,
    params = list(pweights = pweights, fweights = fweights, byTerm = byTerm,
                  summaryStats = summaryStats,
                  data = data_lines(data, deparse(call$data)[1L])),
    formula = formula,
    call = call,
    categorical.type = if (!any(isCategorical)) "none"
      else if (all(isCounted[isCategorical])) "counts" else "cube")
  structure(
    result, class = "rxSummary", shown = !isCounted,
    counted = isCounted[isCategorical],
    missing = vapply(found$terms[isCategorical], function(term) term$missing, 0))
}

# The formula with the variables that are not text in place of a lone dot.
without_dot <- function(formula, data) {
  if (!identical(formula[[length(formula)]], quote(.))) return(formula)
  found <- column_info(data, FALSE, 0)
  names <- setdiff(found$names[found$types != "character"], all.vars(formula))
  sum <- Reduce(function(left, right) call("+", left, right), lapply(names, as.name))
  formula[[length(formula)]] <- sum
  formula
}

# What is computed, in the order of the columns.
chosen_statistics <- function(asked, weighted) {
  known <- c("Mean", "StdDev", "Min", "Max", "ValidObs", "MissingObs", "Sum")
  asked[asked == "SumOfWeights"] <- "ValidObs"
  asked[asked == "MissingWeights"] <- "MissingObs"
  unknown <- setdiff(asked, known)
  if (length(unknown)) {
    stop("unknown summary statistic: ", paste(unknown, collapse = ", "), call. = FALSE)
  }
  names <- known
  if (weighted) names[5:6] <- c("SumOfWeights", "MissingWeights")
  structure(known, names = names)[known %in% asked]
}

# The row of a term among the summary statistics.
overall_row <- function(term, statistics) {
  none <- !length(term$numbers)
  seen <- term$counts > 0
  weighted <- names(statistics) %in% c("SumOfWeights", "MissingWeights")
  total <- term$weights
  mean <- sum(term$means[seen] * total[seen]) / sum(total[seen])
  values <- list(
    Mean = if (none || !any(seen)) NA_real_ else mean,
    StdDev = if (none) NA_real_ else overall_deviation(term, mean),
    Min = if (none || !any(seen)) NA_real_ else min(term$least[seen]),
    Max = if (none || !any(seen)) NA_real_ else max(term$most[seen]),
    ValidObs = sum(total),
    MissingObs = if (any(weighted)) term$missingWeight else term$missing,
    Sum = if (none) NA_real_ else sum(term$sums))
  name <- paste(c(term$numbers, factor_texts(term)), collapse = ":")
  row <- c(list(Name = name), values[statistics])
  names(row)[-1L] <- names(statistics)
  as.data.frame(row, stringsAsFactors = FALSE)
}

# The factors of a term as they are written: "F(age)".
factor_texts <- function(term) term$texts[!(term$texts %in% term$numbers)]

overall_deviation <- function(term, mean) {
  if (length(term$counts) == 1L) return(term$deviations)
  total <- term$weights
  seen <- term$counts > 0
  within <- (total[seen] - 1) * ifelse(term$counts[seen] > 1, term$deviations[seen]^2, 0)
  between <- total[seen] * (term$means[seen] - mean)^2
  sqrt((sum(within) + sum(between)) / (sum(total) - 1))
}

# The table of a term with categories: counts, or statistics by category.
summary_table <- function(term, statistics, weighted, removeZeroCounts) {
  cells <- cell_columns(term$factors)
  if (!length(term$numbers)) {
    columns <- c(cells, list(Counts = term$weights))
  } else {
    labels <- Map(function(text, cell) paste0(text, "=", cell), factor_texts(term), cells)
    category <- paste(paste(term$numbers, collapse = ":"), "for",
                      do.call(paste, c(unname(labels), sep = ", ")))
    values <- list(Mean = term$means, StdDev = term$deviations, Min = term$least,
                   Max = term$most, ValidObs = term$weights, Sum = term$sums)
    chosen <- statistics[statistics != "MissingObs"]
    values <- values[chosen]
    names(values) <- ifelse(chosen == "Mean", "Means", names(chosen))
    columns <- c(list(Category = category), cells, values)
  }
  if (removeZeroCounts) columns <- lapply(columns, function(x) x[term$counts > 0])
  as.data.frame(columns, optional = TRUE)
}

print.rxSummary <- function(x, header = TRUE, ...) {
  if (header) print_summary_header(x)
  shown <- x$sDataFrame[attr(x, "shown"), , drop = FALSE]
  if (nrow(shown)) print(shown, row.names = FALSE, right = FALSE)
  for (i in seq_along(x$categorical)) {
    cat("\n")
    print_categories(x$categorical[[i]], attr(x, "counted")[i],
                     attr(x, "missing")[i], length(weight_lines(x$params)) > 0L)
  }
  invisible(x)
}

print_summary_header <- function(x) {
  print_call(x$call)
  cat("Summary Statistics Results for: ", formula_text(x$formula), "\n", sep = "")
  cat(c(x$params$data, weight_lines(x$params)), sep = "\n")
  cat(if (is.null(x$params$fweights)) "Number of valid observations:"
      else "Sum of weights of valid observations:", x$nobs.valid, "\n")
  if (x$nobs.missing > 0) cat("Number of missing observations:", x$nobs.missing, "\n")
  cat(" \n")
}

print_categories <- function(table, counted, missing, weighted) {
  if (counted) {
    factors <- setdiff(names(table), "Counts")
    cat("Category Counts for ", factors[1L], "\n", sep = "")
    cat("Number of categories: ", nrow(table), "\n", sep = "")
    if (!weighted) {
      cat("Number of valid observations: ", sum(table$Counts), "\n", sep = "")
      cat("Number of missing observations: ", missing, "\n", sep = "")
    }
    cat("\n")
  } else {
    cat("Statistics by category (", nrow(table), " categories):\n\n", sep = "")
  }
  print(table, row.names = FALSE, right = FALSE)
}
