#' Model formulae
#'
#' Extracts the formula of an object, or makes one from text, a call or a data
#' frame. Returns an object of class `"formula"`.
#'
#' @param x a formula, a fitted model, a character string or a data frame.
#' @param ... further arguments for methods.
#' @examples
#' formula("y ~ x")
#' formula(data.frame(y = 1, a = 2, b = 3))
formula <- function(x, ...) UseMethod("formula")

formula.default <- function(x = NULL, env = parent.frame(), ...) {
  if (is.list(x) && !is.null(x$formula)) {
    eval(x$formula)
  } else if (is.list(x) && !is.null(x$terms)) {
    formula.terms(x$terms)
  } else if (is.list(x) && !is.null(x$call$formula)) {
    eval(x$call$formula)
  } else if (!is.null(attr(x, "formula"))) {
    attr(x, "formula")
  } else {
    result <- switch(
      mode(x),
      `NULL` = structure(list(), class = "formula"),
      character = formula.character(x, env),
      call = eval(x),
      `(` = eval(x),
      symbol = ,
      stop("invalid formula")
    )
    if (!inherits(result, "formula")) stop("invalid formula")
    environment(result) <- env
    result
  }
}

formula.formula <- function(x, ...) x

formula.terms <- function(x, ...) {
  environment <- environment(x)
  attributes(x) <- list(class = "formula")
  environment(x) <- if (is.null(environment)) globalenv() else environment
  x
}

formula.character <- function(x, env = parent.frame(), ...) {
  parsed <- str2expression(paste(x, collapse = "\n"))
  if (length(parsed) != 1L) {
    warning("Using formula(x) is deprecated when x is a character vector of ",
            "length > 1.\n  Consider formula(paste(x, collapse = \" \")) instead.")
    parsed <- str2expression(paste(x, collapse = " "))
  }
  result <- parsed[[1L]]
  if (is.call(result) && identical(result[[1L]], as.name("="))) {
    result <- result[[3L]]
  }
  result <- eval(result, env)
  if (!inherits(result, "formula")) stop("invalid formula")
  environment(result) <- env
  result
}

formula.data.frame <- function(x, ...) {
  if (ncol(x) == 0L) stop("cannot create a formula from a zero-column data frame")
  variables <- lapply(names(x), as.name)
  result <- if (length(variables) > 1L) {
    call("~", variables[[1L]], sum_of_terms(variables[-1L]))
  } else {
    call("~", variables[[1L]])
  }
  result <- eval(result)
  environment(result) <- parent.frame()
  result
}

formula.lm <- function(x, ...) {
  if (!is.null(x$formula)) formula(x$formula) else formula(x$terms)
}

formula.glm <- function(x, ...) {
  if (is.null(x$formula)) formula(x$terms)
  else {
    result <- formula(x$terms)
    environment(result) <- environment(x$formula)
    result
  }
}

#' Coerce to a formula
#'
#' Returns `object` as a formula; text and calls become one in `env`.
#'
#' @param object a formula, text, a call or a fitted model.
#' @param env the environment of a newly made formula.
#' @examples
#' as.formula("dist ~ speed")
as.formula <- function(object, env = parent.frame()) {
  if (inherits(object, "formula")) {
    object
  } else {
    result <- formula(object, env = baseenv())
    if (identical(environment(result), baseenv())) environment(result) <- env
    result
  }
}

#' Convert to a one-sided formula
#'
#' Names, calls and text become the right-hand side of a formula.
#'
#' @param object a one-sided formula, a call, a number, a name or a string.
#' @examples
#' asOneSidedFormula("age")
asOneSidedFormula <- function(object) {
  if (is.call(object) && identical(object[[1L]], as.name("~"))) {
    if (length(object) > 2L) {
      stop(gettextf("formula '%s' must be of the form '~expr'",
                    paste(deparse(as.vector(object)), collapse = "\n")),
           domain = NA)
    }
    return(object)
  }
  side <- switch(
    mode(object),
    name = , numeric = , call = , `(` = object,
    character = as.name(object),
    expression = object[[1L]],
    stop(gettextf("'%s' cannot be of mode '%s'",
                  deparse1(substitute(object)), mode(object)), domain = NA)
  )
  result <- eval(call("~", side))
  environment(result) <- parent.frame()
  result
}

#' Make a formula from term labels
#'
#' Returns a formula whose right-hand side is the sum of `termlabels`.
#'
#' @param termlabels a character vector: the right-hand side.
#' @param response a string, name or call for the left-hand side, or NULL.
#' @param intercept whether the formula has an intercept.
#' @param env the environment of the formula.
#' @examples
#' reformulate(c("x", "a:b"), response = "y")
#' reformulate("x", intercept = FALSE)
reformulate <- function(termlabels, response = NULL, intercept = TRUE,
                        env = parent.frame()) {
  if (!is.character(termlabels) || !length(termlabels)) {
    stop("'termlabels' must be a character vector of length at least one")
  }
  right <- paste(termlabels, collapse = " + ")
  if (!intercept) right <- paste(right, "- 1")
  right <- str2lang(right)
  if (is.character(response)) {
    response <- tryCatch(str2lang(response), error = function(e) {
      name <- as.name(response)
      warning(gettextf("Unparseable 'response' \"%s\"; use is deprecated.  Use as.name(.) or `..`!",
                       response), call. = FALSE, domain = NA)
      name
    })
  }
  result <- if (is.null(response)) call("~", right) else call("~", response, right)
  class(result) <- "formula"
  environment(result) <- env
  result
}

#' Formula of a data frame's columns
#'
#' The first column is the response; returns a formula.
#'
#' @param x a data frame.
#' @param env the environment of the formula.
#' @examples
#' DF2formula(data.frame(y = 1:2, x = 3:4))
DF2formula <- function(x, env = parent.frame()) {
  variables <- lapply(names(x), as.name)
  result <- if (length(variables) > 1L) {
    call("~", variables[[1L]], sum_of_terms(variables[-1L]))
  } else if (length(variables) == 1L) {
    call("~", variables[[1L]])
  } else {
    stop("cannot create a formula from a zero-column data frame")
  }
  class(result) <- "formula"
  environment(result) <- env
  result
}

print.formula <- function(x, showEnv = !identical(e, .GlobalEnv), ...) {
  e <- environment(x)
  bare <- x
  attr(bare, ".Environment") <- NULL
  print.default(unclass(bare), ...)
  if (showEnv && !is.null(e)) print(e)
  invisible(x)
}

`[.formula` <- function(x, i) {
  result <- NextMethod("[")
  if (length(result) == 0L || identical(result[[1L]], as.name("~"))) {
    class(result) <- "formula"
    environment(result) <- environment(x)
  } else {
    attr(result, ".Environment") <- NULL
    class(result) <- NULL
  }
  result
}

#' Update a formula or refit a model
#'
#' `update` changes the formula or the arguments of a fitted model and fits it
#' again; for a formula, `.` stands for the corresponding old side.
#'
#' @param object a fitted model or a formula.
#' @param ... further arguments of the call, or of methods.
#' @examples
#' update(y ~ x, . ~ . + z)
#' fit <- lm(dist ~ speed, cars)
#' update(fit, sqrt(.) ~ .)
update <- function(object, ...) UseMethod("update")

#' @rdname update
#' @param formula. the changes to the formula.
#' @param evaluate whether to evaluate the new call or return it.
#' @examples
#' update.default(lm(dist ~ speed, cars), evaluate = FALSE)
update.default <- function(object, formula., ..., evaluate = TRUE) {
  call <- getCall(object)
  if (is.null(call)) stop("need an object with call component")
  extras <- match.call(expand.dots = FALSE)$...
  if (!missing(formula.)) call$formula <- update.formula(formula(object), formula.)
  for (name in names(extras)) {
    if (name %in% names(call)) {
      call[[name]] <- extras[[name]]
    } else {
      call <- as.call(c(as.list(call), extras[name]))
    }
  }
  if (evaluate) eval(call, parent.frame()) else call
}

#' @rdname update
#' @param old,new formulae.
#' @examples
#' update.formula(y ~ x + z, log(.) ~ . - z)
update.formula <- function(old, new, ...) {
  old <- as.formula(old)
  new <- as.formula(new)
  fill <- function(side, with) {
    do.call(substitute, list(side, list(. = parenthesise(with))))
  }
  right <- old[[length(old)]]
  if (length(new) == 3L) {
    changed <- new
    if (length(old) == 3L) changed[[2L]] <- fill(new[[2L]], old[[2L]])
    changed[[3L]] <- fill(new[[3L]], right)
  } else {
    changed <- if (length(old) == 3L) {
      call("~", old[[2L]], fill(new[[2L]], right))
    } else {
      call("~", fill(new[[2L]], right))
    }
  }
  attributes(changed) <- list(class = "formula")
  environment(changed) <- environment(old)
  result <- formula.terms(terms.formula(changed, simplify = TRUE))
  environment(result) <- environment(old)
  result
}

#' The call of a fitted model
#'
#' @param x a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' getCall(lm(dist ~ speed, cars))
getCall <- function(x, ...) UseMethod("getCall")

getCall.default <- function(x, ...) {
  if (is.list(x)) x$call
}

# Calls are put in parentheses so that they keep together where they land.
parenthesise <- function(x) {
  if (is.call(x) && !identical(x[[1L]], as.name("("))) call("(", x) else x
}

# a + b + c as a call.
sum_of_terms <- function(terms) {
  Reduce(function(left, right) call("+", left, right), terms)
}
