#' Predictions from a model
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' predict(lm(dist ~ speed, cars), data.frame(speed = 10:12))
predict <- function(object, ...) UseMethod("predict")

#' Predictions from a linear model
#'
#' Returns a vector, a matrix with the bounds of intervals or of terms, or
#' with `se.fit` a list.
#'
#' @param object a linear model.
#' @param newdata new values of the variables; the fitted ones if missing.
#' @param se.fit whether to give standard errors.
#' @param scale the residual standard deviation, if known.
#' @param df its degrees of freedom.
#' @param interval `"none"`, `"confidence"` or `"prediction"`.
#' @param level the confidence level.
#' @param type `"response"` or `"terms"`.
#' @param terms which terms.
#' @param na.action what to do with missing values in `newdata`.
#' @param pred.var the variance of new observations.
#' @param weights their weights, for prediction intervals.
#' @param ... not used.
#' @examples
#' fit <- lm(dist ~ speed, cars)
#' predict.lm(fit, data.frame(speed = 10), interval = "prediction")
predict.lm <- function(object, newdata, se.fit = FALSE, scale = NULL, df = Inf,
                       interval = c("none", "confidence", "prediction"),
                       level = 0.95, type = c("response", "terms"),
                       terms = NULL, na.action = na.pass,
                       pred.var = res.var / weights, weights = 1, ...) {
  all_terms <- terms(object)
  if (!inherits(object, "lm")) {
    warning("calling predict.lm(<fake-lm-object>) ...")
  }
  fitted_data <- missing(newdata) || is.null(newdata)
  if (fitted_data) {
    design <- model.matrix(object)
    offset <- object$offset
  } else {
    design <- new_design(object, delete.response(all_terms), newdata, na.action)
    offset <- new_offset(object, all_terms, newdata)
  }
  type <- match.arg(type)
  interval <- match.arg(interval)
  rank <- object$rank
  pivot <- if (rank) qr.lm(object)$pivot[seq_len(rank)] else integer()
  if (rank < ncol(design) && !fitted_data) {
    warning("prediction from a rank-deficient fit may be misleading")
  }
  predicted <- drop(design[, pivot, drop = FALSE] %*% object$coefficients[pivot])
  if (!is.null(offset)) predicted <- predicted + offset
  if (interval == "prediction") {
    check_prediction(object, fitted_data, missing(weights), missing(pred.var))
    if (!fitted_data && inherits(weights, "formula")) {
      weights <- weights_in(weights, newdata)
    }
    if (fitted_data && missing(weights) && !is.null(object$weights)) {
      weights <- weights.default(object)
    }
  }
  res.var <- NULL
  if (se.fit || interval != "none") {
    if (is.null(scale)) {
      residuals <- object$residuals
      weighting <- object$weights
      squares <- sum(if (is.null(weighting)) residuals^2 else residuals^2 * weighting)
      df <- object$df.residual
      res.var <- squares / df
    } else {
      res.var <- scale^2
    }
    if (type != "terms") variance <- fit_variance(object, design, fitted_data, res.var)
  }
  if (type == "terms") {
    parts <- predicted_terms(object, all_terms, design, terms,
                             if (se.fit || interval != "none") res.var)
    predicted <- parts$fit
    variance <- parts$variance
  }
  if (interval != "none") {
    spread <- sqrt(if (interval == "prediction") variance + pred.var else variance)
    width <- qt((1 - level) / 2, df) * spread
    lower <- predicted + width
    upper <- predicted - width
    if (type != "terms") predicted <- cbind(fit = predicted, lwr = lower, upr = upper)
  }
  error <- if (se.fit || interval != "none") sqrt(variance)
  if (fitted_data && !is.null(omitted <- object$na.action)) {
    predicted <- napredict(omitted, predicted)
    if (se.fit) error <- napredict(omitted, error)
  }
  if (type == "terms" && interval != "none") {
    if (fitted_data && !is.null(omitted)) {
      lower <- napredict(omitted, lower)
      upper <- napredict(omitted, upper)
    }
    list(fit = predicted, se.fit = error, lwr = lower, upr = upper,
         df = df, residual.scale = sqrt(res.var))
  } else if (se.fit) {
    list(fit = predicted, se.fit = error, df = df,
         residual.scale = sqrt(res.var))
  } else {
    predicted
  }
}

# The variance of the fitted mean at each row of a design.
fit_variance <- function(object, design, fitted_data, res.var) {
  rank <- object$rank
  if (!rank) return(rep(0, nrow(design)))
  columns <- seq_len(rank)
  decomposition <- qr.lm(object)
  spread <- if (fitted_data && is.null(object$weights)) {
    qr.Q(decomposition)[, columns, drop = FALSE]
  } else {
    root <- qr.R(decomposition)[columns, columns, drop = FALSE]
    design[, decomposition$pivot[columns], drop = FALSE] %*% backsolve(root, diag(rank))
  }
  drop(spread^2 %*% rep(res.var, rank))
}

# Weights given as a formula, in the new data.
weights_in <- function(weights, newdata) {
  if (length(weights) != 2L) {
    stop(simpleError("'weights' as formula should be one-sided", sys.call(-1L)))
  }
  source <- if (is.data.frame(newdata)) newdata else as.data.frame(newdata)
  eval(weights[[2L]], source, environment(weights))
}

check_prediction <- function(object, fitted_data, no_weights, no_variance) {
  if (fitted_data) {
    warning("predictions on current data refer to _future_ responses\n", call. = FALSE)
  }
  if (fitted_data && no_weights && !is.null(object$weights)) {
    warning("assuming prediction variance inversely proportional to weights used for fitting\n")
  }
  if (!fitted_data && no_weights && !is.null(object$weights) && no_variance) {
    warning("Assuming constant prediction variance even though model fit is weighted\n")
  }
}

# The design matrix of new data, after a check of the classes.
new_design <- function(object, Terms, newdata, na.action) {
  frame <- model.frame(Terms, newdata, na.action = na.action, xlev = object$xlevels)
  if (!is.null(classes <- attr(Terms, "dataClasses"))) {
    .checkMFClasses(classes, frame)
  }
  model.matrix(Terms, frame, contrasts.arg = object$contrasts)
}

new_offset <- function(object, all_terms, newdata) {
  total <- NULL
  add <- function(expression) {
    value <- eval(expression, newdata, environment(all_terms))
    total <<- if (is.null(total)) value else total + value
  }
  for (i in attr(all_terms, "offset")) {
    add(attr(all_terms, "variables")[[i + 1L]])
  }
  if (!is.null(object$call$offset)) add(object$call$offset)
  total
}

# The contribution of each term, centred, with its variance.
predicted_terms <- function(object, all_terms, design, wanted, res.var) {
  assigned <- object$assign
  if (is.null(assigned)) assigned <- attr(design, "assign")
  labels <- attr(all_terms, "term.labels")
  intercept <- attr(all_terms, "intercept") > 0L
  groups <- split(order(assigned), assigned[order(assigned)])
  names(groups) <- c(if (intercept) "(Intercept)", labels)[
    match(as.integer(names(groups)), c(if (intercept) 0L, seq_along(labels)))]
  estimates <- object$coefficients
  constant <- NULL
  if (intercept) {
    groups[["(Intercept)"]] <- NULL
    means <- colMeans(model.matrix(object))
    design <- sweep(design, 2L, means, check.margin = FALSE)
    known <- ifelse(is.na(estimates), 0, estimates)
    constant <- sum(means * known)
  }
  count <- length(groups)
  fit <- matrix(0, nrow(design), count,
                dimnames = list(rownames(design), names(groups)))
  variance <- if (!is.null(res.var)) fit
  if (count) {
    rank <- object$rank
    pivot <- qr.lm(object)$pivot[seq_len(rank)]
    if (!is.null(res.var)) {
      inverse <- matrix(0, ncol(design), rank)
      inverse[pivot, ] <- backsolve(
        qr.R(qr.lm(object))[seq_len(rank), seq_len(rank), drop = FALSE],
        diag(rank))
    }
    for (i in seq_len(count)) {
      used <- groups[[i]]
      used <- used[used %in% pivot]
      if (!length(used)) next
      part <- design[, used, drop = FALSE]
      fit[, i] <- part %*% estimates[used]
      if (!is.null(res.var)) {
        spread <- part %*% inverse[used, , drop = FALSE]
        variance[, i] <- rowSums(spread^2) * res.var
      }
    }
    if (!is.null(wanted)) {
      fit <- fit[, wanted, drop = FALSE]
      if (!is.null(variance)) variance <- variance[, wanted, drop = FALSE]
    }
  }
  attr(fit, "constant") <- if (is.null(constant)) 0 else constant
  list(fit = fit, variance = variance)
}

predict.mlm <- function(object, newdata, se.fit = FALSE, na.action = na.pass, ...) {
  if (se.fit) stop("the 'se.fit' argument is not yet implemented for \"mlm\" objects")
  if (missing(newdata)) {
    design <- model.matrix(object)
    offset <- object$offset
  } else {
    all_terms <- terms(object)
    design <- new_design(object, delete.response(all_terms), newdata, na.action)
    offset <- new_offset(object, all_terms, newdata)
  }
  pivot <- qr.lm(object)$pivot[seq_len(object$rank)]
  predicted <- design[, pivot, drop = FALSE] %*% object$coefficients[pivot, , drop = FALSE]
  if (!is.null(offset)) predicted <- predicted + offset
  if (missing(newdata)) napredict(object$na.action, predicted) else predicted
}
