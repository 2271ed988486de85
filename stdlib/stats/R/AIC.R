#' Information criteria
#'
#' Akaike's and the Bayesian information criterion of one model, or a data
#' frame of those of several.
#'
#' @param object a fitted model.
#' @param ... more fitted models.
#' @param k the penalty for each parameter.
#' @examples
#' fit <- lm(dist ~ speed, cars)
#' AIC(fit)
#' AIC(fit, lm(dist ~ 1, cars))
AIC <- function(object, ..., k = 2) UseMethod("AIC")

AIC.logLik <- function(object, ..., k = 2) {
  -2 * as.numeric(object) + k * attr(object, "df")
}

AIC.default <- function(object, ..., k = 2) {
  logLik <- known_to_stats4("logLik")
  if (!...length()) return(AIC(logLik(object), k = k))
  likelihoods <- lapply(list(object, ...), logLik)
  warn_different_cases(likelihoods)
  values <- vapply(likelihoods, as.numeric, 0)
  freedoms <- vapply(likelihoods, function(x) as.numeric(attr(x, "df")), 0)
  data.frame(df = freedoms, AIC = -2 * values + k * freedoms,
             row.names = model_labels(sys.call(-1L), match.call()))
}

#' @rdname AIC
#' @examples
#' BIC(lm(dist ~ speed, cars))
BIC <- function(object, ...) UseMethod("BIC")

BIC.logLik <- function(object, ...) {
  -2 * as.numeric(object) + attr(object, "df") * log(nobs(object))
}

BIC.default <- function(object, ...) {
  logLik <- known_to_stats4("logLik")
  nobs <- known_to_stats4("nobs")
  if (!...length()) return(BIC(logLik(object)))
  likelihoods <- lapply(list(object, ...), logLik)
  warn_different_cases(likelihoods)
  values <- vapply(likelihoods, as.numeric, 0)
  freedoms <- vapply(likelihoods, function(x) as.numeric(attr(x, "df")), 0)
  counts <- vapply(likelihoods, function(x) as.numeric(nobs(x)), 0)
  data.frame(df = freedoms, BIC = -2 * values + freedoms * log(counts),
             row.names = model_labels(sys.call(-1L), match.call()))
}

# A generic function, the S4 generic of stats4 if that is loaded.
known_to_stats4 <- function(name) {
  get(name, envir = asNamespace(if (isNamespaceLoaded("stats4")) "stats4" else "stats"))
}

warn_different_cases <- function(likelihoods) {
  counts <- unlist(lapply(likelihoods, function(x) attr(x, "nobs")))
  if (length(unique(counts)) > 1L) {
    warning("models are not all fitted to the same number of observations",
            call. = FALSE)
  }
}

# The models as the user wrote them, for the rows of a table.
model_labels <- function(outer, matched) {
  matched$k <- NULL
  as.character(matched[-1L])
}
