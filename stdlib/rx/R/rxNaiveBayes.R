#' Naive Bayes classification
#'
#' Finds, in one pass over the data, how often each class occurs, and for each
#' predictor its mean and deviation, or the shares of its levels, by class.
#' Returns an object of class `rxNaiveBayes`: a list with `apriori`, `tables`,
#' `levels`, `call`, `formula`.
#'
#' @param formula a formula such as `class ~ x + f`; the class is a factor.
#' @param data a data source, a path or a data frame.
#' @param smoothingFactor what is added to each count of a level, so that levels
#'   that do not occur in a class are not impossible.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param byTerm whether a row is left out only for the predictors it misses;
#'   otherwise a row that misses any predictor is left out.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' fit <- rxNaiveBayes(Species ~ Petal.Length + Petal.Width, data = iris)
#' fit
rxNaiveBayes <- function(formula, data, smoothingFactor = 0, pweights = NULL,
                         fweights = NULL, byTerm = TRUE,
                         rowSelection = NULL, transforms = NULL,
                         transformObjects = NULL, transformFunc = NULL,
                         transformVars = NULL, transformPackages = NULL,
                         transformEnvir = NULL,
                         blocksPerRead = rxGetOption("blocksPerRead"),
                         reportProgress = rxGetOption("reportProgress"), verbose = 0,
                         computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  formula <- as_model_formula(formula)
  if (length(formula) != 3L) stop("the formula must have a dependent variable")
  native <- analysis_data()
  formula <- without_dot(formula, data)
  found <- .Internal(rxMoments(
    native, class_terms(formula), chosen_weights(fweights, pweights), byTerm,
    thread_count(), report_level(data, reportProgress)))
  classes <- found$terms[[1L]]
  if (length(classes$factors) != 1L) stop("the dependent variable must be a factor")
  tables <- lapply(found$terms[-1L], class_table, smoothingFactor)
  names(tables) <- attr(terms(formula), "term.labels")
  result <- list(
    apriori = structure(classes$weights / sum(classes$weights),
                        names = classes$factors[[1L]]),
    tables = tables, levels = classes$factors[[1L]],
    smoothingFactor = smoothingFactor, response = deparse(formula[[2L]]),
    formula = formula, call = call)
  result$transforms <- attr(native, "transforms")
  structure(result, class = "rxNaiveBayes")
}

# The response alone, and with each predictor.
class_terms <- function(formula) {
  response <- formula[[2L]]
  predictors <- attr(terms(formula), "term.labels")
  if (!length(predictors)) stop("the formula must have predictors", call. = FALSE)
  parts <- lapply(predictors, function(name) call(":", response, str2lang(name)))
  sum <- Reduce(function(left, right) call("+", left, right), c(list(response), parts))
  structure(call("~", sum), class = "formula")
}

# Means and deviations, or shares of levels, by class.
class_table <- function(term, smoothing) {
  classes <- term$factors[[1L]]
  if (length(term$factors) == 1L) {
    return(matrix(c(term$means, term$deviations), length(classes),
                  dimnames = list(classes, c("Means", "StdDev"))))
  }
  if (length(term$factors) > 2L) stop("a predictor must be one variable", call. = FALSE)
  levels <- term$factors[[2L]]
  counts <- matrix(term$weights, length(classes), dimnames = term$factors)
  (counts + smoothing) / (rowSums(counts) + smoothing * length(levels))
}

is_share_table <- function(table) !is.null(names(dimnames(table)))

print.rxNaiveBayes <- function(x, ...) {
  print_call(x$call)
  cat("A priori probabilities:\n")
  print(structure(array(x$apriori, length(x$apriori), structure(
    list(x$levels), names = x$response)), class = "table"))
  cat("\nPredictor types:\n")
  types <- ifelse(vapply(x$tables, is_share_table, NA), "factor", "numeric")
  print(data.frame(Variable = names(x$tables), Type = unname(types)))
  cat("\nConditional probabilities:\n")
  print(x$tables)
  invisible(x)
}

# Predictions for the rows of a data frame: a column for the class, or one for the
# probability of each.
naive_bayes_predictions <- function(x, rows, type, prior, names) {
  logs <- matrix(log(prior), nrow(rows), length(prior), byrow = TRUE)
  for (name in names(x$tables)) {
    value <- eval(str2lang(name), rows, baseenv())
    part <- class_logs(x$tables[[name]], value, x$smoothingFactor)
    part[is.na(value), ] <- 0
    logs <- logs + part
  }
  most <- do.call(pmax, as.data.frame(logs))
  if (type == "class") {
    best <- max.col(logs, "first")
    best[!is.finite(most)] <- NA
    columns <- list(structure(best, levels = x$levels, class = "factor"))
    names(columns) <- if (is.null(names)) paste0(x$response, "_Pred") else names
  } else {
    parts <- exp(logs - most)
    columns <- as.list(as.data.frame(parts / rowSums(parts)))
    names(columns) <- if (is.null(names)) paste0(x$levels, "_Pred") else names
  }
  columns
}

# The logarithms of the densities or shares of values, a column for each class.
class_logs <- function(table, value, smoothing) {
  classes <- nrow(table)
  if (!is_share_table(table)) {
    return(vapply(seq_len(classes), function(i) {
      dnorm(as.numeric(value), table[i, 1L], table[i, 2L], log = TRUE)
    }, numeric(length(value))) |> matrix(ncol = classes))
  }
  place <- match(as.character(value), colnames(table))
  matrix(log(t(table)[place, , drop = FALSE]), ncol = classes)
}

#' Convert to naiveBayes
#'
#' A classifier of `rxNaiveBayes` as an object of class `naiveBayes`, as the package
#' e1071 has it.
#'
#' @param x a result of `rxNaiveBayes`.
#' @param ... not used.
#' @examples
#' class(as.naiveBayes(rxNaiveBayes(Species ~ Petal.Width, iris)))
as.naiveBayes <- function(x, ...) UseMethod("as.naiveBayes")

as.naiveBayes.rxNaiveBayes <- function(x, ...) {
  counts <- structure(array(x$apriori, length(x$apriori), structure(
    list(x$levels), names = x$response)), class = "table")
  tables <- Map(function(table, name) {
    shape <- dimnames(table)
    if (!is_share_table(table)) shape[2L] <- list(NULL)
    names(shape) <- c(x$response, name)
    matrix(table, nrow(table), dimnames = shape)
  }, x$tables, names(x$tables))
  numeric <- !vapply(x$tables, is_share_table, NA)
  structure(list(apriori = counts, tables = tables, levels = x$levels,
                 isnumeric = numeric, call = x$call), class = "naiveBayes")
}
