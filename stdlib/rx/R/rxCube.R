#' Counts and means by category
#'
#' Computes, for each combination of levels of the factors joined by `:` on the
#' right of the formula, the number of rows and the mean or sum of the variables
#' on the left. `F(x)` makes a factor of the whole numbers in `x`.
#'
#' @param formula a formula such as `y ~ f:g` or `~ f:g`.
#' @param data a data source, a path or a data frame.
#' @param means whether to compute means; otherwise sums.
#' @param pweights,fweights the name of a column of weights.
#' @param returnDataFrame whether to return a plain data frame.
#' @param removeZeroCounts whether to leave out combinations without rows.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param ... not used.
#' @examples
#' rxCube(breaks ~ wool:tension, data = warpbreaks)
#' rxCube(~ F(cyl):F(gear), data = mtcars)
rxCube <- function(formula, data, means = TRUE, pweights = NULL,
                   fweights = NULL, returnDataFrame = FALSE,
                   removeZeroCounts = FALSE,
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
  found <- .Internal(rxCells(
    native, formula, weights, as.integer(rxGetOption("numCoresToUse")),
    if (is.data.frame(data)) 0L else as.integer(reportProgress)))
  first <- found$terms[[1L]]
  columns <- cell_columns(first$factors)
  for (i in seq_along(found$responses)) {
    term <- found$terms[[i]]
    columns[[found$responses[i]]] <- if (means) ifelse(term$counts > 0, term$means, NaN)
      else term$sums
  }
  columns$Counts <- if (is.null(weights)) first$counts else first$weights
  if (removeZeroCounts) columns <- lapply(columns, function(x) x[first$counts > 0])
  if (returnDataFrame) return(as.data.frame(columns, optional = TRUE))
  structure(
    columns, class = c("rxCube", "list"),
    info = list(
      call = call, formula = formula, means = means, responses = found$responses,
      valid = found$valid, missing = found$missing,
      params = list(pweights = pweights, fweights = fweights),
      data = data_lines(data, deparse(call$data)[1L])))
}

as.data.frame.rxCube <- function(x, row.names = NULL, optional = TRUE, ...) {
  attr(x, "info") <- NULL
  as.data.frame(unclass(x), row.names = row.names, optional = TRUE)
}

subset.rxCube <- function(x, ...) subset(as.data.frame(x), ...)

`[.rxCube` <- function(x, ...) as.data.frame(x)[...]

print.rxCube <- function(x, ...) {
  info <- attr(x, "info")
  print_call(info$call)
  cat("Cube Results for: ", formula_text(info$formula), "\n", sep = "")
  cat(c(info$data, weight_lines(info$params)), sep = "\n")
  if (length(info$responses)) {
    cat("Dependent variable(s): ", paste(info$responses, collapse = ", "), "\n", sep = "")
  }
  cat("Number of valid observations: ", info$valid, "\n", sep = "")
  cat("Number of missing observations:", info$missing, "\n")
  if (length(info$responses)) {
    cat("Statistic: ", paste(info$responses, collapse = ", "), " ",
        if (info$means) "means" else "sums", " \n", sep = "")
  }
  cat(" \n")
  print(as.data.frame(x), right = FALSE)
  invisible(x)
}
