#' Linear models of data of any size
#'
#' Fits a linear model by least squares in one pass over the data. The last
#' level of each factor is dropped, where `lm` drops the first. Coefficients
#' are the same bits for any number of threads.
#'
#' @param formula a model formula; `F(x)` makes a factor of whole numbers.
#' @param data a data source, a path or a data frame.
#' @param pweights,fweights the name of a column of weights: probabilities or
#'   frequencies.
#' @param cube whether the cells of the first term, which must be categorical,
#'   take the place of the intercept.
#' @param covCoef whether to return the covariances of the coefficients.
#' @param dropFirst whether to drop the first level of each factor instead.
#' @param dropMain whether main effects give way to interactions when some
#'   columns are redundant.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param reportProgress 0 for silence.
#' @param ... not used.
#' @examples
#' fit <- rxLinMod(dist ~ speed, data = cars)
#' fit
#' summary(fit)
#' coef(rxLinMod(breaks ~ wool + tension, data = warpbreaks, dropFirst = TRUE))
rxLinMod <- function(formula, data, pweights = NULL, fweights = NULL,
                     cube = FALSE, covCoef = FALSE, dropFirst = FALSE,
                     dropMain = rxGetOption("dropMain"),
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
  found <- .Internal(rxLeastSquares(
    native, formula, weights, cube, dropFirst, dropMain,
    as.integer(rxGetOption("numCoresToUse")),
    if (is.data.frame(data)) 0L else as.integer(reportProgress)))
  fit <- linear_fit(found, cube, covCoef, !is.null(fweights))
  fit$params <- list(pweights = pweights, fweights = fweights, cube = cube,
                     dropFirst = dropFirst, dropMain = dropMain,
                     data = data_lines(data, deparse(call$data)[1L]))
  fit$formula <- formula
  fit$call <- call
  structure(fit, class = "rxLinMod")
}

# The fit with its statistics, from the sums that the pass brought.
linear_fit <- function(found, cube, covCoef, isFrequency) {
  count <- length(found$names)
  shape <- list(found$names, found$responses)
  dropped <- found$dropped
  coefficients <- matrix(found$estimates, count, dimnames = shape)
  coefficients[dropped, ] <- NA
  rows <- if (isFrequency) found$weights else found$valid
  free <- rows - found$rank
  variance <- found$residuals / free
  inverse <- matrix(found$inverse, count, dimnames = list(found$names, found$names))
  errors <- sqrt(outer(diag(inverse), variance))
  dimnames(errors) <- shape
  errors[dropped, ] <- NA
  t <- coefficients / errors
  p <- if (free > 0) 2 * pt(-abs(t), free) else NaN * t
  p <- pmax(p, .Machine$double.eps)
  slopes <- found$rank - (cube || found$terms[1L] == 0L)
  squared <- 1 - found$residuals / found$total
  value <- (found$total - found$residuals) / slopes / variance
  corrected <- if (cube || found$terms[1L] == 0L) rows - 1 else rows
  result <- list(
    coefficients = coefficients,
    covCoef = if (covCoef) inverse * variance[1L],
    residual.squares = found$residuals,
    condition.number = found$condition,
    rank = found$rank,
    aliased = structure(dropped, names = found$names),
    coef.std.error = errors, coef.t.value = t, coef.p.value = p,
    total.squares = found$total,
    y.var = found$total / corrected,
    sigma = sqrt(variance),
    residual.variance = variance,
    r.squared = squared,
    f.pvalue = if (free > 0) pf(value, slopes, free, lower.tail = FALSE) else NaN,
    df = c(found$rank, free, count),
    y.names = found$responses,
    fstatistics = list(value = value, numdf = slopes, dendf = free),
    adj.r.squared = 1 - (1 - squared) * corrected / free,
    nValidObs = found$valid,
    nMissingObs = found$missing,
    deviance = found$residuals)
  if (cube) {
    first <- found$terms == 1L
    result$countDF <- data.frame(Category = found$names[first], Counts = found$cells)
    result$counts <- c(found$cells, rep(NA, sum(!first)))
  }
  result
}

coef.rxLinMod <- function(object, ...) {
  coefficients <- object$coefficients
  if (ncol(coefficients) == 1L) coefficients[, 1L] else coefficients
}

print.rxLinMod <- function(x, ...) {
  print_model_header(x)
  cat("Coefficients:\n")
  print(x$coefficients, na.print = "Dropped")
  invisible(x)
}

print_model_header <- function(x) {
  print_call(x$call)
  cat(if (x$params$cube) "Cube ", "Linear Regression Results for: ",
      formula_text(x$formula), "\n", sep = "")
  cat(c(x$params$data, weight_lines(x$params)), sep = "\n")
  cat("Dependent variable(s): ", paste(x$y.names, collapse = ", "), "\n", sep = "")
  dropped <- sum(x$aliased)
  cat("Total independent variables:", length(x$aliased),
      if (dropped) paste0("(Including number dropped: ", dropped, ")\n") else "\n")
  cat("Number of valid observations: ", x$nValidObs, "\n", sep = "")
  cat("Number of missing observations:", x$nMissingObs, "\n \n")
}

#' Summary of a linear model
#'
#' @param object a fit of `rxLinMod`.
#' @param ... not used.
#' @examples
#' summary(rxLinMod(mpg ~ wt + F(cyl), data = mtcars))
summary.rxLinMod <- function(object, ...) {
  structure(unclass(object), class = "summary.rxLinMod")
}

print.summary.rxLinMod <- function(x, ...) {
  print_model_header(x)
  for (i in seq_along(x$y.names)) {
    if (length(x$y.names) > 1L) cat("Response ", x$y.names[i], ":\n\n", sep = "")
    print_coefficients(x, i)
    print_fit(x, i)
  }
  cat("Condition number:", round(x$condition.number, 4), "\n")
  invisible(x)
}

print_coefficients <- function(x, i) {
  dropped <- sum(x$aliased)
  cat("Coefficients:",
      if (dropped) paste0(" (", dropped, " not defined because of singularities)"),
      "\n", sep = "")
  table <- cbind(Estimate = x$coefficients[, i], `Std. Error` = x$coef.std.error[, i],
                 `t value` = x$coef.t.value[, i], `Pr(>|t|)` = x$coef.p.value[, i])
  rownames(table) <- rownames(x$coefficients)
  show <- function() {
    printCoefmat(table, digits = max(3L, getOption("digits") - 3L),
                 na.print = "Dropped", eps.Pvalue = 1e-100)
  }
  if (is.null(x$counts)) show()
  else cat(with_counts(capture.output(show()), x$counts), sep = "\n")
  cat("\n")
}

# Puts the counts of a cube behind the lines of its coefficients.
with_counts <- function(lines, counts) {
  shown <- format(c("Counts", ifelse(is.na(counts), "", as.character(counts))),
                  justify = "right")
  rows <- seq_along(shown)
  lines[rows] <- paste(format(lines[rows]), "|", shown)
  lines
}

print_fit <- function(x, i) {
  digits <- function(value) formatC(value, digits = 4L)
  cat("Residual standard error:", format(signif(x$sigma[i], 4L)), "on", x$df[2L],
      "degrees of freedom\n")
  cat("Multiple R-squared:", digits(x$r.squared[i]),
      if (x$params$cube) "(as if intercept included)\n" else "\n")
  cat("Adjusted R-squared:", digits(x$adj.r.squared[i]), "\n")
  f <- x$fstatistics
  cat("F-statistic:", digits(f$value[i]), "on", f$numdf, "and", f$dendf,
      "DF,  p-value:", format.pval(x$f.pvalue[i], digits = 4L), "\n")
}
