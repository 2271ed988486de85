#' Analysis of variance
#'
#' Fits an analysis of variance model; `Error()` terms in the formula give
#' strata. Returns an object of class `"aov"` or `"aovlist"`.
#'
#' @param formula the model.
#' @param data a data frame with the variables.
#' @param projections whether to keep the projections.
#' @param qr whether to keep the decomposition.
#' @param contrasts a named list of contrasts.
#' @param ... passed on to `lm`.
#' @examples
#' summary(aov(yield ~ block + N * P * K, npk))
aov <- function(formula, data = NULL, projections = FALSE, qr = TRUE,
                contrasts = NULL, ...) {
  terms <- if (missing(data)) terms(formula, "Error")
    else terms(formula, "Error", data = data)
  error <- attr(terms, "specials")$Error
  if (length(error) > 1L) {
    stop(sprintf(ngettext(length(error),
      "there are %d Error terms: only 1 is allowed",
      "there are %d Error terms: only 1 is allowed"), length(error)), domain = NA)
  }
  call <- match.call()
  lm_call <- match.call(expand.dots = TRUE)
  lm_call$formula <- terms
  lm_call$projections <- NULL
  if (is.null(error)) {
    fit <- eval(aov_fit_call(lm_call), parent.frame())
    fit$call <- call
    class(fit) <- if (inherits(fit, "mlm")) c("maov", "aov", oldClass(fit))
      else c("aov", oldClass(fit))
    fit$qr <- if (qr) fit$qr
    fit$contrasts <- fit$contrasts
    if (projections) fit$projections <- proj(fit)
    return(fit)
  }
  aov_with_strata(terms, error, lm_call, call, projections, qr, parent.frame())
}

aov_fit_call <- function(call) {
  call[[1L]] <- quote(stats::lm)
  call$singular.ok <- TRUE
  call$qr <- TRUE
  call
}

# Fits the part of the model that lies in each error stratum: the response and
# the design are rotated by the QR decomposition of the error model.
aov_with_strata <- function(terms, error, lm_call, call, projections, qr, frame) {
  old <- options(contrasts = c("contr.helmert", "contr.poly"))
  on.exit(options(old))
  error_term <- attr(terms, "variables")[[1L + error]]
  error_label <- deparse(error_term, width.cutoff = 500L, backtick = TRUE)
  error_fit <- eval(aov_error_call(terms, error_term, lm_call), frame)
  options(old)
  decomposition <- error_fit$qr
  strata <- attr(terms(error_fit), "term.labels")
  assigned <- error_fit$assign[decomposition$pivot[seq_len(error_fit$rank)]]
  if (length(error_fit$assign) > error_fit$rank) warning("Error() model is singular")
  count <- length(error_fit$residuals)
  stratum <- c(assigned, rep.int(max(assigned, 0L) + 1L, count - error_fit$rank))
  stratum_names <- c("(Intercept)", strata, "Within")
  present <- unique(stratum)
  model_call <- lm_call
  model_formula <- update.formula(formula_without_attributes(terms),
                                  as.formula(paste("~ . -", error_label)))
  environment(model_formula) <- environment(terms)
  model_terms <- terms(model_formula, data = eval(lm_call$data, frame))
  frame_call <- lm_call[c(1L, match(c("data", "subset", "weights", "na.action"),
                                    names(lm_call), 0L))]
  frame_call$formula <- model_terms
  frame_call$drop.unused.levels <- TRUE
  frame_call[[1L]] <- quote(stats::model.frame)
  model <- eval(frame_call, frame)
  response <- model.response(model, "numeric")
  contrasts <- eval(lm_call$contrasts, frame)
  design <- model.matrix(model_terms, model, contrasts)
  weights <- model.weights(model)
  if (!is.null(weights)) {
    design <- design * sqrt(weights)
    response <- response * sqrt(weights)
  }
  rotated_y <- qr.qty(decomposition, response)
  rotated_x <- qr.qty(decomposition, design)
  columns <- colnames(design)
  assignment <- attr(design, "assign")
  result <- list()
  for (level in sort(present)) {
    rows <- which(stratum == level)
    x <- rotated_x[rows, , drop = FALSE]
    used <- colSums(x^2) > 1e-5 * max(colSums(rotated_x^2), 1e-300)
    if (level != 0L) used[assignment == 0L] <- FALSE
    else used <- assignment == 0L
    kept <- which(used)
    part <- x[, kept, drop = FALSE]
    colnames(part) <- columns[kept]
    y <- rotated_y[rows]
    attr(part, "assign") <- assignment[kept]
    fit <- if (length(kept)) lm.fit(part, y) else {
      list(coefficients = numeric(), residuals = y, effects = NULL,
           fitted.values = 0 * y, rank = 0L, assign = NULL, qr = NULL,
           df.residual = length(y))
    }
    fit$assign <- assignment[kept]
    fit$terms <- model_terms
    fit$call <- call
    fit$contrasts <- attr(design, "contrasts")
    class(fit) <- c("aov", "lm")
    if (projections) fit$projections <- proj(fit)
    if (!qr) fit$qr <- NULL
    result[[stratum_names[level + 1L]]] <- fit
  }
  structure(result, class = c("aovlist", "listof"), error.qr = decomposition,
            call = call, weights = weights, terms = terms,
            contrasts = attr(design, "contrasts"),
            xlevels = .getXlevels(model_terms, model))
}

# The call that fits the error model alone.
aov_error_call <- function(terms, error_term, lm_call) {
  formula <- terms
  formula[[length(terms)]] <- if (attr(terms, "intercept")) error_term[[2L]] else {
    call("-", error_term[[2L]], 1)
  }
  formula <- as.formula(formula_without_attributes(formula))
  environment(formula) <- environment(terms)
  lm_call$formula <- formula
  lm_call$method <- "qr"
  lm_call$contrasts <- NULL
  aov_fit_call(lm_call)
}

formula_without_attributes <- function(terms) {
  environment <- environment(terms)
  attributes(terms) <- list(class = "formula")
  environment(terms) <- environment
  terms
}

print.aov <- function(x, intercept = FALSE, tol = sqrt(.Machine$double.eps), ...) {
  if (!is.null(call <- x$call)) {
    cat("Call:\n   ")
    dput(call, control = NULL)
  }
  assigned <- if (x$rank) x$assign[qr.lm(x)$pivot[seq_len(x$rank)]] else integer()
  effects <- x$effects
  if (!is.null(effects)) effects <- as.matrix(effects)[seq_along(assigned), , drop = FALSE]
  remaining <- x$df.residual
  terms <- unique(assigned)
  labels <- c("(Intercept)", attr(x$terms, "term.labels"))
  if (x$rank) {
    squares <- lapply(terms, function(t) colSums(effects[assigned == t, , drop = FALSE]^2))
    freedoms <- vapply(terms, function(t) sum(assigned == t), 0)
    names <- labels[terms + 1L]
    if (!intercept) {
      kept <- terms != 0
      squares <- squares[kept]
      freedoms <- freedoms[kept]
      names <- names[kept]
    }
  } else {
    squares <- list()
    freedoms <- numeric()
    names <- character()
  }
  residuals <- as.matrix(x$residuals)
  weights <- x$weights
  left <- if (is.null(weights)) colSums(residuals^2) else colSums(weights * residuals^2)
  if (remaining > 0L) {
    squares <- c(squares, list(left))
    freedoms <- c(freedoms, remaining)
    names <- c(names, "Residuals")
  }
  cat("\nTerms:\n")
  if (length(squares)) {
    table <- if (ncol(residuals) > 1L) {
      rbind(matrix(format(zapsmall(unlist(squares))), ncol(residuals)),
            format(freedoms))
    } else {
      rbind(format(zapsmall(unlist(squares))), format(freedoms))
    }
    dimnames(table) <- list(
      if (ncol(residuals) > 1L) c(colnames(residuals), "Deg. of Freedom")
      else c("Sum of Squares", "Deg. of Freedom"), names)
    print(table, quote = FALSE, right = TRUE)
  }
  if (remaining > 0L) {
    cat("\n", if (ncol(residuals) > 1L) "Residual standard errors: "
        else "Residual standard error: ",
        paste(format(sqrt(left / remaining)), collapse = " "), "\n", sep = "")
  }
  if (x$rank) print_estimability(x, tol)
  if (nzchar(omitted <- naprint(x$na.action))) cat(omitted, "\n", sep = "")
  invisible(x)
}

# How many effects cannot be estimated, and whether the columns of the design
# are orthogonal.
print_estimability <- function(x, tol) {
  count <- NROW(x$coefficients)
  if (x$rank < count) {
    cat(count - x$rank, "out of", count, "effects not estimable\n")
  }
  root <- x$qr$qr
  root <- root[seq_len(min(dim(root))), , drop = FALSE]
  if (!any(x$assign > 0)) return(invisible())
  root[row(root) > col(root)] <- 0
  size <- sum(abs(diag(root)))
  root[row(root) == col(root)] <- 0
  cat(if (sum(abs(root)) / size > tol) "Estimated effects may be unbalanced\n"
      else "Estimated effects are balanced\n")
}

print.aovlist <- function(x, ...) {
  call <- attr(x, "call")
  if (!is.null(call)) {
    cat("\nCall:\n")
    dput(call, control = NULL)
  }
  if (!is.null(attr(x, "weights"))) {
    cat("Note: The results below are on the weighted scale\n")
  }
  for (name in names(x)) {
    if (name == "(Intercept)") {
      if (x[[name]]$rank) {
        cat("\nGrand Mean: ", format(x[[name]]$coefficients[[1L]]), "\n", sep = "")
      }
      next
    }
    cat("\nStratum ", match(name, setdiff(names(x), "(Intercept)")), ": ", name, "\n", sep = "")
    part <- x[[name]]
    part$call <- NULL
    print(part)
  }
  invisible(x)
}

summary.aov <- function(object, intercept = FALSE, split, expand.split = TRUE,
                        keep.zero.df = TRUE, ...) {
  assigned <- if (object$rank) object$assign[qr.lm(object)$pivot[seq_len(object$rank)]] else integer()
  effects <- object$effects
  if (!is.null(effects)) effects <- as.matrix(effects)[seq_along(assigned), , drop = FALSE]
  residuals <- as.matrix(object$residuals)
  weights <- object$weights
  if (!is.null(weights)) residuals <- sqrt(weights) * residuals
  labels <- c("(Intercept)", attr(object$terms, "term.labels"))
  terms <- sort(unique(assigned))
  widest <- if (any(terms == 0)) "(Intercept)"
  if (!intercept) terms <- terms[terms != 0]
  freedom_left <- object$df.residual
  if (missing(split)) split <- NULL
  result <- lapply(seq_len(ncol(residuals)), function(j) {
    squares <- vapply(terms, function(t) sum(effects[assigned == t, j]^2), 0)
    freedoms <- vapply(terms, function(t) as.numeric(sum(assigned == t)), 0)
    names <- labels[terms + 1L]
    if (length(split)) {
      parts <- split_terms(object, split, effects[, j], assigned, names, squares, freedoms, expand.split)
      squares <- parts$squares
      freedoms <- parts$freedoms
      names <- parts$names
    }
    if (freedom_left > 0L) {
      squares <- c(squares, sum(residuals[, j]^2))
      freedoms <- c(freedoms, freedom_left)
      names <- c(names, "Residuals")
    }
    means <- ifelse(freedoms > 0L, squares / freedoms, NA)
    table <- list(Df = freedoms, `Sum Sq` = squares, `Mean Sq` = means)
    if (freedom_left > 0L) {
      last <- length(means)
      ratio <- means / means[last]
      p <- pf(ratio, freedoms, freedom_left, lower.tail = FALSE)
      ratio[last] <- p[last] <- NA
      table$`F value` <- ratio
      table$`Pr(>F)` <- p
    }
    class(table) <- c("anova", "data.frame")
    attr(table, "row.names") <- format(c(names, widest))[seq_along(names)]
    table
  })
  if (ncol(residuals) > 1L) {
    names(result) <- paste(" Response", colnames(residuals))
  }
  class(result) <- c("summary.aov", "listof")
  attr(result, "na.action") <- object$na.action
  result
}

# Single degrees of freedom of chosen terms.
split_terms <- function(object, split, effects, assigned, names, squares,
                        freedoms, expand) {
  labels <- attr(object$terms, "term.labels")
  out <- list(squares = numeric(), freedoms = numeric(), names = character())
  for (i in seq_along(names)) {
    out$squares <- c(out$squares, squares[i])
    out$freedoms <- c(out$freedoms, freedoms[i])
    out$names <- c(out$names, names[i])
    parts <- split[[names[i]]]
    if (is.null(parts)) next
    own <- effects[assigned == match(names[i], labels)]
    for (part in names(parts)) {
      chosen <- own[parts[[part]]]
      out$squares <- c(out$squares, sum(chosen^2))
      out$freedoms <- c(out$freedoms, length(parts[[part]]))
      out$names <- c(out$names, paste0("  ", names[i], ": ", part))
    }
  }
  out
}

print.summary.aov <- function(x, digits = max(3L, getOption("digits") - 3L),
                              symbolic.cor = FALSE,
                              signif.stars = getOption("show.signif.stars"),
                              ...) {
  if (length(x) == 1L) {
    print(x[[1L]], digits = digits, signif.stars = signif.stars)
  } else {
    NextMethod()
  }
  if (nzchar(omitted <- naprint(attr(x, "na.action")))) cat(omitted, "\n", sep = "")
  invisible(x)
}

summary.aovlist <- function(object, ...) {
  result <- lapply(object[names(object) != "(Intercept)"], summary, ...)
  names(result) <- paste("Error:", names(result))
  class(result) <- "summary.aovlist"
  result
}

print.summary.aovlist <- function(x, ...) {
  for (name in names(x)) {
    cat("\n", name, "\n", sep = "")
    print(x[[name]], ...)
  }
  invisible(x)
}
