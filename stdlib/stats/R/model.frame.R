#' The variables of a model
#'
#' Evaluates the variables of a formula and returns them as a data frame with
#' a `terms` attribute, after `subset` and the treatment of missing values.
#'
#' @param formula a formula, a terms object or a fitted model.
#' @param ... further arguments for methods; in the default method, extra
#'   variables such as `weights`.
#' @examples
#' model.frame(dist ~ log(speed), cars, subset = speed > 23)
model.frame <- function(formula, ...) UseMethod("model.frame")

#' @rdname model.frame
#' @param data a data frame, list or environment with the variables.
#' @param subset which cases to use.
#' @param na.action a function that treats missing values.
#' @param drop.unused.levels whether factors lose levels not used.
#' @param xlev a named list of the levels of factors.
#' @examples
#' model.frame.default(dist ~ 1, cars, subset = 1:2)
model.frame.default <- function(formula, data = NULL, subset = NULL,
                                na.action = na.fail,
                                drop.unused.levels = FALSE, xlev = NULL, ...) {
  newdata <- !missing(data) && is.data.frame(data) &&
    identical(substitute(data), quote(newdata)) && nrow(data) > 0L
  if (!missing(formula) && nargs() == 1 && is.list(formula) &&
      !is.data.frame(formula)) {
    kept <- formula$model
    if (!is.null(kept)) return(kept)
    if (!is.null(formula$terms) && !is.null(formula$call)) {
      return(model_frame_of_fit(formula, parent.frame()))
    }
  }
  if (missing(formula) || is.data.frame(formula)) {
    # A data frame alone: all of its columns, or the model frame it is.
    if (!missing(formula)) data <- formula
    if (is.data.frame(data) && length(attr(data, "terms"))) return(data)
    formula <- as.formula(data)
    alone <- FALSE
  } else {
    formula <- as.formula(formula)
    alone <- missing(data)
  }
  if (missing(na.action)) na.action <- default_na_action(data)
  data <- if (alone) environment(formula) else variables_source(data)
  if (!inherits(formula, "terms")) formula <- terms(formula, data = data)
  env <- environment(formula)
  row_names <- .row_names_info(data, 0L)
  predvars <- attr(formula, "predvars")
  if (is.null(predvars)) predvars <- attr(formula, "variables")
  names <- variable_labels(formula)
  variables <- eval(predvars, data, env)
  names(variables) <- names
  if (is.null(attr(formula, "predvars"))) {
    attr(formula, "predvars") <-
      prediction_variables(predvars, variables, names)
  }
  extras <- eval(substitute(list(...)), data, env)
  extras <- extras[!vapply(extras, is.null, NA)]
  if (length(extras)) names(extras) <- paste0("(", names(extras), ")")
  subset <- eval(substitute(subset), data, env)
  result <- frame_of_variables(c(variables, extras), row_names, subset)
  attr(result, "terms") <- formula
  result <- apply_na_action(na.action, result)
  if (length(xlev)) {
    result <- with_levels(result, xlev)
  } else if (drop.unused.levels) {
    result <- without_unused_levels(result)
  }
  attr(formula, "dataClasses") <- vapply(result, .MFclass, "")
  attr(result, "terms") <- formula
  if (newdata) {
    rows <- .row_names_info(data, 2L)
    if (nrow(result) != rows && is.null(na.action(result))) {
      warning(sprintf(ngettext(rows,
        "'newdata' had %d row but variables found have %d row%s",
        "'newdata' had %d rows but variables found have %d row%s"),
        rows, nrow(result), if (nrow(result) == 1L) "" else "s"),
        call. = FALSE, domain = NA)
    }
  }
  result
}

# What variables may be taken from: a data frame, a list or an environment.
variables_source <- function(data) {
  if (is.array(data)) {
    stop(simpleError("'data' must be a data.frame, not a matrix or an array", model_frame_call()))
  }
  plain <- is.data.frame(data) || is.environment(data) ||
    is.null(attr(data, "class"))
  if (plain) data else as.data.frame(data)
}

# Evaluates the model frame of a fit that did not keep it.
model_frame_of_fit <- function(fit, frame) {
  call <- fit$call
  arguments <- match(
    c("formula", "data", "subset", "weights", "na.action", "offset"),
    names(call), 0L)
  call <- call[c(1L, arguments)]
  call[[1L]] <- quote(stats::model.frame)
  enclosure <- environment(fit$terms)
  if (is.null(enclosure)) enclosure <- frame
  eval(call, enclosure)
}

default_na_action <- function(data) {
  own <- attr(data, "na.action")
  if (!is.null(own) && mode(own) != "numeric") {
    own
  } else if (!is.null(own <- getOption("na.action"))) {
    own
  } else {
    na.fail
  }
}

# The calls that evaluate the variables again for new data: those such as
# poly() carry what they learnt from the old.
prediction_variables <- function(description, variables, names) {
  result <- description
  for (i in seq_along(names)) {
    result[[i + 1L]] <- makepredictcall(variables[[i]], description[[i + 1L]])
  }
  result
}

#' Make calls safe for prediction
#'
#' Returns `call` changed so that it evaluates to the same transformation of
#' new data.
#'
#' @param var a variable.
#' @param call the call that made it.
#' @examples
#' makepredictcall(1:3, quote(x))
makepredictcall <- function(var, call) UseMethod("makepredictcall")

makepredictcall.default <- function(var, call) {
  if (!is.call(call) || !identical(call[[1L]], as.name("scale"))) return(call)
  if (!is.null(center <- attr(var, "scaled:center"))) call$center <- center
  if (!is.null(scale <- attr(var, "scaled:scale"))) call$scale <- scale
  call
}

# Makes a data frame of variables that have been evaluated.
frame_of_variables <- function(variables, row_names, subset) {
  if (!length(variables)) {
    if (!length(row_names)) row_names <- integer()
    return(structure(list(), names = character(), row.names = row_names,
                     class = "data.frame"))
  }
  for (i in seq_along(variables)) {
    variable <- variables[[i]]
    if (is.null(variable) || is.function(variable) || is.language(variable) ||
        is.list(variable)) {
      stop(simpleError(gettextf("invalid type (%s) for variable '%s'", typeof(variable),
                    names(variables)[i]), model_frame_call()))
    }
  }
  count <- NROW(variables[[1L]])
  for (i in seq_along(variables)) {
    if (NROW(variables[[i]]) != count) {
      stop(simpleError(gettextf("variable lengths differ (found for '%s')",
                    names(variables)[i]), model_frame_call()))
    }
  }
  if (length(row_names) != count && !(is.integer(row_names) &&
      length(row_names) == 2L && is.na(row_names[1L]) &&
      abs(row_names[2L]) == count)) {
    row_names <- .set_row_names(count)
  }
  attributes(variables) <- list(names = names(variables),
                                row.names = row_names, class = "data.frame")
  if (is.null(subset)) variables else variables[subset, , drop = FALSE]
}

model_frame_call <- function() {
  calls <- sys.calls()
  for (call in rev(calls)) {
    if (identical(call[[1L]], as.name("model.frame.default")) ||
        identical(call[[1L]], quote(stats::model.frame.default))) {
      return(call)
    }
  }
  NULL
}

apply_na_action <- function(action, frame) {
  if (is.null(action)) return(frame)
  if (is.character(action)) action <- get(action, mode = "function")
  if (!is.function(action)) return(frame)
  result <- eval(as.call(list(action, frame)))
  if (!is.list(result) || length(result) != length(frame)) {
    stop("invalid result from na.action")
  }
  for (i in seq_along(result)) {
    if (is.object(frame[[i]]) && !is.object(result[[i]])) {
      attributes(result[[i]]) <- attributes(frame[[i]])
    }
  }
  result
}

with_levels <- function(frame, levels) {
  for (name in names(levels)) {
    wanted <- levels[[name]]
    if (is.null(wanted)) next
    variable <- frame[[name]]
    if (is.character(variable)) variable <- as.factor(variable)
    if (!is.factor(variable) || is.null(seen <- levels(variable))) {
      warning(simpleWarning(
        gettextf("variable '%s' is not a factor", name), model_frame_call()
      ))
      next
    }
    contrasts <- attr(variable, "contrasts")
    variable <- variable[, drop = TRUE]
    seen <- levels(variable)
    unknown <- setdiff(seen, wanted)
    if (length(unknown)) {
      stop(simpleError(sprintf(ngettext(length(unknown),
        "factor %s has new level %s", "factor %s has new levels %s"),
        name, paste(unknown, collapse = ", ")), model_frame_call()))
    }
    variable <- factor(variable, levels = wanted, exclude = NULL)
    if (!is.null(contrasts)) attr(variable, "contrasts") <- contrasts
    frame[[name]] <- variable
  }
  frame
}

without_unused_levels <- function(frame) {
  for (i in seq_along(frame)) {
    variable <- frame[[i]]
    if (!is.factor(variable)) next
    counts <- tabulate(variable, nlevels(variable))
    if (all(counts > 0L)) next
    contrasts <- attr(variable, "contrasts")
    frame[[i]] <- variable[, drop = TRUE]
    if (!is.null(contrasts) && !is.matrix(contrasts)) {
      attr(frame[[i]], "contrasts") <- contrasts
    } else if (!is.null(contrasts)) {
      warning(gettextf("contrasts dropped from factor %s due to missing levels",
                       names(frame)[i]), call. = FALSE, domain = NA)
    }
  }
  frame
}

model.frame.lm <- function(formula, ...) {
  arguments <- list(...)
  changes <- arguments[match(
    c("data", "na.action", "subset"), names(arguments), 0L)]
  if (!length(changes) && !is.null(formula$model)) return(formula$model)
  call <- formula$call
  kept <- match(c("formula", "data", "subset", "weights", "na.action",
                  "offset"), names(call), 0L)
  call <- call[c(1L, kept)]
  call$drop.unused.levels <- TRUE
  call[[1L]] <- quote(stats::model.frame)
  call$xlev <- formula$xlevels
  call$formula <- terms(formula)
  call[names(changes)] <- changes
  enclosure <- environment(formula$terms)
  eval(call, if (is.null(enclosure)) parent.frame() else enclosure,
       parent.frame())
}

model.frame.glm <- function(formula, ...) model.frame.lm(formula, ...)

#' Parts of a model frame
#'
#' `model.extract` returns the response, the weights, the offset or another
#' extra variable of a model frame.
#'
#' @param frame a model frame.
#' @param component the name of the part.
#' @examples
#' frame <- model.frame(dist ~ speed, cars[1:3, ], weights = 1:3)
#' model.extract(frame, "weights")
model.extract <- function(frame, component) {
  component <- as.character(substitute(component))
  result <- switch(
    component,
    response = model.response(frame),
    offset = model.offset(frame),
    frame[[paste0("(", component, ")")]]
  )
  if (!is.null(result) && is.null(dim(result)) &&
      length(result) == nrow(frame)) {
    names(result) <- attr(frame, "row.names")
  }
  result
}

#' @rdname model.extract
#' @param data a model frame.
#' @param type `"any"`, `"numeric"` or `"double"`.
#' @examples
#' model.response(model.frame(dist ~ speed, head(cars)))
model.response <- function(data, type = "any") {
  if (!attr(attr(data, "terms"), "response")) return(NULL)
  v <- data[[1L]]
  if (is.list(v)) v <- as.matrix(v)
  if (type == "numeric" && is.factor(v)) {
    warning("using type = \"numeric\" with a factor response will be ignored")
  } else if (type == "numeric" || type == "double") {
    storage.mode(v) <- "double"
  }
  if (is.matrix(v)) {
    if (ncol(v) == 1L) dim(v) <- NULL
    else {
      if (is.null(rownames(v))) {
        labels <- attr(data, "row.names")
        if (length(labels) == nrow(v)) {
          dimnames(v) <- list(as.character(labels), colnames(v))
        }
      }
      return(v)
    }
  }
  labels <- attr(data, "row.names")
  if (length(labels) == length(v)) names(v) <- labels
  v
}

#' @rdname model.extract
#' @param x a model frame.
#' @examples
#' model.offset(model.frame(dist ~ offset(speed), cars[1:3, ]))
model.offset <- function(x) {
  positions <- attr(attr(x, "terms"), "offset")
  total <- x[["(offset)"]]
  if (is.null(total)) total <- 0
  else if (!length(positions)) return(checked_offset(total))
  if (!length(positions)) return(NULL)
  for (i in positions) total <- total + x[[i]]
  checked_offset(total)
}

checked_offset <- function(offset) {
  if (!is.numeric(offset)) stop("'offset' must be numeric")
  offset
}

#' @rdname model.extract
#' @examples
#' model.weights(model.frame(dist ~ speed, head(cars), weights = speed))
model.weights <- function(x) x[["(weights)"]]

#' Class of a variable in a model
#'
#' @param x a variable.
#' @examples
#' .MFclass(factor("a"))
.MFclass <- function(x) {
  if (is.logical(x)) "logical"
  else if (is.ordered(x)) "ordered"
  else if (is.factor(x)) "factor"
  else if (is.character(x)) "character"
  else if (is.matrix(x) && is.numeric(x)) paste0("nmatrix.", ncol(x))
  else if (is.numeric(x)) "numeric"
  else "other"
}

#' Check the classes of variables
#'
#' Raises an error if new variables are not of the classes a model was fitted
#' with.
#'
#' @param cl the expected classes, named.
#' @param m a model frame.
#' @param ordNotOK whether ordered factors differ from factors.
#' @examples
#' .checkMFClasses(c(speed = "numeric"), cars)
.checkMFClasses <- function(cl, m, ordNotOK = FALSE) {
  new <- vapply(m, .MFclass, "")
  new <- new[names(new) %in% names(cl)]
  if (!length(new)) return(invisible())
  old <- cl[names(new)]
  same_kind <- function(kind) {
    if (!ordNotOK) kind[kind == "ordered"] <- "factor"
    kind
  }
  old <- same_kind(old)
  new <- same_kind(new)
  old[old == "factor" & new == "character"] <- "character"
  old[old == "character" & new == "factor"] <- "factor"
  wrong <- old != new
  if (!any(wrong)) return(invisible())
  if (sum(wrong) == 1L) {
    stop(gettextf("variable '%s' was fitted with type \"%s\" but type \"%s\" was supplied",
                  names(old)[wrong], old[wrong], new[wrong]),
         call. = FALSE, domain = NA)
  }
  stop(gettextf("variables %s were specified with different types from the fit",
                paste(sQuote(names(old)[wrong]), collapse = ", ")),
       call. = FALSE, domain = NA)
}

#' Levels of the factors of a model
#'
#' @param Terms a terms object.
#' @param m a model frame.
#' @examples
#' frame <- model.frame(weight ~ group, PlantGrowth)
#' .getXlevels(terms(frame), frame)
.getXlevels <- function(Terms, m) {
  names <- variable_labels(Terms)
  response <- attr(Terms, "response")
  if (response > 0) names <- names[-response]
  if (!length(names)) return(NULL)
  result <- lapply(m[names], function(x) {
    if (is.factor(x)) levels(x)
    else if (is.character(x)) levels(as.factor(x))
  })
  result[!vapply(result, is.null, NA)]
}

#' All variables of a formula
#'
#' Returns a data frame of the variables themselves, without transformations.
#'
#' @param formula a formula.
#' @param data a data frame with the variables.
#' @param ... extra variables.
#' @examples
#' get_all_vars(log(dist) ~ speed, cars[1:2, ])
get_all_vars <- function(formula, data = NULL, ...) {
  if (missing(formula) || is.data.frame(formula)) {
    if (!missing(formula)) data <- formula
    if (is.data.frame(data) && length(attr(data, "terms"))) return(data)
    formula <- as.formula(data)
  } else {
    formula <- as.formula(formula)
    data <- if (missing(data)) environment(formula) else variables_source(data)
  }
  if (!inherits(formula, "terms")) formula <- terms(formula, data = data)
  enclosure <- environment(formula)
  row_names <- .row_names_info(data, 0L)
  names <- all.vars(formula)
  variables <- lapply(names, function(name) eval(as.name(name), data, enclosure))
  names(variables) <- names
  extras <- eval(substitute(list(...)), data, enclosure)
  variables <- c(variables, extras)
  if (length(row_names) == 2L && is.na(row_names[1L])) {
    row_names <- .set_row_names(abs(row_names[2L]))
  }
  result <- as.data.frame(variables, optional = TRUE)
  if (length(row_names) == nrow(result) || length(row_names) == 2L) {
    attr(result, "row.names") <- row_names
  }
  result
}

#' Add variables to a model frame
#'
#' Returns the model frame with the variables of `extras` added.
#'
#' @param model a fitted model.
#' @param extras a one-sided formula or names of variables.
#' @param envir where to evaluate the variables.
#' @param na.expand whether missing values only in extras keep the case.
#' @examples
#' head(expand.model.frame(lm(dist ~ 1, cars), ~ speed), 3)
expand.model.frame <- function(model, extras, envir = environment(formula(model)),
                               na.expand = FALSE) {
  formula <- formula(model)
  if (is.character(extras)) {
    extras <- as.formula(paste("~", paste(extras, collapse = " + ")))
  }
  right <- call("+", formula[[length(formula)]], extras[[length(extras)]])
  full <- if (length(formula) == 3L) call("~", formula[[2L]], right) else call("~", right)
  full <- eval(full, envir)
  call <- call("model.frame", full, data = model$call$data,
               subset = model$call$subset,
               na.action = if (na.expand) na.pass else model$call$na.action)
  frame <- eval(call[!vapply(as.list(call), is.null, NA)], envir)
  if (na.expand) {
    kept <- match(rownames(model.frame(model)), rownames(frame))
    frame <- structure(frame[kept, , drop = FALSE], terms = terms(frame))
  }
  frame
}
