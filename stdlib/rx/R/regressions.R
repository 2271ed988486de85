# What the three kinds of regression have in common: printing and extracting.

coef.rxLinMod <- function(object, ...) {
  coefficients <- object$coefficients
  if (ncol(coefficients) == 1L) coefficients[, 1L] else coefficients
}

coef.rxLogit <- coef.rxLinMod

coef.rxGlm <- coef.rxLinMod

#' Covariances and correlations of coefficients and data
#'
#' Extract matrices from fits of `rxLinMod`, `rxLogit` and `rxGlm`: the
#' covariances or correlations of the estimated coefficients, of fits made with
#' `covCoef = TRUE`, or those of the columns of the model, of fits made with
#' `covData = TRUE`. Both need `cube = FALSE`.
#'
#' @param x a fit.
#' @param ... not used.
#' @examples
#' fit <- rxLinMod(mpg ~ wt + hp, mtcars, covCoef = TRUE, covData = TRUE)
#' rxCovCoef(fit)
#' rxCorData(fit)
rxCovCoef <- function(x, ...) kept_matrix(x, "covCoef")

#' @rdname rxCovCoef
rxCorCoef <- function(x, ...) as_correlations(kept_matrix(x, "covCoef"))

#' @rdname rxCovCoef
rxCovData <- function(x, ...) kept_matrix(x, "covData")

#' @rdname rxCovCoef
rxCorData <- function(x, ...) as_correlations(kept_matrix(x, "covData"))

kept_matrix <- function(x, name) {
  if (is.null(x[[name]])) {
    stop("the model must be fitted with ", name, " = TRUE and cube = FALSE", call. = FALSE)
  }
  x[[name]]
}

# Dropped columns have no correlations.
as_correlations <- function(covariances) {
  scale <- 1 / sqrt(diag(covariances))
  scale[!is.finite(scale)] <- NA
  covariances * outer(scale, scale)
}

vcov.rxLinMod <- function(object, ...) rxCovCoef(object)

vcov.rxLogit <- vcov.rxLinMod

vcov.rxGlm <- vcov.rxLinMod

formula.rxLinMod <- function(x, ...) x$formula

formula.rxLogit <- formula.rxLinMod

formula.rxGlm <- formula.rxLinMod

nobs.rxLinMod <- function(object, ...) object$nValidObs

nobs.rxLogit <- nobs.rxLinMod

nobs.rxGlm <- nobs.rxLinMod

deviance.rxLinMod <- function(object, ...) object$deviance

deviance.rxLogit <- deviance.rxLinMod

deviance.rxGlm <- deviance.rxLinMod

df.residual.rxLinMod <- function(object, ...) object$df[2L]

df.residual.rxLogit <- df.residual.rxLinMod

df.residual.rxGlm <- df.residual.rxLinMod

family.rxLogit <- function(object, ...) object$family

family.rxGlm <- family.rxLogit

logLik.rxLinMod <- function(object, ...) {
  rows <- object$df[1L] + object$df[2L]
  value <- -rows / 2 * (log(2 * pi * object$deviance[1L] / rows) + 1)
  structure(value, df = object$rank + 1, nobs = object$nValidObs, class = "logLik")
}

logLik.rxLogit <- function(object, ...) {
  if (is.null(object$aic)) stop("the model must be fitted with computeAIC = TRUE")
  hasScale <- object$family$family %in% c("gaussian", "Gamma", "inverse.gaussian")
  count <- object$rank + hasScale
  structure(count - object$aic / 2, df = count, nobs = object$nValidObs, class = "logLik")
}

logLik.rxGlm <- logLik.rxLogit

confint.rxLinMod <- function(object, parm, level = 0.95, ...) {
  side <- (1 - level) / 2
  far <- if (inherits(object, "rxLogit")) qnorm(1 - side) else qt(1 - side, object$df[2L])
  limits <- cbind(object$coefficients[, 1L] - far * object$coef.std.error[, 1L],
                  object$coefficients[, 1L] + far * object$coef.std.error[, 1L])
  colnames(limits) <- paste(format(100 * c(side, 1 - side), trim = TRUE, digits = 3L), "%")
  if (missing(parm)) limits else limits[parm, , drop = FALSE]
}

confint.rxLogit <- confint.rxLinMod

confint.rxGlm <- confint.rxLinMod

# Printing.

print.rxLinMod <- function(x, ...) {
  print_model_header(x, if (x$params$cube) "Cube Linear Regression" else "Linear Regression")
  print_estimates(x)
}

print.rxLogit <- function(x, ...) {
  print_model_header(x, logistic_title(x), showsCall = FALSE)
  print_estimates(x)
}

print.rxGlm <- function(x, ...) {
  print_model_header(x, generalised_title(x))
  cat("Family-link:", family_text(x), "\n \n")
  cat("Residual deviance:", deviance_text(x), "\n \n")
  print_estimates(x)
}

logistic_title <- function(x) {
  if (x$params$cube) "Cube Logistic Regression" else "Logistic Regression"
}

generalised_title <- function(x) {
  if (x$params$cube) "Cube Generalized Linear Model" else "Generalized Linear Model"
}

# At most four decimals, however large the number is.
four_decimals <- function(x) format(round(x, 4L), digits = 15L)

family_text <- function(x) paste(x$family$family, x$family$link, sep = "-")

deviance_text <- function(x) {
  paste0(four_decimals(x$deviance), " (on ", x$df[2L], " degrees of freedom)")
}

print_estimates <- function(x) {
  cat("Coefficients:\n")
  print(x$coefficients, na.print = "Dropped")
  invisible(x)
}

print_model_header <- function(x, title, showsCall = TRUE) {
  if (showsCall) print_call(x$call)
  cat(title, " Results for: ", formula_text(x$formula), "\n", sep = "")
  cat(c(x$params$data, weight_lines(x$params)), sep = "\n")
  cat("Dependent variable(s): ", paste(x$y.names, collapse = ", "), "\n", sep = "")
  dropped <- sum(x$aliased)
  cat("Total independent variables:", length(x$aliased),
      if (dropped) paste0("(Including number dropped: ", dropped, ")\n") else "\n")
  cat("Number of valid observations: ", x$nValidObs, "\n", sep = "")
  if (!is.null(x$sumOfWeights)) {
    cat("Sum of weights of valid observations: ", x$sumOfWeights, "\n", sep = "")
  }
  cat("Number of missing observations:", x$nMissingObs,
      if (inherits(x, c("rxGlm", "summary.rxGlm", "summary.rxLogit"))) "\n" else "\n \n")
}

#' Summaries of regressions
#'
#' @param object a fit of `rxLinMod`, `rxLogit` or `rxGlm`.
#' @param ... not used.
#' @examples
#' summary(rxLinMod(mpg ~ wt + F(cyl), data = mtcars))
summary.rxLinMod <- function(object, ...) {
  structure(unclass(object), class = "summary.rxLinMod")
}

#' @rdname summary.rxLinMod
#' @examples
#' summary(rxLogit(am ~ wt, data = mtcars))
summary.rxLogit <- function(object, ...) {
  structure(unclass(object), class = "summary.rxLogit")
}

#' @rdname summary.rxLinMod
summary.rxGlm <- function(object, ...) {
  structure(unclass(object), class = "summary.rxGlm")
}

print.summary.rxLinMod <- function(x, ...) {
  print_model_header(x, if (x$params$cube) "Cube Linear Regression" else "Linear Regression")
  for (i in seq_along(x$y.names)) {
    if (length(x$y.names) > 1L) cat("Response ", x$y.names[i], ":\n\n", sep = "")
    print_coefficients(x, i)
    print_fit(x, i)
  }
  cat("Condition number:", four_decimals(x$condition.number), "\n")
  invisible(x)
}

print.summary.rxLogit <- function(x, ...) {
  print_model_header(x, logistic_title(x))
  cat("-2*LogLikelihood:", four_decimals(x$deviance), "(Residual deviance on", x$df[2L],
      "degrees of freedom)\n \n")
  print_coefficients(x, 1L, "z")
  print_iterations(x)
}

print.summary.rxGlm <- function(x, ...) {
  print_model_header(x, generalised_title(x))
  cat("Family-link:", family_text(x), "\n \n")
  cat("Residual deviance:", deviance_text(x), "\n \n")
  print_coefficients(x, 1L)
  cat("(Dispersion parameter for ", x$family$family, " family taken to be ",
      format(x$dispersion), ")\n\n", sep = "")
  if (!is.null(x$aic) && !is.na(x$aic)) cat("AIC:", format(x$aic), "\n\n")
  print_iterations(x)
}

print_iterations <- function(x) {
  cat("Condition number of final variance-covariance matrix:",
      four_decimals(x$condition.number), "\n")
  cat("Number of iterations:", x$iter, "\n")
  invisible(x)
}

print_coefficients <- function(x, i, statistic = "t") {
  dropped <- sum(x$aliased)
  cat("Coefficients:",
      if (dropped) paste0(" (", dropped, " not defined because of singularities)"),
      "\n", sep = "")
  table <- cbind(x$coefficients[, i], x$coef.std.error[, i], x$coef.t.value[, i],
                 x$coef.p.value[, i])
  dimnames(table) <- list(
    rownames(x$coefficients),
    c("Estimate", "Std. Error", paste(statistic, "value"), paste0("Pr(>|", statistic, "|)")))
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
