#' Regressions as those of R
#'
#' Turn fits of `rxLinMod`, `rxLogit` and `rxGlm` into objects of the classes that
#' `lm` and `glm` make, without residuals and fitted values, for functions that
#' know those: `predict`, `coef`, exporters. Terms must be numeric variables,
#' factors of the data, or products of these; with `covCoef = TRUE` the standard
#' errors go with the result. Products with factors need data in all their cells.
#'
#' @param x a fit.
#' @param ... not used.
#' @examples
#' fit <- rxLinMod(breaks ~ wool + tension, warpbreaks, dropFirst = TRUE)
#' predict(as.lm(fit), warpbreaks[1:3, ])
as.lm <- function(x, ...) UseMethod("as.lm")

#' @rdname as.lm
as.lm.rxLinMod <- function(x, ...) {
  parts <- as_regression(x)
  structure(
    list(coefficients = parts$coefficients, rank = x$rank, qr = parts$qr,
         df.residual = x$df[2L], contrasts = parts$contrasts, xlevels = parts$xlevels,
         call = x$call, terms = parts$terms),
    class = "lm")
}

#' @rdname as.lm
#' @examples
#' fit <- rxLogit(am ~ wt, mtcars)
#' predict(as.glm(fit), mtcars[1:3, ], type = "response")
as.glm <- function(x, ...) UseMethod("as.glm")

#' @rdname as.lm
as.glm.rxGlm <- function(x, ...) {
  parts <- as_regression(x)
  structure(
    list(coefficients = parts$coefficients, rank = x$rank, qr = parts$qr, family = x$family,
         deviance = x$deviance, aic = if (is.null(x$aic)) NA_real_ else x$aic,
         null.deviance = x$null.deviance, iter = x$iter, df.residual = x$df[2L],
         df.null = sum(x$df[1:2]) - attr(parts$terms, "intercept"), converged = x$converged,
         formula = x$formula, terms = parts$terms, call = x$call, contrasts = parts$contrasts,
         xlevels = parts$xlevels, method = "glm.fit", offset = NULL),
    class = c("glm", "lm"))
}

#' @rdname as.lm
as.glm.rxLogit <- as.glm.rxGlm

# The parts that all regressions of R have.
as_regression <- function(x) {
  if (x$params$cube) stop("the model must be fitted with cube = FALSE", call. = FALSE)
  if (ncol(x$coefficients) > 1L) stop("the model must have one response", call. = FALSE)
  model <- terms(x$formula, keep.order = TRUE)
  if (has_crossed_factors(model, x)) return(crossed_regression(x, model))
  names <- character()
  xlevels <- list()
  for (term in attr(model, "term.labels")) {
    variables <- strsplit(term, ":", fixed = TRUE)[[1L]]
    isFactor <- variables %in% names(x$levels)
    if (any(startsWith(variables, "F("))) {
      stop("the term ", term, " has no counterpart", call. = FALSE)
    }
    if (isFactor[1L]) {
      xlevels[[term]] <- x$levels[[term]]
      names <- c(names, paste0(term, x$levels[[term]]))
    } else {
      names <- c(names, term)
    }
  }
  if (attr(model, "intercept")) names <- c("(Intercept)", names)
  # The redundant level is not among the columns of a design matrix.
  base <- unlist(lapply(names(xlevels), function(term) {
    labels <- paste0(term, xlevels[[term]])
    dropped <- x$aliased[match(labels, names)]
    if (attr(model, "intercept") || term != names(xlevels)[1L]) labels[which(dropped)[1L]]
  }))
  kept <- !names %in% base
  coefficients <- structure(x$coefficients[kept, 1L], names = names[kept])
  list(coefficients = coefficients, terms = model, xlevels = xlevels,
       contrasts = lapply(xlevels, drop_contrasts, x),
       qr = as_decomposition(x, kept, coefficients))
}

has_crossed_factors <- function(model, x) {
  any(vapply(attr(model, "term.labels"), function(term) {
    variables <- strsplit(term, ":", fixed = TRUE)[[1L]]
    length(variables) > 1L && any(variables %in% names(x$levels))
  }, NA))
}

# The coefficients of lm span the same space in other columns: a matrix that turns the
# one kind into the other is found from rows that tell all columns apart.
crossed_regression <- function(x, model) {
  xlevels <- x$levels[intersect(names(x$levels), all.vars(delete.response(model)))]
  contrasts <- lapply(xlevels, function(levels) {
    contr.treatment(levels, base = if (x$params$dropFirst) 1L else length(levels))
  })
  if (any(startsWith(unlist(lapply(attr(model, "variables"), deparse)), "F("))) {
    stop("a term with F() has no counterpart", call. = FALSE)
  }
  rows <- spread_rows(all.vars(delete.response(model)), xlevels, 30L * length(x$aliased))
  design <- qr(model.matrix(delete.response(model), rows, contrasts))
  if (design$rank < ncol(design$qr) || design$rank != x$rank) {
    stop("a model with empty cells or redundant columns has no counterpart", call. = FALSE)
  }
  change <- qr.coef(design, unit_predictions(x, rows))
  known <- which(!x$aliased)
  change <- change[, known, drop = FALSE]
  coefficients <- drop(change %*% x$coefficients[known, 1L])
  if (!is.null(x$covCoef)) {
    x$covCoef <- change %*% x$covCoef[known, known, drop = FALSE] %*% t(change)
  }
  list(coefficients = coefficients, terms = model, xlevels = xlevels, contrasts = contrasts,
       qr = as_decomposition(x, rep(TRUE, length(coefficients)), coefficients))
}

# Rows of well spread values, all levels of factors among them.
spread_rows <- function(names, xlevels, count) {
  columns <- lapply(seq_along(names), function(j) {
    values <- (seq_len(count) * exp(j / 7)) %% 1
    levels <- xlevels[[names[j]]]
    if (is.null(levels)) values + 0.5
    else factor(levels[1 + floor(values * length(levels))], levels)
  })
  structure(columns, names = names, row.names = seq_len(count), class = "data.frame")
}

# The columns of a model: its predictions when one coefficient is 1 and the others are 0.
unit_predictions <- function(x, rows) {
  x$transforms <- NULL
  vapply(seq_along(x$aliased), function(j) {
    x$coefficients[] <- as.numeric(seq_along(x$aliased) == j)
    rxPredict(x, rows, type = if (inherits(x, "rxLinMod")) "response" else "link")[[1L]]
  }, numeric(nrow(rows)))
}

# Treatment contrasts against the level that the fit dropped.
drop_contrasts <- function(levels, x) {
  term <- names(x$levels)[vapply(x$levels, identical, NA, levels)][1L]
  labels <- paste0(term, "=", levels)
  dropped <- x$aliased[match(labels, names(x$aliased))]
  base <- if (anyNA(dropped)) (if (x$params$dropFirst) 1L else length(levels))
    else which(dropped)[1L]
  contr.treatment(levels, base = base)
}

# What stands for the decomposition of the design matrix; from the covariances if known.
as_decomposition <- function(x, kept, coefficients) {
  count <- length(coefficients)
  triangle <- diag(count)
  known <- which(!is.na(coefficients))
  if (!is.null(x$covCoef)) {
    scale <- if (is.null(x$dispersion)) x$residual.variance[1L] else x$dispersion
    cells <- which(kept)[known]
    triangle[known, known] <- chol(solve(x$covCoef[cells, cells] / scale))
  }
  dimnames(triangle) <- list(names(coefficients), names(coefficients))
  structure(list(qr = triangle, rank = x$rank, qraux = rep(1, count),
                 pivot = c(known, setdiff(seq_len(count), known)), tol = 1e-7),
            class = "qr")
}
