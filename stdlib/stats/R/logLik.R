#' Log-likelihood of a model
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' logLik(lm(dist ~ speed, cars))
logLik <- function(object, ...) UseMethod("logLik")

logLik.logLik <- function(object, ...) object

logLik.lm <- function(object, REML = FALSE, ...) {
  if (inherits(object, "mlm")) {
    stop("'logLik.lm' does not support multiple responses")
  }
  residuals <- object$residuals
  rank <- object$rank
  count <- length(residuals)
  weights <- object$weights
  if (is.null(weights)) weights <- rep.int(1, count)
  else {
    used <- weights != 0
    residuals <- residuals[used]
    weights <- weights[used]
    count <- sum(used)
  }
  total <- count
  if (REML) count <- count - rank
  value <- (sum(log(weights)) - count *
    (log(2 * pi) + 1 - log(count) + log(sum(weights * residuals^2)))) / 2
  if (REML) {
    value <- value - sum(log(abs(diag(object$qr$qr)[seq_len(rank)])))
  }
  structure(value, nall = total, nobs = count, df = rank + 1,
            class = "logLik")
}

logLik.glm <- function(object, ...) {
  if (!missing(...)) warning("extra arguments discarded")
  family <- family(object)$family
  rank <- object$rank
  if (family %in% c("gaussian", "Gamma", "inverse.gaussian")) rank <- rank + 1
  structure(rank - object$aic / 2, nobs = sum(!is.na(object$residuals)),
            df = rank, class = "logLik")
}

print.logLik <- function(x, digits = getOption("digits"), ...) {
  cat("'log Lik.' ", paste(format(c(x), digits = digits), collapse = ", "),
      " (df=", format(attr(x, "df")), ")\n", sep = "")
  invisible(x)
}

str.logLik <- function(object, digits = max(2L, getOption("digits") - 3L),
                       vec.len = getOption("str")$vec.len, ...) {
  cat("Class 'logLik' : ", paste(format(c(object), digits = digits), collapse = ", "),
      " (df=", format(attr(object, "df")), ")\n", sep = "")
}

as.data.frame.logLik <- function(x, ...) as.data.frame(c(x), ...)
