#' Add or drop terms
#'
#' Tables of the models with one term more or one less.
#'
#' @param object a fitted model.
#' @param scope a formula: the terms to add, or to drop.
#' @param ... further arguments for methods.
#' @examples
#' drop1(lm(Fertility ~ ., swiss))
drop1 <- function(object, scope, ...) UseMethod("drop1")

#' @rdname drop1
#' @examples
#' add1(lm(Fertility ~ 1, swiss), ~ Education + Catholic)
add1 <- function(object, scope, ...) UseMethod("add1")

drop_candidates <- function(object, scope) {
  labels <- attr(terms(object), "term.labels")
  if (missing(scope)) return(drop.scope(object))
  if (!is.character(scope)) {
    scope <- attr(terms(update.formula(object, scope)), "term.labels")
  }
  if (!all(match(scope, labels, 0L) > 0L)) stop("scope is not a subset of term labels")
  scope
}

add_candidates <- function(object, scope) {
  if (missing(scope) || is.null(scope)) stop("no terms in scope")
  if (!is.character(scope)) scope <- add.scope(object, update.formula(object, scope))
  if (!length(scope)) stop("no terms in scope for adding to object")
  scope
}

drop1.lm <- function(object, scope, scale = 0, all.cols = TRUE,
                     test = c("none", "Chisq", "F"), k = 2, ...) {
  test <- match.arg(test)
  design <- model.matrix(object)
  assigned <- attr(design, "assign")
  labels <- attr(object$terms, "term.labels")
  scope <- drop_candidates(object, scope)
  terms <- match(scope, labels)
  count <- nrow(design)
  weights <- object$weights
  if (is.null(weights)) weights <- rep.int(1, count)
  y <- object$residuals + object$fitted.values
  if (!is.null(object$offset)) y <- y - object$offset
  estimable <- !is.na(object$coefficients)
  full_freedom <- object$df.residual
  full_squares <- deviance.lm(object)
  freedom <- numeric(length(scope))
  squares <- numeric(length(scope))
  good <- weights != 0
  for (i in seq_along(scope)) {
    columns <- (if (all.cols) TRUE else estimable) & !(assigned %in% terms[i])
    fit <- .Internal(lmFit(design[good, columns, drop = FALSE] * sqrt(weights[good]),
                           y[good] * sqrt(weights[good]), 1e-7))
    squares[i] <- sum(fit$residuals^2)
    freedom[i] <- sum(good) - fit$rank
  }
  scope <- c("<none>", scope)
  freedom <- c(full_freedom, freedom)
  squares <- c(full_squares, squares)
  total <- sum(good)
  criterion <- if (scale > 0) squares / scale - total + k * (total - freedom)
    else total * log(squares / total) + k * (total - freedom)
  change <- freedom - full_freedom
  change[1L] <- NA
  table <- data.frame(Df = change, `Sum of Sq` = c(NA, squares[-1L] - squares[1L]),
                      RSS = squares, AIC = criterion, row.names = scope,
                      check.names = FALSE)
  if (scale > 0) names(table) <- c("Df", "Sum of Sq", "RSS", "Cp")
  if (test == "Chisq") {
    difference <- pmax(0, if (scale > 0) table[["Sum of Sq"]] / scale
                       else total * log(squares / squares[1L]))
    table[, "Pr(>Chi)"] <- pchisq(difference, change, lower.tail = FALSE)
    table[1L, "Pr(>Chi)"] <- NA
  } else if (test == "F") {
    mean <- squares[1L] / full_freedom
    ratio <- (table[["Sum of Sq"]] / change) / mean
    ratio[change < 1e-4] <- NA
    table[, c("F value", "Pr(>F)")] <-
      list(ratio, pf(ratio, change, full_freedom, lower.tail = FALSE))
  }
  deletion_table(table, "Single term deletions", formula(object),
                 if (scale > 0) scale)
}

deletion_table <- function(table, title, formula, scale = NULL) {
  structure(table, heading = c(
    title, "\nModel:", deparse(formula),
    if (!is.null(scale)) paste("\nscale: ", format(scale), "\n")),
    class = c("anova", "data.frame"))
}

drop1.default <- function(object, scope, scale = 0, test = c("none", "Chisq"),
                          k = 2, trace = FALSE, ...) {
  test <- match.arg(test)
  scope <- drop_candidates(object, scope)
  values <- matrix(nrow = length(scope) + 1L, ncol = 2L,
                   dimnames = list(c("<none>", scope), c("df", "AIC")))
  values[1L, ] <- extractAIC(object, scale, k = k, ...)
  count <- nobs(object, use.fallback = TRUE)
  frame <- environment(formula(object))
  for (i in seq_along(scope)) {
    if (trace > 1) cat("trying -", scope[i], "\n", sep = "")
    smaller <- update(object, as.formula(paste("~ . -", scope[i])), evaluate = FALSE)
    smaller <- eval(smaller, envir = frame)
    values[i + 1L, ] <- extractAIC(smaller, scale, k = k, ...)
  }
  change <- values[1L, 1L] - values[, 1L]
  change[1L] <- NA
  table <- data.frame(Df = change, AIC = values[, 2L])
  if (test == "Chisq") {
    ratio <- pmax(0, values[, 2L] - k * values[, 1L] -
                    (values[1L, 2L] - k * values[1L, 1L]))
    ratio[1L] <- NA
    table[, c("LRT", "Pr(>Chi)")] <-
      list(ratio, pchisq(ratio, change, lower.tail = FALSE))
  }
  deletion_table(table, "Single term deletions", formula(object),
                 if (scale > 0) scale)
}

drop1.glm <- function(object, scope, scale = 0, test = c("none", "Rao", "LRT", "Chisq", "F"),
                      k = 2, ...) {
  test <- match.arg(test)
  doscore <- test == "Rao"
  if (test == "Chisq") test <- "LRT"
  design <- model.matrix(object)
  count <- nrow(design)
  assigned <- attr(design, "assign")
  labels <- attr(object$terms, "term.labels")
  scope <- drop_candidates(object, scope)
  terms <- match(scope, labels)
  full_rank <- object$rank
  residual_freedom <- object$df.residual
  freedom <- deviance <- score <- numeric(length(scope))
  y <- object$y
  if (is.null(y)) y <- response_proportions(model.response(model.frame(object)))
  weights <- object$prior.weights
  if (is.null(weights)) weights <- rep.int(1, count)
  for (i in seq_along(scope)) {
    columns <- !(assigned %in% terms[i])
    fit <- glm.fit(design[, columns, drop = FALSE], y, weights,
                   offset = object$offset, family = object$family,
                   control = object$control)
    freedom[i] <- fit$rank
    deviance[i] <- fit$deviance
    if (doscore) {
      step <- glm.fit(design, fit$residuals, fit$weights, intercept = FALSE)
      score[i] <- step$null.deviance - step$deviance
    }
  }
  freedom <- c(full_rank, freedom)
  deviance <- c(object$deviance, deviance)
  dispersion <- if (scale == 0) summary(object, dispersion = NULL)$dispersion else scale
  likelihood <- if (object$family$family == "gaussian") {
    if (scale > 0) deviance / scale - count else count * log(deviance / count)
  } else {
    deviance / dispersion
  }
  criterion <- likelihood + k * freedom
  change <- full_rank - freedom
  change[1L] <- NA
  criterion <- criterion + (extractAIC(object, k = k)[2L] - criterion[1L])
  table <- data.frame(Df = change, Deviance = deviance, AIC = criterion,
                      row.names = c("<none>", scope), check.names = FALSE)
  if (is.na(criterion[1L])) table <- table[, -3L]
  if (test == "LRT") {
    ratio <- pmax(0, likelihood - likelihood[1L])
    ratio[1L] <- NA
    table[, if (dispersion == 1) "LRT" else "scaled dev."] <- ratio
    table[, "Pr(>Chi)"] <- pchisq(ratio, change, lower.tail = FALSE)
  } else if (test == "Rao") {
    value <- c(NA, pmax(0, score)) / dispersion
    table[, if (dispersion == 1) "Rao score" else "scaled Rao sc."] <- value
    table[, "Pr(>Chi)"] <- pchisq(value, change, lower.tail = FALSE)
  } else if (test == "F") {
    if (object$family$family %in% c("binomial", "poisson")) {
      warning(gettextf("F test assumes 'quasi%s' family", object$family$family),
              domain = NA)
    }
    mean <- deviance[1L] / residual_freedom
    ratio <- (deviance - deviance[1L]) / change / mean
    ratio[change < 1e-4] <- NA
    table[, c("F value", "Pr(>F)")] <-
      list(ratio, pf(ratio, change, residual_freedom, lower.tail = FALSE))
  }
  deletion_table(table, "Single term deletions", formula(object),
                 if (scale > 0) scale)
}

add1.lm <- function(object, scope, scale = 0, test = c("none", "Chisq", "F"),
                    x = NULL, k = 2, ...) {
  test <- match.arg(test)
  scope <- add_candidates(object, scope)
  enlarged <- larger_design(object, scope, x)
  design <- enlarged$design
  y <- enlarged$y
  weights <- enlarged$weights
  good <- weights != 0
  count <- sum(good)
  own <- enlarged$assigned %in% c(0, enlarged$own)
  if (attr(terms(object), "intercept") == 0L) own <- enlarged$assigned %in% enlarged$own
  fit_of <- function(columns) {
    fit <- .Internal(lmFit(design[good, columns, drop = FALSE] * sqrt(weights[good]),
                           y[good] * sqrt(weights[good]), 1e-7))
    c(fit$rank, sum(fit$residuals^2))
  }
  values <- rbind(fit_of(own), t(vapply(enlarged$new, function(term) {
    fit_of(own | enlarged$assigned %in% term)
  }, numeric(2))))
  freedom <- values[, 1L]
  squares <- values[, 2L]
  criterion <- if (scale > 0) squares / scale - count + k * freedom
    else count * log(squares / count) + k * freedom
  change <- freedom - freedom[1L]
  change[1L] <- NA
  table <- data.frame(Df = change, `Sum of Sq` = c(NA, squares[1L] - squares[-1L]),
                      RSS = squares, AIC = criterion,
                      row.names = c("<none>", scope), check.names = FALSE)
  if (scale > 0) names(table) <- c("Df", "Sum of Sq", "RSS", "Cp")
  if (test == "Chisq") {
    difference <- table[["Sum of Sq"]]
    difference <- if (scale == 0) count * log(squares[1L] / squares) else difference / scale
    change <- table$Df
    difference[change == 0] <- NA
    table[, "Pr(>Chi)"] <- pchisq(difference, abs(change), lower.tail = FALSE)
    table[1L, "Pr(>Chi)"] <- NA
  } else if (test == "F") {
    residual <- object$df.residual - change
    ratio <- (table[["Sum of Sq"]] / change) / (squares / residual)
    ratio[change < .Machine$double.eps] <- NA
    table[, c("F value", "Pr(>F)")] <-
      list(ratio, pf(ratio, change, residual, lower.tail = FALSE))
  }
  deletion_table(table, "Single term additions", formula(object),
                 if (scale > 0) scale)
}

# The design matrix with the terms of the scope added.
larger_design <- function(object, scope, x) {
  formula <- update.formula(object, paste(
    "~ . +", paste(scope, collapse = " + ")))
  terms <- terms(formula)
  call <- object$call
  call$formula <- terms
  frame_call <- call[c(1L, match(c("formula", "data", "subset", "weights",
                                   "na.action", "offset"), names(call), 0L))]
  frame_call$drop.unused.levels <- TRUE
  frame_call[[1L]] <- quote(stats::model.frame)
  frame <- eval(frame_call, environment(formula(object)))
  if (nrow(frame) < length(object$residuals)) {
    warning(gettextf("using the %d/%d rows from a combined fit", nrow(frame),
                     length(object$residuals)), domain = NA)
  }
  design <- model.matrix(terms, frame, contrasts.arg = object$contrasts)
  labels <- attr(terms, "term.labels")
  own <- attr(terms(object), "term.labels")
  canonical <- function(label) {
    vapply(strsplit(label, ":", fixed = TRUE),
           function(part) paste(sort(part), collapse = ":"), "")
  }
  weights <- model.weights(frame)
  y <- model.response(frame, "numeric")
  offset <- model.offset(frame)
  if (!is.null(offset)) y <- y - offset
  list(design = design, assigned = attr(design, "assign"), y = y,
       own = match(canonical(own), canonical(labels)),
       new = match(canonical(scope), canonical(labels)), frame = frame,
       weights = if (is.null(weights)) rep.int(1, nrow(design)) else weights,
       offset = offset)
}

add1.default <- function(object, scope, scale = 0, test = c("none", "Chisq"),
                         k = 2, trace = FALSE, ...) {
  test <- match.arg(test)
  scope <- add_candidates(object, scope)
  values <- matrix(nrow = length(scope) + 1L, ncol = 2L,
                   dimnames = list(c("<none>", scope), c("df", "AIC")))
  values[1L, ] <- extractAIC(object, scale, k = k, ...)
  frame <- environment(formula(object))
  for (i in seq_along(scope)) {
    if (trace > 1) cat("trying +", scope[i], "\n", sep = "")
    larger <- update(object, as.formula(paste("~ . +", scope[i])), evaluate = FALSE)
    values[i + 1L, ] <- extractAIC(eval(larger, envir = frame), scale, k = k, ...)
  }
  change <- values[, 1L] - values[1L, 1L]
  change[1L] <- NA
  table <- data.frame(Df = change, AIC = values[, 2L])
  if (test == "Chisq") {
    ratio <- pmax(0, (values[1L, 2L] - k * values[1L, 1L]) -
                    (values[, 2L] - k * values[, 1L]))
    ratio[1L] <- NA
    table[, c("LRT", "Pr(>Chi)")] <-
      list(ratio, pchisq(ratio, change, lower.tail = FALSE))
  }
  deletion_table(table, "Single term additions", formula(object),
                 if (scale > 0) scale)
}

add1.glm <- function(object, scope, scale = 0, test = c("none", "Rao", "LRT", "Chisq", "F"),
                     x = NULL, k = 2, ...) {
  test <- match.arg(test)
  if (test == "Chisq") test <- "LRT"
  scope <- add_candidates(object, scope)
  enlarged <- larger_design(object, scope, x)
  design <- enlarged$design
  y <- response_proportions(model.response(enlarged$frame))
  weights <- enlarged$weights
  raw <- model.response(enlarged$frame)
  if (is.matrix(raw) && ncol(raw) == 2L) weights <- weights * rowSums(raw)
  own <- enlarged$assigned %in% c(0, enlarged$own)
  fits <- lapply(c(list(NULL), as.list(enlarged$new)), function(term) {
    columns <- own | enlarged$assigned %in% term
    glm.fit(design[, columns, drop = FALSE], y, weights, offset = object$offset,
            family = object$family, control = object$control)
  })
  freedom <- vapply(fits, function(fit) as.numeric(fit$rank), 0)
  deviance <- vapply(fits, function(fit) fit$deviance, 0)
  count <- nrow(design)
  dispersion <- if (scale == 0) summary(object, dispersion = NULL)$dispersion else scale
  likelihood <- if (object$family$family == "gaussian") {
    if (scale > 0) deviance / scale - count else count * log(deviance / count)
  } else {
    deviance / dispersion
  }
  criterion <- likelihood + k * freedom
  criterion <- criterion + (extractAIC(object, k = k)[2L] - criterion[1L])
  change <- freedom - freedom[1L]
  change[1L] <- NA
  table <- data.frame(Df = change, Deviance = deviance, AIC = criterion,
                      row.names = c("<none>", scope), check.names = FALSE)
  if (is.na(criterion[1L])) table <- table[, -3L]
  if (test == "LRT") {
    ratio <- pmax(0, likelihood[1L] - likelihood)
    ratio[1L] <- NA
    table[, if (dispersion == 1) "LRT" else "scaled dev."] <- ratio
    table[, "Pr(>Chi)"] <- pchisq(ratio, change, lower.tail = FALSE)
  } else if (test == "Rao") {
    null <- fits[[1L]]
    score <- vapply(enlarged$new, function(term) {
      columns <- own | enlarged$assigned %in% term
      step <- glm.fit(design[, columns, drop = FALSE], null$residuals, null$weights,
                      intercept = FALSE)
      step$null.deviance - step$deviance
    }, 0)
    value <- c(NA, score) / dispersion
    table[, if (dispersion == 1) "Rao score" else "scaled Rao sc."] <- value
    table[, "Pr(>Chi)"] <- pchisq(value, change, lower.tail = FALSE)
  } else if (test == "F") {
    residual <- object$df.residual - change
    mean <- deviance / residual
    ratio <- (deviance[1L] - deviance) / change / mean
    table[, c("F value", "Pr(>F)")] <-
      list(ratio, pf(ratio, change, residual, lower.tail = FALSE))
  }
  deletion_table(table, "Single term additions", formula(object),
                 if (scale > 0) scale)
}
