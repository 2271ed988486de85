coef.nls <- function(object, ...) object$m$getAllPars()

print.nls <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  cat("Nonlinear regression model\n")
  cat("  model: ", deparse(formula(x)), "\n", sep = "")
  cat("   data: ", deparse(x$data), "\n", sep = "")
  print(x$m$getAllPars(), digits = digits, ...)
  cat(" ", if (!is.null(x$weights) && diff(range(x$weights))) "weighted ",
      "residual sum-of-squares: ", format(x$m$deviance(), digits = digits), "\n",
      sep = "")
  print_convergence(x, digits)
  invisible(x)
}

print_convergence <- function(x, digits) {
  info <- x$convInfo
  if (identical(x$call$algorithm, "port")) {
    cat("\nAlgorithm \"port\", convergence message: ", info$stopMessage, "\n", sep = "")
  } else if (!info$isConv) {
    cat("\nNumber of iterations till stop:", info$finIter,
        "\nAchieved convergence tolerance:", format(info$finTol, digits = digits))
    cat("\nReason stopped: ", info$stopMessage, "\n", sep = "")
  } else {
    cat("\nNumber of iterations to convergence:", info$finIter,
        "\nAchieved convergence tolerance:", format(info$finTol, digits = digits))
    cat("\n")
  }
}

summary.nls <- function(object, correlation = FALSE, symbolic.cor = FALSE, ...) {
  residuals <- as.vector(object$m$resid())
  weights <- object$weights
  count <- if (is.null(weights)) length(residuals) else sum(weights > 0)
  estimate <- coef(object)
  parameters <- length(estimate)
  freedom <- count - parameters
  variance <- if (freedom <= 0) NaN else deviance(object) / freedom
  unscaled <- chol2inv(object$m$Rmat())
  dimnames(unscaled) <- list(names(estimate), names(estimate))
  error <- sqrt(diag(unscaled) * variance)
  statistic <- estimate / error
  table <- cbind(estimate, error, statistic,
                 2 * pt(abs(statistic), freedom, lower.tail = FALSE))
  dimnames(table) <- list(names(estimate), c("Estimate", "Std. Error", "t value", "Pr(>|t|)"))
  result <- list(formula = formula(object), residuals = residuals,
                 sigma = sqrt(variance), df = c(parameters, freedom),
                 cov.unscaled = unscaled, call = object$call,
                 convInfo = object$convInfo, control = object$control,
                 na.action = object$na.action, coefficients = table,
                 parameters = table)
  if (correlation && freedom > 0) {
    result$correlation <- unscaled * variance / outer(error, error)
    result$symbolic.cor <- symbolic.cor
  }
  class(result) <- "summary.nls"
  result
}

print.summary.nls <- function(x, digits = max(3L, getOption("digits") - 3L),
                              symbolic.cor = x$symbolic.cor,
                              signif.stars = getOption("show.signif.stars"), ...) {
  cat("\nFormula: ", paste(deparse(x$formula), collapse = "\n"), "\n", sep = "")
  cat("\nParameters:\n")
  printCoefmat(x$coefficients, digits = digits, signif.stars = signif.stars, ...)
  cat("\nResidual standard error:", format(signif(x$sigma, digits)), "on",
      x$df[2L], "degrees of freedom")
  cat("\n")
  print_correlation(x$correlation, symbolic.cor, digits)
  print_convergence(x, digits)
  if (nzchar(omitted <- naprint(x$na.action))) cat("  (", omitted, ")\n", sep = "")
  cat("\n")
  invisible(x)
}

fitted.nls <- function(object, ...) {
  values <- as.vector(object$m$fitted())
  if (!is.null(object$na.action)) values <- napredict(object$na.action, values)
  attr(values, "label") <- "Fitted values"
  values
}

residuals.nls <- function(object, type = c("response", "pearson"), ...) {
  type <- match.arg(type)
  values <- as.vector(object$m$resid())
  if (type == "pearson") {
    scale <- sqrt(deviance(object) / df.residual(object))
    values <- values / scale
    if (!is.null(object$na.action)) values <- naresid(object$na.action, values)
    attr(values, "label") <- "Standardized residuals"
  } else {
    weights <- object$weights
    if (!is.null(weights)) values <- values / ifelse(weights > 0, sqrt(weights), 1)
    if (!is.null(object$na.action)) values <- naresid(object$na.action, values)
    attr(values, "label") <- "Residuals"
  }
  values
}

predict.nls <- function(object, newdata, se.fit = FALSE, scale = NULL, df = Inf,
                        interval = c("none", "confidence", "prediction"),
                        level = 0.95, ...) {
  if (missing(newdata)) return(as.vector(fitted(object)))
  if (!is.null(classes <- object$dataClasses)) {
    .checkMFClasses(classes, as.data.frame(newdata))
  }
  object$m$predict(newdata)
}

deviance.nls <- function(object, ...) object$m$deviance()

df.residual.nls <- function(object, ...) {
  weights <- object$weights
  count <- if (is.null(weights)) length(object$m$resid()) else sum(weights > 0)
  count - length(coef(object))
}

formula.nls <- function(x, ...) x$m$formula()

vcov.nls <- function(object, ...) {
  summary <- summary(object)
  summary$sigma^2 * summary$cov.unscaled
}

weights.nls <- function(object, ...) object$weights

nobs.nls <- function(object, ...) {
  if (is.null(weights <- object$weights)) length(object$m$resid()) else sum(weights > 0)
}

logLik.nls <- function(object, REML = FALSE, ...) {
  if (REML) stop("cannot calculate REML log-likelihood for \"nls\" objects")
  residuals <- as.vector(object$m$resid())
  count <- length(residuals)
  weights <- if (is.null(object$weights)) rep.int(1, count) else object$weights
  used <- weights > 0
  value <- -count * (log(2 * pi) + 1 - log(count) - sum(log(weights[used])) / count +
    log(sum(residuals^2))) / 2
  structure(value, df = 1L + length(coef(object)), nobs = sum(used),
            nall = sum(used), class = "logLik")
}

anova.nls <- function(object, ...) {
  models <- list(object, ...)
  if (length(models) < 2L) stop("anova is only defined for sequences of \"nls\" objects")
  freedoms <- vapply(models, function(m) as.numeric(df.residual(m)), 0)
  squares <- vapply(models, deviance, 0)
  change <- -diff(freedoms)
  explained <- -diff(squares)
  larger <- ifelse(change > 0, seq_along(change) + 1L, seq_along(change))
  ratio <- (explained / change) / (squares / freedoms)[larger]
  p <- pf(ratio, abs(change), freedoms[larger], lower.tail = FALSE)
  table <- data.frame(freedoms, squares, c(NA, change), c(NA, explained),
                      c(NA, ratio), c(NA, p))
  dimnames(table) <- list(seq_along(models), c("Res.Df", "Res.Sum Sq", "Df", "Sum Sq", "F value", "Pr(>F)"))
  formulas <- vapply(models, function(m) paste(deparse(formula(m)), collapse = "\n"), "")
  structure(table, heading = c(
    "Analysis of Variance Table\n",
    paste0("Model ", format(seq_along(models)), ": ", formulas, collapse = "\n")),
    class = c("anova", "data.frame"))
}
