print.htest <- function(x, digits = getOption("digits"), prefix = "\t", ...) {
  cat("\n")
  cat(strwrap(x$method, prefix = prefix), sep = "\n")
  cat("\n")
  cat("data:  ", x$data.name, "\n", sep = "")
  parts <- character()
  if (!is.null(x$statistic)) {
    parts <- c(parts, paste(names(x$statistic), "=",
                            format(x$statistic, digits = max(1L, digits - 2L))))
  }
  if (!is.null(x$parameter)) {
    parts <- c(parts, paste(names(x$parameter), "=",
                            format(x$parameter, digits = max(1L, digits - 2L))))
  }
  if (!is.null(x$p.value)) {
    p <- format.pval(x$p.value, digits = max(1L, digits - 3L))
    parts <- c(parts, paste("p-value", if (startsWith(p, "<")) p else paste("=", p)))
  }
  cat(strwrap(paste(parts, collapse = ", ")), sep = "\n")
  if (!is.null(x$alternative)) print_alternative(x, digits, ...)
  if (!is.null(x$conf.int)) {
    cat(format(100 * attr(x$conf.int, "conf.level")),
        " percent confidence interval:\n", " ",
        paste(format(x$conf.int[1:2], digits = digits), collapse = " "), "\n",
        sep = "")
  }
  if (!is.null(x$estimate)) {
    cat("sample estimates:\n")
    print(x$estimate, digits = digits, ...)
  }
  cat("\n")
  invisible(x)
}

print_alternative <- function(x, digits, ...) {
  cat("alternative hypothesis: ")
  if (is.null(x$null.value)) {
    cat(x$alternative, "\n", sep = "")
  } else if (length(x$null.value) == 1L) {
    side <- switch(x$alternative, two.sided = "not equal to",
                   less = "less than", greater = "greater than")
    cat("true ", names(x$null.value), " is ", side, " ", x$null.value, "\n",
        sep = "")
  } else {
    cat(x$alternative, "\nnull values:\n", sep = "")
    print(x$null.value, digits = digits, ...)
  }
}

# An interval with its level, as htest objects keep it.
with_level <- function(interval, level) {
  attr(interval, "conf.level") <- level
  interval
}

check_level <- function(level) {
  if (length(level) != 1L || !is.finite(level) || level < 0 || level > 1) {
    stop(simpleError("'conf.level' must be a single number between 0 and 1",
                     sys.call(-1L)))
  }
}

# The model frame of a test's formula method.
samples_of_formula <- function(call, frame) {
  call <- call[c(1L, match(c("formula", "data", "subset", "na.action"),
                           names(call), 0L))]
  call[[1L]] <- quote(stats::model.frame)
  model <- eval(call, frame)
  list(frame = model, names = paste(names(model), collapse = " by "))
}

#' Pairs of values in test formulae
#'
#' @param x,y numeric vectors of the same length.
#' @examples
#' Pair(1:2, 3:4)
Pair <- function(x, y) {
  result <- cbind(x, y)
  class(result) <- "Pair"
  result
}

# The samples of a formula method: one sample for `y ~ 1`, pairs for
# `Pair(x, y) ~ 1`, else the two groups of the response.
samples_for_test <- function(formula, call, frame) {
  fail <- function(message) stop(simpleError(message, sys.call(-2L)))
  labels <- attr(terms(formula[-2L]), "term.labels")
  if (length(labels) > 1L) fail("'formula' missing or incorrect")
  model <- samples_of_formula(call, frame)
  response <- model$frame[[1L]]
  if (!length(labels)) {
    paired <- inherits(response, "Pair")
    return(list(data = if (paired) list(response[, 1L], response[, 2L]) else list(response),
                paired = paired, name = names(model$frame)[1L]))
  }
  group <- factor(model$frame[[2L]])
  if (nlevels(group) != 2L) fail("grouping factor must have exactly 2 levels")
  list(data = split(response, group), paired = FALSE, name = model$names,
       levels = levels(group))
}
