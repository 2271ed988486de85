#' Akaike's criterion for model search
#'
#' The equivalent degrees of freedom and the criterion, up to a constant.
#'
#' @param fit a fitted model.
#' @param scale the residual variance, if known.
#' @param k the penalty for each parameter.
#' @param ... further arguments for methods.
#' @examples
#' extractAIC(lm(dist ~ speed, cars))
extractAIC <- function(fit, scale, k = 2, ...) UseMethod("extractAIC")

extractAIC.lm <- function(fit, scale = 0, k = 2, ...) {
  count <- length(fit$residuals)
  freedom <- count - fit$df.residual
  squares <- deviance.lm(fit)
  value <- if (scale > 0) squares / scale - count
    else count * log(squares / count)
  c(freedom, value + k * freedom)
}

extractAIC.aov <- function(fit, scale = 0, k = 2, ...) {
  extractAIC.lm(fit, scale, k, ...)
}

extractAIC.glm <- function(fit, scale = 0, k = 2, ...) {
  freedom <- length(fit$residuals) - fit$df.residual
  c(freedom, fit$aic + (k - 2) * freedom)
}
