#' Predictions from a generalized linear model
#'
#' @param object a generalized linear model.
#' @param newdata new values of the variables; the fitted ones if missing.
#' @param type `"link"`, `"response"` or `"terms"`.
#' @param se.fit whether to give standard errors.
#' @param dispersion the dispersion, estimated if NULL.
#' @param terms which terms.
#' @param na.action what to do with missing values in `newdata`.
#' @param ... not used.
#' @examples
#' fit <- glm(am ~ wt, binomial, mtcars)
#' predict.glm(fit, data.frame(wt = 3), type = "response")
predict.glm <- function(object, newdata = NULL,
                        type = c("link", "response", "terms"), se.fit = FALSE,
                        dispersion = NULL, terms = NULL, na.action = na.pass,
                        ...) {
  type <- match.arg(type)
  # Cases that the fit omitted come back as missing values.
  padded <- function(values) {
    if (is.null(newdata)) napredict(omitted, values) else values
  }
  omitted <- object$na.action
  object$na.action <- NULL
  if (!se.fit) {
    if (is.null(newdata) && type == "link") return(padded(object$linear.predictors))
    if (is.null(newdata) && type == "response") return(padded(object$fitted.values))
    values <- predict.lm(object, newdata, se.fit, scale = 1,
                         type = if (type == "link") "response" else type,
                         terms = terms, na.action = na.action)
    return(padded(if (type == "response") object$family$linkinv(values) else values))
  }
  if (is.null(dispersion)) dispersion <- summary(object)$dispersion
  residual.scale <- sqrt(as.vector(dispersion))
  parts <- predict.lm(object, newdata, se.fit, scale = residual.scale,
                      type = if (type == "link") "response" else type,
                      terms = terms, na.action = na.action)
  fit <- parts$fit
  error <- parts$se.fit
  if (type == "response") {
    error <- error * abs(object$family$mu.eta(fit))
    fit <- object$family$linkinv(fit)
  }
  list(fit = padded(fit), se.fit = padded(error), residual.scale = residual.scale)
}
