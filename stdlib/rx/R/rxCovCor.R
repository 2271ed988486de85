#' Covariances and correlations of data of any size
#'
#' Computes covariances, correlations or sums of squares and products in one pass.
#' `rxCovCor` returns a list with the matrix `CovCor` and `StdDevs`, `Means`,
#' `valid.obs`, `missing.obs`, `SumOfWeights`, `DroppedVars`, `DroppedVarIndexes`,
#' `params`, `call`, `formula`; the others return the matrix.
#'
#' @param formula a formula such as `~ x + log(y) + x:z`.
#' @param data a data source, a path or a data frame.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param keepAll whether to keep columns that are linear combinations of earlier
#'   ones.
#' @param varTol columns whose variance is not greater are dropped if it is not 0
#'   and `keepAll` is true.
#' @param type `"Cov"`, `"Cor"` or `"SSCP"`. The last has a first row and column for
#'   a column of ones, or of the roots of the weights.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param verbose,computeContext,... not used.
#' @examples
#' rxCovCor(~ mpg + wt + hp, data = mtcars, type = "Cor")
#' rxCov(~ mpg + log(wt), data = mtcars)
#' rxSSCP(~ speed + dist, data = cars)
rxCovCor <- function(formula, data, pweights = NULL, fweights = NULL,
                     rowSelection = NULL, transforms = NULL,
                     transformObjects = NULL, transformFunc = NULL,
                     transformVars = NULL, transformPackages = NULL,
                     transformEnvir = NULL, keepAll = TRUE, varTol = 1e-12,
                     type = "Cov", blocksPerRead = rxGetOption("blocksPerRead"),
                     reportProgress = rxGetOption("reportProgress"), verbose = 0,
                     computeContext = rxGetOption("computeContext"), ...) {
  if (is_background()) return(background_call())
  call <- match.call()
  formula <- as_model_formula(formula)
  type <- match.arg(tolower(type), c("cov", "cor", "sscp"))
  if (length(formula) > 2L) stop("the formula must have no dependent variable")
  weights <- chosen_weights(fweights, pweights)
  native <- analysis_data()
  found <- .Internal(rxCrossSums(native, formula, weights, thread_count(),
                                 report_level(data, reportProgress)))
  result <- covariance_result(found, type, keepAll, varTol)
  result$SumOfWeights <- if (is.null(weights)) NA_real_ else found$weights
  result$params <- list(pweights = pweights, fweights = fweights, type = type,
                        keepAll = keepAll, varTol = varTol,
                        data = data_lines(data, deparse(call$data)[1L]))
  result$call <- call
  result$formula <- formula
  order <- c("CovCor", "StdDevs", "Means", "valid.obs", "missing.obs", "SumOfWeights",
             "DroppedVars", "DroppedVarIndexes", "params", "call", "formula")
  structure(result[order], class = "rxCovCor")
}

covariance_result <- function(found, type, keepAll, varTol) {
  names <- found$names[-1L]
  count <- length(names)
  total <- found$weights
  covariances <- matrix(found$centred / (total - 1), count, dimnames = list(names, names))
  variances <- diag(covariances)
  dropped <- if (keepAll) unname(which(variances <= varTol)) else redundant_columns(covariances)
  keep <- setdiff(seq_len(count), dropped)
  deviations <- sqrt(variances)[keep]
  matrix <- switch(
    type, cov = covariances[keep, keep, drop = FALSE],
    cor = covariances[keep, keep, drop = FALSE] / outer(deviations, deviations),
    sscp = matrix(found$products, count + 1L,
                  dimnames = list(found$names, found$names))[c(1L, keep + 1L),
                                                             c(1L, keep + 1L), drop = FALSE])
  if (type == "cor") diag(matrix) <- 1
  list(CovCor = matrix, StdDevs = if (type == "sscp") numeric() else deviations,
       Means = structure(found$means, names = names)[keep],
       valid.obs = found$valid, missing.obs = found$missing,
       DroppedVars = names[dropped], DroppedVarIndexes = dropped)
}

# The columns that earlier ones leave (nearly) no variance.
redundant_columns <- function(covariances) {
  dropped <- integer()
  original <- diag(covariances)
  for (i in seq_along(original)) {
    if (covariances[i, i] <= 1e-10 * original[i] || original[i] <= 0) {
      dropped <- c(dropped, i)
      next
    }
    covariances <- covariances - outer(covariances[, i], covariances[i, ]) / covariances[i, i]
  }
  dropped
}

print.rxCovCor <- function(x, header = TRUE, ...) {
  if (header) {
    print_call(x$call)
    cat(c(x$params$data, weight_lines(x$params)), sep = "\n")
    print_valid_counts(list(params = x$params, valid = x$valid.obs,
                            missing = x$missing.obs, weights = x$SumOfWeights))
    cat("Statistic:", toupper(x$params$type), "\n \n")
  }
  print(x$CovCor)
  invisible(x)
}

# A function with the arguments of rxCovCor, but for `type`, that returns the matrix.
matrix_function <- function(type) {
  force(type)
  function(formula, data, pweights = NULL, fweights = NULL, rowSelection = NULL,
           transforms = NULL, transformObjects = NULL, transformFunc = NULL,
           transformVars = NULL, transformPackages = NULL, transformEnvir = NULL,
           keepAll = TRUE, varTol = 1e-12,
           blocksPerRead = rxGetOption("blocksPerRead"),
           reportProgress = rxGetOption("reportProgress"), verbose = 0,
           computeContext = rxGetOption("computeContext"), ...) {
    if (is_background()) return(background_call())
    call <- match.call()
    call[[1L]] <- rxCovCor
    call$type <- type
    eval(call, parent.frame())$CovCor
  }
}

#' @rdname rxCovCor
rxCov <- matrix_function("Cov")

#' @rdname rxCovCor
rxCor <- matrix_function("Cor")

#' @rdname rxCovCor
rxSSCP <- matrix_function("SSCP")
