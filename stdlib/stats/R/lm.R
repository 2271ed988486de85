#' Fit linear models
#'
#' Least squares by a QR decomposition with limited column pivoting; columns
#' that depend on earlier ones get NA as coefficient. Returns an object of
#' class `"lm"`.
#'
#' @param formula the model, as in `y ~ x + a:b`.
#' @param data a data frame with the variables.
#' @param subset which cases to use.
#' @param weights weights of the cases.
#' @param na.action a function that treats missing values.
#' @param method `"qr"`, or `"model.frame"` for the model frame only.
#' @param model,x,y,qr whether to keep the frame, the design matrix, the
#'   response and the decomposition.
#' @param singular.ok whether a singular fit is allowed.
#' @param contrasts a named list of contrasts.
#' @param offset a known part of the linear predictor.
#' @param ... passed on to `lm.fit` or `lm.wfit`.
#' @examples
#' lm(dist ~ speed, cars)
lm <- function(formula, data, subset, weights, na.action, method = "qr",
               model = TRUE, x = FALSE, y = FALSE, qr = TRUE,
               singular.ok = TRUE, contrasts = NULL, offset, ...) {
  keep_x <- x
  keep_y <- y
  call <- match.call()
  frame_call <- call[c(1L, match(
    c("formula", "data", "subset", "weights", "na.action", "offset"),
    names(call), 0L))]
  frame_call$drop.unused.levels <- TRUE
  frame_call[[1L]] <- quote(stats::model.frame)
  frame <- eval(frame_call, parent.frame())
  if (method == "model.frame") return(frame)
  if (method != "qr") {
    warning(gettextf("method = '%s' is not supported. Using 'qr'", method),
            domain = NA)
  }
  terms <- attr(frame, "terms")
  y <- model.response(frame, "numeric")
  weights <- as.vector(model.weights(frame))
  if (!is.null(weights) && !is.numeric(weights)) {
    stop("'weights' must be a numeric vector")
  }
  offset <- model.offset(frame)
  several <- is.matrix(y)
  if (!is.null(offset)) {
    if (!several) offset <- as.vector(offset)
    if (NROW(offset) != NROW(y)) {
      stop(gettextf("number of offsets is %d, should equal %d (number of observations)",
                    NROW(offset), NROW(y)), domain = NA)
    }
  }
  if (is.empty.model(terms)) {
    x <- NULL
    fit <- empty_fit(y, weights, offset)
  } else {
    x <- model.matrix(terms, frame, contrasts)
    fit <- if (is.null(weights)) {
      lm.fit(x, y, offset = offset, singular.ok = singular.ok, ...)
    } else {
      lm.wfit(x, y, weights, offset = offset, singular.ok = singular.ok, ...)
    }
  }
  class(fit) <- c(if (several) "mlm", "lm")
  fit$na.action <- attr(frame, "na.action")
  fit$offset <- offset
  fit$contrasts <- attr(x, "contrasts")
  fit$xlevels <- .getXlevels(terms, frame)
  fit$call <- call
  fit$terms <- terms
  if (model) fit$model <- frame
  if (keep_x) fit$x <- x
  if (keep_y) fit$y <- y
  if (!qr) fit$qr <- NULL
  fit
}

# The fit of a model without any coefficient.
empty_fit <- function(y, weights, offset) {
  list(
    coefficients = if (is.matrix(y)) matrix(NA_real_, 0, ncol(y)) else numeric(),
    residuals = y,
    fitted.values = if (is.null(offset)) 0 * y else offset,
    weights = weights,
    rank = 0L,
    df.residual = if (!is.null(weights)) sum(weights != 0) else NROW(y)
  )
}

#' Fitter functions of linear models
#'
#' The computations of `lm` for a design matrix and a response; `lm.wfit` takes
#' weights. They return a list.
#'
#' @param x the design matrix.
#' @param y the response, a vector or a matrix.
#' @param offset a known part of the linear predictor.
#' @param method must be `"qr"`.
#' @param tol tolerance of the decomposition.
#' @param singular.ok whether a singular fit is allowed.
#' @param ... not used.
#' @examples
#' lm.fit(cbind(1, cars$speed), cars$dist)$coefficients
lm.fit <- function(x, y, offset = NULL, method = "qr", tol = 1e-07,
                   singular.ok = TRUE, ...) {
  if (!is.null(problem <- design_problem(x, y))) stop(problem)
  if (method != "qr") {
    warning(gettextf("method = '%s' is not supported. Using 'qr'", method),
            domain = NA)
  }
  warn_extra_arguments(list(...))
  count <- nrow(x)
  columns <- ncol(x)
  if (columns == 0L) {
    return(list(
      coefficients = numeric(), residuals = y,
      fitted.values = if (is.null(offset)) 0 * y else offset, rank = 0L,
      df.residual = length(y)))
  }
  if (!is.null(offset)) y <- y - offset
  fit <- .Internal(lmFit(x, y, tol))
  if (fit$rank < columns && !singular.ok) stop("singular fit encountered")
  labelled <- labelled_fit(fit, x, y)
  fitted <- y - fit$residuals
  c(labelled[c("coefficients", "residuals", "effects", "rank")], list(
    fitted.values = if (is.null(offset)) fitted else fitted + offset,
    assign = attr(x, "assign"),
    qr = labelled$qr,
    df.residual = count - fit$rank
  ))
}

#' @rdname lm.fit
#' @param w weights.
#' @examples
#' lm.wfit(cbind(1, 1:3), c(1, 2, 4), c(1, 0, 2))$coefficients
lm.wfit <- function(x, y, w, offset = NULL, method = "qr", tol = 1e-07,
                    singular.ok = TRUE, ...) {
  if (!is.null(problem <- design_problem(x, y))) stop(problem)
  if (length(w) != nrow(x)) stop("incompatible dimensions")
  if (any(w < 0 | is.na(w))) stop("missing or negative weights not allowed")
  if (method != "qr") {
    warning(gettextf("method = '%s' is not supported. Using 'qr'", method),
            domain = NA)
  }
  warn_extra_arguments(list(...))
  if (!is.null(offset)) y <- y - offset
  columns <- ncol(x)
  used <- w != 0
  counted <- sum(used)
  if (columns == 0L || counted == 0L) {
    return(list(
      coefficients = numeric(), residuals = y,
      fitted.values = if (is.null(offset)) 0 * y else offset, weights = w,
      rank = 0L, df.residual = counted))
  }
  root <- sqrt(w[used])
  all_used <- all(used)
  design <- if (all_used) x else x[used, , drop = FALSE]
  response <- if (all_used) y else if (is.matrix(y)) y[used, , drop = FALSE] else y[used]
  fit <- .Internal(lmFit(design * root, response * root, tol))
  if (fit$rank < columns && !singular.ok) stop("singular fit encountered")
  labelled <- labelled_fit(fit, design, response)
  residuals <- fit$residuals / root
  if (all_used) {
    residuals <- keep_names(residuals, y)
    fitted <- y - residuals
    effects <- labelled$effects
  } else {
    predicted <- predicted_values(x, labelled$coefficients)
    residuals_all <- y - predicted
    if (is.matrix(y)) residuals_all[used, ] <- residuals
    else residuals_all[used] <- residuals
    residuals <- residuals_all
    fitted <- y - residuals
    effects <- labelled$effects
  }
  c(list(coefficients = labelled$coefficients, residuals = residuals,
         fitted.values = if (is.null(offset)) fitted else fitted + offset,
         effects = effects, weights = w, rank = fit$rank,
         assign = attr(x, "assign"), qr = labelled$qr,
         df.residual = counted - fit$rank))
}

predicted_values <- function(x, coefficients) {
  coefficients[is.na(coefficients)] <- 0
  drop(x %*% coefficients)
}

keep_names <- function(values, like) {
  if (is.matrix(like)) dimnames(values) <- dimnames(like)
  else {
    dim(values) <- NULL
    names(values) <- names(like)
  }
  values
}

# What is wrong with the shape of a design and a response, or NULL.
design_problem <- function(x, y) {
  if (is.null(nrow(x))) "'x' must be a matrix"
  else if (nrow(x) == 0L) "0 (non-NA) cases"
  else if (NROW(y) != nrow(x)) "incompatible dimensions"
}

warn_extra_arguments <- function(extras) {
  if (!length(extras)) return(invisible())
  warning(sprintf(ngettext(length(extras),
    "extra argument %s will be disregarded",
    "extra arguments %s will be disregarded"),
    paste(sQuote(names(extras)), collapse = ", ")), call. = FALSE, domain = NA)
}

# Puts names and NA for aliased columns on what the decomposition returned.
labelled_fit <- function(fit, x, y) {
  columns <- ncol(x)
  rank <- fit$rank
  pivot <- fit$pivot
  labels <- colnames(x)
  if (is.null(labels)) labels <- paste0("x", seq_len(columns))
  aliased <- seq.int(rank + 1L, length.out = columns - rank)
  effect_names <- c(labels[pivot[seq_len(rank)]],
                    rep.int("", nrow(x) - rank))
  if (is.matrix(y)) {
    coefficients <- matrix(fit$coefficients, columns, ncol(y))
    coefficients[aliased, ] <- NA
    coefficients[pivot, ] <- coefficients
    dimnames(coefficients) <- list(labels, colnames(y))
    effects <- fit$effects
    dimnames(effects) <- list(effect_names, colnames(y))
  } else {
    coefficients <- as.vector(fit$coefficients)
    coefficients[aliased] <- NA
    coefficients[pivot] <- coefficients
    names(coefficients) <- labels
    effects <- as.vector(fit$effects)
    names(effects) <- effect_names
  }
  decomposition <- fit$qr
  if (fit$pivoted && !is.null(colnames(x))) {
    colnames(decomposition) <- labels[pivot]
  }
  list(
    coefficients = coefficients,
    residuals = keep_names(fit$residuals, y),
    effects = effects,
    rank = rank,
    qr = structure(
      list(qr = decomposition, qraux = fit$qraux, pivot = pivot,
           tol = fit$tol, rank = rank),
      class = "qr")
  )
}

#' The bare least-squares fit
#'
#' Returns the decomposition, coefficients, residuals and effects without
#' names or checks.
#'
#' @param x the design matrix.
#' @param y the response.
#' @param tol tolerance of the decomposition.
#' @examples
#' .lm.fit(cbind(1, cars$speed), cars$dist)$coefficients
.lm.fit <- function(x, y, tol = 1e-07) .Internal(lmFit(x, y, tol))

print.lm <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  print_call(x$call)
  if (length(coef(x))) {
    cat("Coefficients:\n")
    print.default(format(coef(x), digits = digits), print.gap = 2L,
                  quote = FALSE)
  } else {
    cat("No coefficients\n")
  }
  cat("\n")
  invisible(x)
}

# The heading "Call:" of model printouts.
print_call <- function(call) {
  cat("\nCall:\n", paste(deparse(call), collapse = "\n"), "\n\n", sep = "")
}

#' @rdname lm
#' @param object a linear model.
#' @param correlation whether to add the correlations of the coefficients.
#' @param symbolic.cor whether to print them as symbols.
#' @examples
#' summary.lm(lm(dist ~ speed, cars))
summary.lm <- function(object, correlation = FALSE, symbolic.cor = FALSE, ...) {
  rank <- object$rank
  freedom <- object$df.residual
  if (is.null(object$terms)) {
    stop("invalid 'lm' object:  no 'terms' component")
  }
  if (!inherits(object, "lm")) {
    warning("calling summary.lm(<fake-lm-object>) ...")
  }
  residuals <- object$residuals
  weights <- object$weights
  if (rank == 0L) return(summary_of_empty_fit(object))
  fitted <- object$fitted.values
  intercept <- attr(object$terms, "intercept")
  explained <- explained_squares(fitted, weights, intercept)
  remaining <- if (is.null(weights)) sum(residuals^2)
    else sum(weights * residuals^2)
  if (!is.null(weights)) residuals <- sqrt(weights) * residuals
  variance <- remaining / freedom
  if (is.finite(variance) &&
      variance < (mean(fitted)^2 + var(c(fitted))) * 1e-30) {
    warning("essentially perfect fit: summary may be unreliable")
  }
  leading <- seq_len(rank)
  unscaled <- chol2inv(object$qr$qr[leading, leading, drop = FALSE])
  error <- sqrt(diag(unscaled) * variance)
  estimable <- object$qr$pivot[leading]
  estimate <- object$coefficients[estimable]
  statistic <- estimate / error
  coefficients <- cbind(
    Estimate = estimate, `Std. Error` = error, `t value` = statistic,
    `Pr(>|t|)` = 2 * pt(abs(statistic), freedom, lower.tail = FALSE))
  result <- object[c("call", "terms", if (!is.null(weights)) "weights")]
  result$residuals <- residuals
  result$coefficients <- coefficients
  result$aliased <- is.na(object$coefficients)
  result$sigma <- sqrt(variance)
  result$df <- c(rank, freedom, NCOL(object$qr$qr))
  if (rank != intercept) {
    result$r.squared <- explained / (explained + remaining)
    result$adj.r.squared <- 1 - (1 - result$r.squared) *
      ((length_used(object) - intercept) / freedom)
    result$fstatistic <- c(value = explained / (rank - intercept) / variance,
                           numdf = rank - intercept, dendf = freedom)
  } else {
    result$r.squared <- result$adj.r.squared <- 0
  }
  dimnames(unscaled) <- dimnames(coefficients)[c(1, 1)]
  result$cov.unscaled <- unscaled
  if (correlation) {
    result$correlation <- (unscaled * variance) / outer(error, error)
    dimnames(result$correlation) <- dimnames(unscaled)
    result$symbolic.cor <- symbolic.cor
  }
  if (!is.null(object$na.action)) result$na.action <- object$na.action
  class(result) <- "summary.lm"
  result
}

length_used <- function(object) object$df.residual + object$rank

# Sum of squares of the fitted values, about their mean if there is an
# intercept.
explained_squares <- function(fitted, weights, intercept) {
  if (is.null(weights)) {
    if (intercept) sum((fitted - mean(fitted))^2) else sum(fitted^2)
  } else if (intercept) {
    center <- sum(weights * fitted / sum(weights))
    sum(weights * (fitted - center)^2)
  } else {
    sum(weights * fitted^2)
  }
}

summary_of_empty_fit <- function(object) {
  residuals <- object$residuals
  weights <- object$weights
  if (is.null(weights)) {
    remaining <- sum(residuals^2)
  } else {
    remaining <- sum(weights * residuals^2)
    residuals <- sqrt(weights) * residuals
  }
  result <- object[c("call", "terms", if (!is.null(weights)) "weights")]
  class(result) <- "summary.lm"
  result$aliased <- is.na(object$coefficients)
  result$residuals <- residuals
  result$df <- c(0L, length(residuals), length(result$aliased))
  result$coefficients <- matrix(
    NA_real_, 0L, 4L,
    dimnames = list(NULL, c("Estimate", "Std. Error", "t value", "Pr(>|t|)")))
  result$sigma <- sqrt(remaining / object$df.residual)
  result$r.squared <- result$adj.r.squared <- 0
  result$cov.unscaled <- matrix(NA_real_, 0L, 0L)
  result
}

print.summary.lm <- function(x, digits = max(3L, getOption("digits") - 3L),
                             symbolic.cor = x$symbolic.cor,
                             signif.stars = getOption("show.signif.stars"),
                             ...) {
  print_call(x$call)
  weighted <- !is.null(x$weights) && diff(range(x$weights))
  cat(if (weighted) "Weighted ", "Residuals:\n", sep = "")
  print_residuals(x$residuals, x$df[2L], digits, x$df[1L], ...)
  if (!length(x$aliased)) {
    cat("\nNo Coefficients\n")
  } else {
    unknown <- x$df[3L] - x$df[1L]
    if (unknown > 0) {
      cat("\nCoefficients: (", unknown,
          " not defined because of singularities)\n", sep = "")
    } else {
      cat("\nCoefficients:\n")
    }
    printCoefmat(with_aliased(x$coefficients, x$aliased), digits = digits,
                 signif.stars = signif.stars, signif.legend = TRUE,
                 na.print = "NA", ...)
  }
  cat("\nResidual standard error:", format(signif(x$sigma, digits)), "on",
      x$df[2L], "degrees of freedom")
  cat("\n")
  if (nzchar(omitted <- naprint(x$na.action))) cat("  (", omitted, ")\n", sep = "")
  if (!is.null(x$fstatistic)) {
    cat("Multiple R-squared: ", formatC(x$r.squared, digits = digits))
    cat(",\tAdjusted R-squared: ", formatC(x$adj.r.squared, digits = digits),
        "\nF-statistic:", formatC(x$fstatistic[1L], digits = digits), "on",
        x$fstatistic[2L], "and", x$fstatistic[3L], "DF,  p-value:",
        format.pval(pf(x$fstatistic[1L], x$fstatistic[2L], x$fstatistic[3L],
                       lower.tail = FALSE), digits = digits))
    cat("\n")
  }
  print_correlation(x$correlation, symbolic.cor, digits)
  cat("\n")
  invisible(x)
}

# Residuals themselves if there are few, else their quartiles.
print_residuals <- function(residuals, freedom, digits, rank, ...) {
  if (freedom > 5L) {
    labels <- c("Min", "1Q", "Median", "3Q", "Max")
    quartiles <- if (length(dim(residuals)) == 2L) {
      structure(apply(t(residuals), 1L, quantile),
                dimnames = list(labels, dimnames(residuals)[[2L]]))
    } else {
      structure(zapsmall(quantile(residuals), digits + 1L), names = labels)
    }
    print(quartiles, digits = digits, ...)
  } else if (freedom > 0L) {
    print(residuals, digits = digits, ...)
  } else {
    cat("ALL", rank, "residuals are 0: no residual degrees of freedom!")
    cat("\n")
  }
}

# The table of coefficients with rows of NA for the aliased ones.
with_aliased <- function(coefficients, aliased) {
  if (is.null(aliased) || !any(aliased)) return(coefficients)
  result <- matrix(NA, length(aliased), ncol(coefficients),
                   dimnames = list(names(aliased), colnames(coefficients)))
  result[!aliased, ] <- coefficients
  result
}

print_correlation <- function(correlation, symbolic, digits) {
  if (is.null(correlation)) return(invisible())
  size <- NCOL(correlation)
  if (size <= 1L) return(invisible())
  cat("\nCorrelation of Coefficients:\n")
  if (is.logical(symbolic) && symbolic) {
    print(symnum(correlation, abbr.colnames = NULL))
  } else {
    shown <- format(round(correlation, 2), nsmall = 2, digits = digits)
    shown[!lower.tri(shown)] <- ""
    print(shown[-1, -size, drop = FALSE], quote = FALSE)
  }
}
