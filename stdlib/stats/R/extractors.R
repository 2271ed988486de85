#' Coefficients of a model
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' coef(lm(dist ~ speed, cars))
coef <- function(object, ...) UseMethod("coef")

#' @rdname coef
#' @examples
#' coefficients(lm(dist ~ speed, cars))
coefficients <- coef

coef.default <- function(object, complete = TRUE, ...) {
  result <- if (is.list(object)) object$coefficients
    else if (is.atomic(object)) stop("$ operator is invalid for atomic vectors")
  if (complete || !anyNA(result)) result
  else if (is.matrix(result)) result[complete.cases(result), , drop = FALSE]
  else result[!is.na(result)]
}

coef.aov <- function(object, complete = FALSE, ...) {
  result <- object$coefficients
  if (complete) result else result[!is.na(result)]
}

coef.listof <- function(object, ...) {
  result <- lapply(object, coef, ...)
  class(result) <- "listof"
  result
}

#' Residuals of a model
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' head(residuals(lm(dist ~ speed, cars)))
residuals <- function(object, ...) UseMethod("residuals")

#' @rdname residuals
#' @examples
#' head(resid(lm(dist ~ speed, cars)), 2)
resid <- residuals

residuals.default <- function(object, ...) {
  naresid(object$na.action, object$residuals)
}

#' @rdname residuals
#' @param type the kind of residuals.
#' @examples
#' residuals.lm(lm(dist ~ speed, cars), "pearson")[1]
residuals.lm <- function(object, type = c("working", "response", "deviance",
                                          "pearson", "partial"), ...) {
  type <- match.arg(type)
  result <- object$residuals
  if (type %in% c("deviance", "pearson") && !is.null(object$weights)) {
    result <- result * sqrt(object$weights)
  }
  result <- naresid(object$na.action, result)
  if (type == "partial") result <- result + predict(object, type = "terms")
  result
}

#' Fitted values of a model
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' head(fitted(lm(dist ~ speed, cars)), 3)
fitted <- function(object, ...) UseMethod("fitted")

#' @rdname fitted
#' @examples
#' head(fitted.values(lm(dist ~ speed, cars)), 3)
fitted.values <- fitted

fitted.default <- function(object, ...) {
  values <- if ("fitted.values" %in% names(object)) object$fitted.values else object$fitted
  napredict(object$na.action, values)
}

#' Deviance of a model
#'
#' The residual sum of squares of a linear model.
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' deviance(lm(dist ~ speed, cars))
deviance <- function(object, ...) UseMethod("deviance")

deviance.default <- function(object, ...) object$deviance

deviance.lm <- function(object, ...) {
  residuals <- weighted.residuals(object)
  sum(residuals^2, na.rm = TRUE)
}

deviance.mlm <- function(object, ...) {
  residuals <- if (is.null(object$weights)) object$residuals
    else sqrt(object$weights) * object$residuals
  drop(rep.int(1, nrow(residuals)) %*% residuals^2)
}

deviance.glm <- function(object, ...) object$deviance

#' Residual degrees of freedom
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' df.residual(lm(dist ~ speed, cars))
df.residual <- function(object, ...) UseMethod("df.residual")

df.residual.default <- function(object, ...) object$df.residual

#' Covariance matrix of the coefficients
#'
#' @param object a fitted model or its summary.
#' @param ... further arguments for methods.
#' @examples
#' vcov(lm(dist ~ speed, cars))
vcov <- function(object, ...) UseMethod("vcov")

vcov.lm <- function(object, complete = TRUE, ...) {
  vcov.summary.lm(summary.lm(object, ...), complete = complete)
}

vcov.mlm <- function(object, complete = TRUE, ...) {
  summary <- summary(object)[[1L]]
  unscaled <- summary$cov.unscaled
  variance <- estVar(object)
  aliased <- summary$aliased
  if (complete) unscaled <- .vcov.aliased(aliased, unscaled, complete)
  result <- kronecker(variance, unscaled, make.dimnames = TRUE)
  result
}

vcov.summary.lm <- function(object, complete = TRUE, ...) {
  .vcov.aliased(object$aliased, object$sigma^2 * object$cov.unscaled,
                complete = complete)
}

vcov.glm <- function(object, complete = TRUE, ...) {
  vcov.summary.glm(summary.glm(object, ...), complete = complete)
}

vcov.summary.glm <- function(object, complete = TRUE, ...) {
  .vcov.aliased(object$aliased, object$cov.scaled, complete = complete)
}

vcov.aov <- function(object, complete = FALSE, ...) {
  vcov.lm(object, complete = complete, ...)
}

#' Covariances with aliased coefficients
#'
#' Returns the covariance matrix with rows and columns of NA for the aliased
#' coefficients.
#'
#' @param aliased a logical vector.
#' @param vc the covariance matrix of the others.
#' @param complete whether to add the aliased ones.
#' @examples
#' .vcov.aliased(c(a = FALSE, b = TRUE), matrix(1))
.vcov.aliased <- function(aliased, vc, complete = TRUE) {
  if (!complete || is.null(aliased) || !any(aliased)) return(vc)
  result <- matrix(NA_real_, length(aliased), length(aliased),
                   dimnames = list(names(aliased), names(aliased)))
  result[!aliased, !aliased] <- vc
  result
}

#' Confidence intervals of coefficients
#'
#' @param object a fitted model.
#' @param parm which coefficients; all if missing.
#' @param level the confidence level.
#' @param ... further arguments for methods.
#' @examples
#' confint(lm(dist ~ speed, cars))
confint <- function(object, parm, level = 0.95, ...) UseMethod("confint")

#' @rdname confint
#' @examples
#' confint.lm(lm(dist ~ speed, cars), "speed", level = 0.9)
confint.lm <- function(object, parm, level = 0.95, ...) {
  quantiles <- function(p) qt(p, object$df.residual)
  coefficient_intervals(object, if (missing(parm)) NULL else parm, level,
                        quantiles)
}

#' @rdname confint
#' @examples
#' confint.default(lm(dist ~ speed, cars))
confint.default <- function(object, parm, level = 0.95, ...) {
  coefficient_intervals(object, if (missing(parm)) NULL else parm, level,
                        qnorm)
}

coefficient_intervals <- function(object, parm, level, quantiles) {
  estimate <- coef(object)
  labels <- names(estimate)
  if (is.null(parm)) parm <- labels
  else if (is.numeric(parm)) parm <- labels[parm]
  tails <- (1 - level) / 2
  tails <- c(tails, 1 - tails)
  error <- sqrt(diag(vcov(object)))[parm]
  result <- array(NA_real_, c(length(parm), 2L),
                  list(parm, percent_labels(tails, 3)))
  result[] <- estimate[parm] + error %o% quantiles(tails)
  result
}

percent_labels <- function(probabilities, digits) {
  paste(format(100 * probabilities, trim = TRUE, scientific = FALSE,
               digits = digits), "%")
}

#' Number of observations of a fit
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' nobs(lm(dist ~ speed, cars))
nobs <- function(object, ...) UseMethod("nobs")

nobs.default <- function(object, use.fallback = FALSE, ...) {
  if (!use.fallback) stop("no 'nobs' method is available")
  if (is.list(object) && !is.null(weights <- object[["weights"]])) {
    sum(weights != 0)
  } else if (is.list(object) && !is.null(residuals <- object[["residuals"]])) {
    NROW(residuals)
  } else {
    warning("no 'nobs' method is available")
    0L
  }
}

nobs.lm <- function(object, ...) {
  if (is.null(object$weights)) NROW(object$residuals)
  else sum(object$weights != 0)
}

nobs.glm <- function(object, ...) {
  if (is.null(object$prior.weights)) length(object$residuals)
  else sum(object$prior.weights != 0)
}

nobs.logLik <- function(object, ...) {
  result <- attr(object, "nobs")
  if (is.null(result)) stop("no \"nobs\" attribute is available")
  result
}

#' Residual standard deviation
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' sigma(lm(dist ~ speed, cars))
sigma <- function(object, ...) UseMethod("sigma")

sigma.default <- function(object, use.fallback = TRUE, ...) {
  count <- nobs(object, use.fallback = use.fallback)
  sqrt(deviance(object, ...) / (count - sum(!is.na(coef(object)))))
}

sigma.mlm <- function(object, ...) {
  sqrt(colSums(object$residuals^2) / object$df.residual)
}

#' Model weights
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' weights(lm(dist ~ speed, cars, weights = speed))[1:3]
weights <- function(object, ...) UseMethod("weights")

weights.default <- function(object, ...) {
  naresid(object$na.action, object$weights)
}

weights.glm <- function(object, type = c("prior", "working"), ...) {
  type <- match.arg(type)
  values <- if (type == "prior") object$prior.weights else object$weights
  if (is.null(object$na.action)) values else naresid(object$na.action, values)
}

#' Weighted residuals
#'
#' @param obj a fitted model.
#' @param drop0 whether cases of weight zero are left out.
#' @examples
#' weighted.residuals(lm(dist ~ speed, cars))[1:2]
weighted.residuals <- function(obj, drop0 = TRUE) {
  weights <- weights(obj)
  residuals <- residuals(obj, type = "deviance")
  if (drop0 && !is.null(weights)) {
    if (is.matrix(residuals)) residuals[weights != 0, , drop = FALSE]
    else residuals[weights != 0]
  } else {
    residuals
  }
}

#' Names of cases and of variables
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' case.names(lm(dist ~ speed, cars[1:3, ]))
case.names <- function(object, ...) UseMethod("case.names")

case.names.default <- function(object, ...) rownames(object)

case.names.lm <- function(object, full = FALSE, ...) {
  weights <- weights(object)
  labels <- names(residuals(object))
  if (full || is.null(weights)) labels else labels[weights != 0]
}

#' @rdname case.names
#' @examples
#' variable.names(lm(dist ~ speed, cars))
variable.names <- function(object, ...) UseMethod("variable.names")

variable.names.default <- function(object, ...) colnames(object)

variable.names.lm <- function(object, full = FALSE, ...) {
  if (full) dimnames(qr.lm(object)$qr)[[2L]]
  else if (object$rank) dimnames(qr.lm(object)$qr)[[2L]][seq_len(object$rank)]
  else character()
}

#' Effects of a fit
#'
#' The orthogonal single-degree-of-freedom effects of a linear model.
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' effects(lm(dist ~ speed, cars))[1:2]
effects <- function(object, ...) UseMethod("effects")

effects.lm <- function(object, set.sign = FALSE, ...) {
  result <- object$effects
  if (is.null(result)) {
    stop("'object' has no 'effects' component")
  }
  if (set.sign) {
    estimates <- coef(object)
    if (is.matrix(estimates)) {
      rows <- seq_len(nrow(estimates))
      result[rows, ] <- abs(result[rows, ]) * sign(estimates)
    } else {
      rows <- seq_along(estimates)
      result[rows] <- abs(result[rows]) * sign(estimates)
    }
  }
  structure(result, assign = object$assign, class = "coef")
}

effects.glm <- function(object, ...) effects.lm(object, ...)

labels.lm <- function(object, ...) {
  labels <- attr(object$terms, "term.labels")
  labels[unique(object$assign)]
}

qr.lm <- function(x, ...) {
  if (is.null(decomposition <- x$qr)) {
    stop("lm object does not have a proper 'qr' component.\n Rank zero or should not have used lm(.., qr=FALSE).")
  }
  decomposition
}

#' Family of a model
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' family(lm(dist ~ speed, cars))
family <- function(object, ...) UseMethod("family")

family.lm <- function(object, ...) gaussian()

family.glm <- function(object, ...) object$family
