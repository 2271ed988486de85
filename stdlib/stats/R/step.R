#' Choose a model by stepwise search
#'
#' Adds and drops terms as long as Akaike's criterion falls. Returns the model
#' with the search in its component `anova`.
#'
#' @param object a fitted model.
#' @param scope a formula, or a list of formulae `lower` and `upper`.
#' @param scale the residual variance, if known.
#' @param direction `"both"`, `"backward"` or `"forward"`.
#' @param trace whether to print each step.
#' @param keep a function of the model and its criterion.
#' @param steps the largest number of steps.
#' @param k the penalty for each parameter.
#' @param ... passed on to `extractAIC`.
#' @examples
#' step(lm(Fertility ~ Examination + Education + Catholic, swiss), trace = 0)
step <- function(object, scope, scale = 0,
                 direction = c("both", "backward", "forward"), trace = 1,
                 keep = NULL, steps = 1000, k = 2, ...) {
  limits <- step_limits(object, scope, missing(direction),
                        if (missing(direction)) "both" else match.arg(direction),
                        missing(scope))
  count <- nobs(object, use.fallback = TRUE)
  fit <- object
  current <- extractAIC(fit, scale, k = k, ...)
  if (is.na(current[2L])) stop("AIC is not defined for this model, so 'step' cannot proceed")
  if (current[2L] == -Inf) stop("AIC is -infinity for this model, so 'step' cannot proceed")
  history <- list(list(deviance = step_deviance(fit), df.resid = count - current[1L],
                       change = "", AIC = current[2L]))
  kept <- if (!is.null(keep)) list(keep(fit, current[2L]))
  if (trace) print_step("Start:", fit, current[2L])
  criterion <- if (scale > 0) "Cp" else "AIC"
  while (steps > 0) {
    steps <- steps - 1
    table <- step_candidates(fit, limits, scale, trace, k, ...)
    if (is.null(table)) break
    criterion <- intersect(c("AIC", "Cp"), names(table))[1L]
    ordered <- order(table[, criterion])
    if (trace) {
      attr(table, "heading") <- NULL
      print(table[ordered, ])
    }
    if (ordered[1L] == 1L) break
    change <- rownames(table)[ordered[1L]]
    fit <- update(fit, as.formula(paste("~ .", change)), evaluate = FALSE)
    fit <- eval(fit, environment(formula(object)), parent.frame())
    if (nobs(fit, use.fallback = TRUE) != count) {
      stop("number of rows in use has changed: remove missing values?")
    }
    old <- current[2L]
    current <- extractAIC(fit, scale, k = k, ...)
    if (trace) print_step("\nStep:", fit, current[2L])
    if (current[2L] >= old + 1e-7) break
    history <- c(history, list(list(
      deviance = step_deviance(fit), df.resid = count - current[1L],
      change = change, AIC = current[2L])))
    if (!is.null(keep)) kept <- c(kept, list(keep(fit, current[2L])))
  }
  if (!is.null(keep)) fit$keep <- do.call(cbind, kept)
  step_result(fit, object, history)
}

step_deviance <- function(fit) {
  value <- deviance(fit)
  if (is.null(value)) extractAIC(fit, k = 0)[2L] else value
}

print_step <- function(title, fit, criterion) {
  cat(title, "  AIC=", format(round(criterion, 2)), "\n",
      paste(deparse(formula(fit), 60L), collapse = "\n"), "\n\n", sep = "")
}

step_limits <- function(object, scope, no_direction, direction, no_scope) {
  backward <- direction == "both" || direction == "backward"
  forward <- direction == "both" || direction == "forward"
  lower <- numeric()
  upper <- attr(terms(object), "factors")
  if (no_scope) {
    if (direction == "both") forward <- FALSE
    upper <- if (direction == "forward") upper else NULL
    return(list(lower = lower, upper = attr(terms(object), "factors"),
                backward = backward, forward = FALSE))
  }
  if (is.list(scope)) {
    if (!is.null(scope$lower)) {
      lower <- attr(terms(update.formula(object, scope$lower)), "factors")
    }
    if (!is.null(scope$upper)) {
      upper <- attr(terms(update.formula(object, scope$upper)), "factors")
    }
  } else {
    upper <- attr(terms(update.formula(object, scope)), "factors")
  }
  list(lower = lower, upper = upper, backward = backward, forward = forward)
}

# The table of all single moves; NULL if there is none.
step_candidates <- function(fit, limits, scale, trace, k, ...) {
  factors <- attr(terms(fit), "factors")
  scope <- factor.scope(factors, list(add = limits$upper, drop = limits$lower))
  table <- NULL
  if (limits$backward && length(scope$drop)) {
    table <- drop1(fit, scope$drop, scale = scale, trace = trace, k = k, ...)
    names <- rownames(table)
    rownames(table) <- c(names[1L], paste("-", names[-1L]))
    empty <- if (is.null(table$Df)) FALSE else table$Df == 0 & !is.na(table$Df)
    if (any(empty)) table <- table[c(1L, which(empty)), ]
    if (any(empty)) return(table)
  }
  if (limits$forward && length(scope$add)) {
    added <- add1(fit, scope$add, scale = scale, trace = trace, k = k, ...)
    names <- rownames(added)
    rownames(added) <- c(names[1L], paste("+", names[-1L]))
    table <- if (is.null(table)) added else rbind(table, added[-1L, , drop = FALSE])
  }
  if (is.null(table)) return(NULL)
  usable <- is.na(table$Df) | table$Df != 0
  if (is.null(table$Df)) table else table[usable, ]
}

step_result <- function(fit, object, history) {
  changes <- vapply(history, function(step) step$change, "")
  residual <- vapply(history, function(step) step$df.resid, 0)
  deviances <- vapply(history, function(step) step$deviance, 0)
  criteria <- vapply(history, function(step) step$AIC, 0)
  table <- data.frame(Step = I(changes), Df = c(NA, diff(residual)),
                      Deviance = c(NA, abs(diff(deviances))), `Resid. Df` = residual,
                      `Resid. Dev` = deviances, AIC = criteria,
                      check.names = FALSE)
  attr(table, "heading") <- c(
    "Stepwise Model Path \nAnalysis of Deviance Table", "\nInitial Model:",
    deparse(formula(object)), "\nFinal Model:", deparse(formula(fit)), "\n")
  fit$anova <- table
  fit
}
