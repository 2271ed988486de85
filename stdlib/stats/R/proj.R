#' Projections of a model
#'
#' A matrix of the contribution of each term to the fitted values.
#'
#' @param object a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' head(proj(aov(weight ~ group, PlantGrowth)), 2)
proj <- function(object, ...) UseMethod("proj")

proj.default <- function(object, onedf = TRUE, ...) {
  if (!is.qr(object$qr)) stop("argument does not include a 'qr' component")
  basis <- qr.Q(object$qr)[, seq_len(object$rank), drop = FALSE]
  result <- basis * rep(object$effects[seq_len(object$rank)], each = nrow(basis))
  dimnames(result) <- list(names(object$residuals),
                           colnames(object$qr$qr)[seq_len(object$rank)])
  result
}

proj.lm <- function(object, onedf = FALSE, unweighted.scale = FALSE, ...) {
  if (inherits(object, "mlm")) stop("'proj' is not implemented for multiple responses")
  rank <- object$rank
  residuals <- object$residuals
  weights <- object$weights
  basis <- qr.Q(qr.lm(object))[, seq_len(rank), drop = FALSE]
  parts <- basis * rep(object$effects[seq_len(rank)], each = nrow(basis))
  assigned <- object$assign[qr.lm(object)$pivot[seq_len(rank)]]
  if (onedf) {
    colnames(parts) <- colnames(qr.lm(object)$qr)[seq_len(rank)]
    freedom <- rep.int(1, rank)
  } else {
    terms <- unique(assigned)
    labels <- c("(Intercept)", attr(object$terms, "term.labels"))
    parts <- vapply(terms, function(t) rowSums(parts[, assigned == t, drop = FALSE]),
                    numeric(nrow(parts)))
    dim(parts) <- c(length(residuals), length(terms))
    colnames(parts) <- labels[terms + 1L]
    freedom <- vapply(terms, function(t) sum(assigned == t), 0)
  }
  names(freedom) <- colnames(parts)
  if (object$df.residual > 0L) {
    left <- if (is.null(weights)) residuals else residuals * sqrt(weights)
    parts <- cbind(parts, Residuals = left)
    freedom <- c(freedom, Residuals = object$df.residual)
  }
  rownames(parts) <- names(residuals)
  if (!is.null(weights) && unweighted.scale) parts <- parts / sqrt(weights)
  attr(parts, "df") <- freedom
  attr(parts, "formula") <- object$call$formula
  attr(parts, "onedf") <- onedf
  parts
}

proj.aov <- function(object, onedf = FALSE, unweighted.scale = FALSE, ...) {
  proj.lm(object, onedf = onedf, unweighted.scale = unweighted.scale, ...)
}

#' Numbers of replications
#'
#' How often each combination of the levels of a term occurs: a number for a
#' balanced term, else a table.
#'
#' @param formula a formula.
#' @param data a data frame.
#' @param na.action a function that treats missing values.
#' @examples
#' replications(~ N * P, npk)
replications <- function(formula, data = NULL, na.action) {
  if (missing(data) && inherits(formula, "data.frame")) {
    data <- formula
    formula <- ~ .
  }
  formula <- terms(as.formula(formula), data = data)
  if (any(attr(formula, "response") > 0) && length(formula) == 3L) {
    formula <- delete.response(formula)
  }
  if (!missing(na.action)) {
    if (is.character(na.action)) na.action <- get(na.action, mode = "function")
    data <- na.action(data)
  }
  factors <- attr(formula, "factors")
  labels <- attr(formula, "term.labels")
  names <- rownames(factors)
  columns <- data[names]
  textual <- vapply(columns, is.character, NA)
  columns[textual] <- lapply(columns[textual], factor)
  usable <- vapply(columns, function(v) is.factor(v) || is.logical(v), NA)
  result <- list()
  for (label in labels) {
    members <- names[factors[, label] > 0]
    if (any(!usable[members])) {
      warning(gettextf("non-factors ignored: %s", paste(members, collapse = ", ")), domain = NA)
      next
    }
    counts <- table(columns[members])
    result[[label]] <- if (length(unique(as.vector(counts))) == 1L) {
      as.vector(counts)[1L]
    } else {
      names(dimnames(counts)) <- members
      counts
    }
  }
  if (all(lengths(result) == 1L)) unlist(result) else result
}
