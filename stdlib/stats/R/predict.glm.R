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
  omitted <- object$na.action
  object$na.action <- NULL
  if (!se.fit) {
    if (is.null(newdata)) {
      result <- switch(
        type,
        link = object$linear.predictors,
        response = object$fitted.values,
        terms = predict.lm(object, se.fit = FALSE, scale = 1, type = "terms",
                           terms = terms))
      return(if (is.null(omitted)) result else napredict(omitted, result))
    }
    result <- predict.lm(object, newdata, se.fit = FALSE, scale = 1,
                         type = if (type == "link") "response" else type,
                         terms = terms, na.action = na.action)
    return(switch(type, response = object$family$linkinv(result),
                  link = , terms = result))
  }
  if (inherits(object, "survreg")) dispersion <- 1
  if (is.null(dispersion) || dispersion == 0) {
    dispersion <- summary(object, dispersion = dispersion)$dispersion
  }
  scale <- as.vector(sqrt(dispersion))
  result <- predict.lm(object, if (is.null(newdata)) NULL else newdata,
                       se.fit = TRUE, scale = scale,
                       type = if (type == "link") "response" else type,
                       terms = terms, na.action = na.action)
  fit <- result$fit
  error <- result$se.fit
  if (type == "response") {
    error <- error * abs(object$family$mu.eta(fit))
    fit <- object$family$linkinv(fit)
  }
  if (!is.null(omitted) && is.null(newdata)) {
    fit <- napredict(omitted, fit)
    error <- napredict(omitted, error)
  }
  list(fit = fit, se.fit = error, residual.scale = scale)
}
