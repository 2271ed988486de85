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
#' @param byGroupOutFile paths or data sources of files for the statistics by category,
#'   one for each set of factors; a single path gets numbers when there are several.
#' @param summaryStats which statistics to compute: `"Mean"`, `"StdDev"`,
#'   `"Min"`, `"Max"`, `"ValidObs"`, `"MissingObs"`, `"Sum"`; with weights the
#'   sums of weights take the place of the counts.
#' @param byTerm whether missing values count term by term; otherwise a row
#'   counts only when all variables are there.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param overwrite whether existing files for them may be replaced.
#' @param useSparseCube whether to leave out combinations without rows.
#' @param removeZeroCounts the same.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param rowsPerBlock how many rows a block of such a file gets.
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
                      transformEnvir = NULL, overwrite = FALSE,
                      useSparseCube = rxGetOption("useSparseCube"),
                      removeZeroCounts = useSparseCube,
                      blocksPerRead = rxGetOption("blocksPerRead"),
                      rowsPerBlock = 100000,
                      reportProgress = rxGetOption("reportProgress"), verbose = 0,
                      computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  formula <- as_model_formula(formula)
  weights <- chosen_weights(fweights, pweights)
  statistics <- chosen_statistics(summaryStats, !is.null(weights))
  native <- analysis_data()
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
  if (!is.null(byGroupOutFile) && any(isCategorical)) {
    result$sDataFrame$Name[isCategorical] <-
      vapply(found$terms[isCategorical], term_columns, "")
    files <- by_group_files(found$terms[isCategorical], statistics, removeZeroCounts,
                            byGroupOutFile, overwrite, rowsPerBlock)
    result$categorical <- files$sources
    result$params$groupFiles <- files$lines
  }
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
  if (sum(term$counts) < 2) return(NA_real_)
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
    chosen <- statistics[statistics != "MissingObs"]
    values <- statistic_columns(term)[chosen]
    names(values) <- ifelse(chosen == "Mean", "Means", names(chosen))
    columns <- c(list(Category = category), cells, values)
  }
  if (removeZeroCounts) columns <- lapply(columns, function(x) x[term$counts > 0])
  as.data.frame(columns, optional = TRUE)
}

# The names of the columns of a term: "income:F_age".
term_columns <- function(term) paste(c(term$numbers, names(term$factors)), collapse = ":")

# Writes the statistics by category, a file for each set of factors.
by_group_files <- function(terms, statistics, removeZeroCounts, outFile, overwrite,
                           rowsPerBlock) {
  keys <- vapply(terms, function(term) paste(names(term$factors), collapse = ":"), "")
  sets <- unique(keys)
  targets <- group_targets(outFile, length(sets))
  sources <- lapply(seq_along(sets), function(i) {
    own <- terms[keys == sets[i]]
    columns <- c(cell_columns(own[[1L]]$factors),
                 do.call(c, lapply(own, group_columns, statistics)))
    if (removeZeroCounts) columns <- lapply(columns, function(x) x[own[[1L]]$counts > 0])
    rxDataStep(as.data.frame(columns, optional = TRUE), targets[[i]],
               overwrite = overwrite, rowsPerRead = rowsPerBlock, reportProgress = 0)
  })
  paths <- vapply(sources, source_path, "")
  written <- vapply(terms, function(term) {
    paste(c(term$numbers, factor_texts(term)), collapse = ":")
  }, "")
  lines <- paste("By-group statistics for", written, "contained in", paths[match(keys, sets)], "")
  list(sources = sources, lines = lines)
}

# A file for each set of factors: those given, or one path with numbers.
group_targets <- function(outFile, count) {
  if (!is.character(outFile)) {
    targets <- if (is.list(outFile)) outFile else list(outFile)
  } else if (length(outFile) == 1L && count > 1L) {
    ending <- regmatches(outFile, regexpr("(\\.[A-Za-z]+)?$", outFile))
    base <- substr(outFile, 1L, nchar(outFile) - nchar(ending))
    targets <- c(outFile, paste0(base, seq_len(count - 1L), ending))
  } else {
    targets <- outFile
  }
  if (length(targets) < count) stop("byGroupOutFile needs ", count, " files", call. = FALSE)
  targets
}

group_columns <- function(term, statistics) {
  if (!length(term$numbers)) return(list(Counts = term$weights))
  values <- statistic_columns(term)[statistics[statistics != "MissingObs"]]
  names(values) <- paste0(paste(term$numbers, collapse = "."), "_",
                          names(statistics)[statistics != "MissingObs"])
  values
}

statistic_columns <- function(term) {
  list(Mean = term$means, StdDev = term$deviations, Min = term$least, Max = term$most,
       ValidObs = term$weights, Sum = term$sums)
}

print.rxSummary <- function(x, header = TRUE, ...) {
  if (header) print_summary_header(x)
  shown <- x$sDataFrame[attr(x, "shown"), , drop = FALSE]
  if (nrow(shown)) print(shown, row.names = FALSE, right = FALSE)
  if (!is.null(x$params$groupFiles)) {
    cat("\n")
    cat(x$params$groupFiles, sep = "\n")
    return(invisible(x))
  }
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
