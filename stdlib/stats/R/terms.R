#' Terms of a model
#'
#' The terms object of a formula or a fitted model: the formula with attributes
#' `variables`, `factors`, `term.labels`, `order`, `intercept`, `response`.
#'
#' @param x a formula, a terms object or a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' attr(terms(y ~ a * b), "term.labels")
terms <- function(x, ...) UseMethod("terms")

terms.default <- function(x, ...) {
  result <- x$terms
  if (is.null(result)) result <- attr(x, "terms")
  if (is.null(result)) stop("no terms component nor attribute")
  result
}

terms.terms <- function(x, ...) x

#' Terms of a formula
#'
#' @param x a formula.
#' @param specials names of functions to be marked in the terms.
#' @param abb,neg.out not used.
#' @param data a data frame that gives the meaning of `.`.
#' @param keep.order whether terms keep their order instead of being sorted by
#'   degree.
#' @param simplify whether to expand and simplify the formula.
#' @param ... not used.
#' @param allowDotAsName whether `.` may be a variable.
#' @examples
#' terms.formula(y ~ (a + b)^2, simplify = TRUE)[[3]]
#' attr(terms.formula(y ~ ., data = data.frame(y = 1, u = 2)), "term.labels")
terms.formula <- function(x, specials = NULL, abb = NULL, data = NULL,
                          neg.out = TRUE, keep.order = FALSE, simplify = FALSE,
                          ..., allowDotAsName = FALSE) {
  if (!is.null(data) && !is.environment(data) && !is.data.frame(data)) {
    data <- as.data.frame(data, optional = TRUE)
  }
  result <- .Internal(
    termsFormula(x, specials, data, keep.order, allowDotAsName))
  if (simplify) {
    simple <- simplified_formula(result)
    environment(simple) <- environment(x)
    result <- .Internal(
      termsFormula(simple, specials, data, keep.order, allowDotAsName))
  }
  environment(result) <- environment(x)
  if (!inherits(x, "formula")) {
    class(result) <- c(oldClass(x), "terms", "formula")
  }
  result
}

# The formula with its terms written out one by one.
simplified_formula <- function(terms) {
  labels <- attr(terms, "term.labels")
  variables <- attr(terms, "variables")
  sides <- lapply(labels, str2lang)
  offsets <- attr(terms, "offset")
  sides <- c(sides, lapply(offsets, function(i) variables[[i + 1L]]))
  right <- if (length(sides)) sum_of_terms(sides)
  if (attr(terms, "intercept") == 0L) {
    right <- if (is.null(right)) quote(-1) else call("-", right, 1)
  } else if (is.null(right)) {
    right <- 1
  }
  result <- if (attr(terms, "response")) {
    call("~", variables[[attr(terms, "response") + 1L]], right)
  } else {
    call("~", right)
  }
  class(result) <- "formula"
  result
}

print.terms <- function(x, ...) {
  print.default(unclass(x), ...)
  invisible(x)
}

labels.terms <- function(object, ...) attr(object, "term.labels")

#' Terms without the response
#'
#' @param termobj a terms object.
#' @examples
#' formula(delete.response(terms(y ~ x)))
delete.response <- function(termobj) {
  attributes <- attributes(termobj)
  response <- attributes$response
  if (response) {
    attributes$response <- 0
    attributes$variables <- attributes$variables[-(1 + response)]
    attributes$predvars <- attributes$predvars[-(1 + response)]
    if (length(attributes$factors)) {
      attributes$factors <- attributes$factors[-response, , drop = FALSE]
    }
    if (length(attributes$offset)) {
      attributes$offset <-
        ifelse(attributes$offset > response, attributes$offset - 1,
               attributes$offset)
    }
    if (length(attributes$dataClasses)) {
      attributes$dataClasses <- attributes$dataClasses[-response]
    }
    termobj[[2L]] <- NULL
    attributes(termobj) <- attributes
  }
  termobj
}

#' Drop terms
#'
#' @param termobj a terms object.
#' @param dropx positions of the terms to drop.
#' @param keep.response whether the response stays.
#' @examples
#' formula(drop.terms(terms(y ~ a + b + c), 2, keep.response = TRUE))
drop.terms <- function(termobj, dropx = NULL, keep.response = FALSE) {
  if (is.null(dropx)) {
    return(if (keep.response) termobj else delete.response(termobj))
  }
  if (!inherits(termobj, "terms")) {
    stop(gettextf("'termobj' must be a object of class %s", dQuote("terms")),
         domain = NA)
  }
  response <- if (keep.response && attr(termobj, "response")) termobj[[2L]]
  labels <- attr(termobj, "term.labels")[-dropx]
  simple <- if (length(labels)) {
    reformulate(labels, response, attr(termobj, "intercept"),
                environment(termobj))
  } else {
    reformulate(as.character(attr(termobj, "intercept")), response, TRUE,
                environment(termobj))
  }
  result <- terms(simple, specials = names(attr(termobj, "specials")))
  keep_predvars(termobj, result, -dropx, keep.response)
}

# Carries over predvars and data classes for the variables that remain.
keep_predvars <- function(old, new, kept, keep.response) {
  if (is.null(attr(old, "predvars")) && is.null(attr(old, "dataClasses"))) {
    return(new)
  }
  name <- function(terms) {
    vapply(as.list(attr(terms, "variables"))[-1L], deparse1, "")
  }
  position <- match(name(new), name(old))
  if (!is.null(attr(old, "predvars"))) {
    attr(new, "predvars") <- attr(old, "predvars")[c(1L, position + 1L)]
  }
  if (!is.null(attr(old, "dataClasses"))) {
    attr(new, "dataClasses") <- attr(old, "dataClasses")[position]
  }
  new
}

`[.terms` <- function(termobj, i) {
  x <- termobj
  response <- if (attr(x, "response")) x[[2L]]
  labels <- attr(x, "term.labels")[i]
  if (!length(labels)) labels <- "1"
  simple <- reformulate(labels, response, attr(x, "intercept"), environment(x))
  result <- terms(simple, specials = names(attr(x, "specials")))
  keep_predvars(x, result, i, TRUE)
}

#' Mark an offset in a model formula
#'
#' @param object the offset, returned as it is.
#' @examples
#' offset(1:3)
offset <- function(object) object

#' Is a model empty
#'
#' TRUE if the model has neither terms nor an intercept.
#'
#' @param x a terms object or something that has one.
#' @examples
#' is.empty.model(y ~ 0)
is.empty.model <- function(x) {
  terms <- terms(x)
  length(attr(terms, "factors")) == 0L && attr(terms, "intercept") == 0L
}
