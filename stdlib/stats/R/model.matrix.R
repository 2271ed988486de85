#' Design matrices
#'
#' Returns the design matrix of a model: factors expanded to contrasts,
#' interactions to products. Its attribute `assign` tells the term of each
#' column.
#'
#' @param object a formula, a terms object or a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' model.matrix(~ a, data.frame(a = factor(c("u", "v", "w"))))
model.matrix <- function(object, ...) UseMethod("model.matrix")

#' @rdname model.matrix
#' @param data a model frame, or a data frame with the variables.
#' @param contrasts.arg a named list of contrasts for the factors.
#' @param xlev levels for the model frame, if `data` is not one.
#' @examples
#' model.matrix.default(~ speed, cars[1:3, ])
model.matrix.default <- function(object, data = environment(object),
                                 contrasts.arg = NULL, xlev = NULL, ...) {
  terms <- if (missing(data)) terms(object) else terms(object, data = data)
  if (is.null(attr(data, "terms"))) {
    data <- model.frame(object, data, xlev = xlev)
  } else {
    names <- variable_labels(terms)
    positions <- match(names, names(data))
    if (anyNA(positions)) stop("model frame and formula mismatch in model.matrix()")
    if (!identical(positions, seq_along(data))) data <- data[positions]
  }
  if (!length(data)) {
    data[["x"]] <- rep(0, nrow(data))
    used <- list()
  } else {
    data <- with_contrasts(data, contrasts.arg, terms)
    used <- attr(data, "contrasts used")
    attr(data, "contrasts used") <- NULL
  }
  .Internal(modelMatrix(terms, data, if (length(used)) used))
}

# Labels of the variables as model.frame gives them.
variable_labels <- function(terms) {
  vapply(as.list(attr(terms, "variables"))[-1L],
         function(v) paste(deparse(v, width.cutoff = 500L,
                                   backtick = !is.symbol(v) && is.language(v)),
                           collapse = " "), " ")
}

# Gives each factor of the frame its matrix of contrasts, and tells in an
# attribute by what name they were asked for.
with_contrasts <- function(frame, wanted, terms) {
  discrete <- vapply(frame, function(x) {
    is.factor(x) || is.logical(x) || is.character(x)
  }, NA)
  response <- attr(terms, "response")
  if (response) discrete[response] <- FALSE
  contr.funs <- as.character(getOption("contrasts"))
  isOF <- vapply(frame, is.ordered, NA)
  for (nn in which(discrete)) {
    if (is.logical(frame[[nn]])) next
    if (is.character(frame[[nn]])) frame[[nn]] <- factor(frame[[nn]])
    if (is.null(attr(frame[[nn]], "contrasts"))) {
      if (nlevels(frame[[nn]]) < 2L) stop(single_level_error())
      contrasts(frame[[nn]]) <- contr.funs[1 + isOF[nn]]
    }
  }
  if (!is.null(wanted) && !is.list(wanted)) {
    warning("non-list contrasts argument ignored")
    wanted <- NULL
  }
  for (name in names(wanted)) {
    i <- match(name, names(frame))
    if (is.na(i) || !discrete[i]) {
      warning(gettextf("variable '%s' is absent, its contrast will be ignored",
                       name), domain = NA)
      next
    }
    value <- wanted[[name]]
    if (is.logical(frame[[i]])) frame[[i]] <- factor(frame[[i]], levels = c(FALSE, TRUE))
    if (is.matrix(value)) contrasts(frame[[i]], ncol(value)) <- value
    else contrasts(frame[[i]]) <- value
  }
  used <- list()
  for (i in which(discrete)) {
    variable <- frame[[i]]
    if (is.logical(variable)) {
      variable <- factor(variable, levels = c(FALSE, TRUE))
      attr(variable, "contrasts") <- contr.funs[1L]
    }
    used[[names(frame)[i]]] <- attr(variable, "contrasts")
    if (nlevels(variable) > 1L) {
      attr(variable, "contrasts") <- contrasts(variable)
    }
    attr(frame[[i]], "contrasts") <- NULL
    frame[[i]] <- variable
  }
  attr(frame, "contrasts used") <- used
  frame
}

single_level_error <- function() {
  simpleError("contrasts can be applied only to factors with 2 or more levels",
              quote(`contrasts<-`(`*tmp*`, value = contr.funs[1 + isOF[nn]])))
}

#' @rdname model.matrix
#' @examples
#' head(model.matrix(lm(dist ~ speed, cars)), 2)
model.matrix.lm <- function(object, ...) {
  if (!is.null(object[["x"]])) return(object[["x"]])
  frame <- model.frame(object, xlev = object$xlevels, ...)
  extras <- list(...)
  extras <- extras[!names(extras) %in% c("data", "contrasts.arg")]
  arguments <- list(object = terms(object), data = frame,
                    contrasts.arg = object$contrasts)
  do.call(model.matrix.default, c(arguments, extras))
}
