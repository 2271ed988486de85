#' Analysis of variance tables
#'
#' For one model, the sequential sums of squares or deviances of its terms; for
#' several, their comparison. Returns a data frame of class `"anova"`.
#'
#' @param object a fitted model.
#' @param ... more models, or arguments for methods.
#' @examples
#' anova(lm(weight ~ group, PlantGrowth))
anova <- function(object, ...) UseMethod("anova")

print.anova <- function(x, digits = max(getOption("digits") - 2L, 3L),
                        signif.stars = getOption("show.signif.stars"), ...) {
  if (!is.null(heading <- attr(x, "heading"))) {
    cat(heading, sep = "\n")
  }
  columns <- ncol(x)
  names <- colnames(x)
  has_p <- grepl("^(P|Pr)\\(", names[columns])
  zapped <- seq_len(columns - (if (has_p) 1 else 0))
  tests <- which(substr(names, 2, 7) == " value")
  tests <- c(tests, which(names %in% c("F", "Cp", "Chisq")))
  if (length(tests)) zapped <- zapped[!(zapped %in% tests)]
  if (length(freedoms <- grep("Df$", names))) {
    zapped <- zapped[!(zapped %in% freedoms)]
  }
  printCoefmat(x, digits = digits, signif.stars = signif.stars,
               has.Pvalue = has_p, P.values = has_p, cs.ind = NULL,
               zap.ind = zapped, tst.ind = tests, na.print = "", ...)
  invisible(x)
}

anova.lm <- function(object, ...) {
  if (inherits(object, "mlm")) return(anova.mlm(object, ...))
  if (length(list(object, ...)) > 1L) return(anova.lmlist(object, ...))
  if (!inherits(object, "lm")) {
    warning("calling anova.lm(<fake-lm-object>) ...")
  }
  weights <- object$weights
  remaining <- sum(if (is.null(weights)) object$residuals^2
                   else weights * object$residuals^2)
  fitted <- object$fitted.values
  if (remaining < 1e-10 * sum((if (is.null(weights)) 1 else weights) * fitted^2)) {
    warning("ANOVA F-tests on an essentially perfect fit are unreliable")
  }
  freedom <- df.residual(object)
  leading <- seq_len(object$rank)
  squares <- remaining
  freedoms <- freedom
  labels <- NULL
  if (length(leading)) {
    term <- object$assign[qr.lm(object)$pivot[leading]]
    explained <- split(object$effects[leading]^2, term)
    squares <- c(vapply(explained, sum, 0, USE.NAMES = FALSE), remaining)
    freedoms <- c(lengths(explained, use.names = FALSE), freedom)
    present <- sort(unique(term))
    names <- attr(object$terms, "term.labels")
    labels <- names[present[present > 0]]
    if (present[1L] == 0L) {
      squares <- squares[-1L]
      freedoms <- freedoms[-1L]
    }
  }
  means <- squares / freedoms
  ratio <- means / (remaining / freedom)
  p <- pf(ratio, freedoms, freedom, lower.tail = FALSE)
  last <- length(squares)
  ratio[last] <- p[last] <- NA
  table <- data.frame(freedoms, squares, means, ratio, p)
  dimnames(table) <- list(
    c(labels, "Residuals"),
    c("Df", "Sum Sq", "Mean Sq", "F value", "Pr(>F)"))
  structure(table, heading = c(
    "Analysis of Variance Table\n",
    paste("Response:", deparse(formula(object)[[2L]]))),
    class = c("anova", "data.frame"))
}

anova.lmlist <- function(object, ..., scale = 0, test = "F") {
  models <- list(object, ...)
  responses <- as.character(lapply(models, function(x) deparse(x$terms[[2L]])))
  same <- responses == responses[1L]
  if (!all(same)) {
    models <- models[same]
    warning(gettextf("models with response %s removed because response differs from model 1",
                     sQuote(deparse(responses[!same]))), domain = NA)
  }
  sizes <- vapply(models, function(x) length(x$residuals), 0L)
  if (any(sizes != sizes[1L])) {
    stop("models were not all fitted to the same size of dataset")
  }
  if (length(models) == 1L) return(anova.lm(object))
  freedoms <- as.numeric(lapply(models, df.residual))
  remaining <- as.numeric(lapply(models, deviance))
  table <- data.frame(freedoms, remaining, c(NA, -diff(freedoms)),
                      c(NA, -diff(remaining)))
  variables <- lapply(models, function(x) paste(deparse(formula(x)), collapse = "\n"))
  dimnames(table) <- list(seq_along(models),
                          c("Res.Df", "RSS", "Df", "Sum of Sq"))
  if (!is.null(test)) {
    largest <- which.min(freedoms)
    scale <- if (scale > 0) scale else remaining[largest] / freedoms[largest]
    table <- stat.anova(table, test = test, scale = scale,
                        df.scale = freedoms[largest], n = sizes[largest])
  }
  structure(table, heading = c(
    "Analysis of Variance Table\n",
    paste0("Model ", format(seq_along(models)), ": ", variables,
           collapse = "\n")),
    class = c("anova", "data.frame"))
}

#' Add tests to an analysis of deviance table
#'
#' @param table an anova table.
#' @param test the test: `"Rao"`, `"LRT"`, `"Chisq"`, `"F"` or `"Cp"`.
#' @param scale the residual mean square or dispersion.
#' @param df.scale its degrees of freedom.
#' @param n the number of cases.
#' @examples
#' table <- data.frame(Df = c(NA, 1), Deviance = c(NA, 4),
#'                     "Resid. Df" = c(9, 8), "Resid. Dev" = c(12, 8),
#'                     check.names = FALSE)
#' stat.anova(table, "Chisq", 1, 8, 10)
stat.anova <- function(table, test = c("Rao", "LRT", "Chisq", "F", "Cp"), scale,
                       df.scale, n) {
  test <- match.arg(test)
  deviance <- match("Deviance", colnames(table))
  if (test == "Rao") deviance <- match("Rao", colnames(table))
  if (is.na(deviance)) deviance <- match("Sum of Sq", colnames(table))
  switch(
    test,
    Rao = , LRT = , Chisq = {
      freedom <- table[, "Df"]
      values <- table[, deviance] / scale * sign(freedom)
      values[freedom %in% 0] <- NA
      values[!is.na(values) & values < 0] <- NA
      cbind(table, `Pr(>Chi)` = pchisq(values, abs(freedom), lower.tail = FALSE))
    },
    F = {
      freedom <- table[, "Df"]
      ratio <- table[, deviance] / freedom / scale
      ratio[freedom %in% 0] <- NA
      ratio[!is.na(ratio) & ratio < 0] <- NA
      cbind(table, F = ratio,
            `Pr(>F)` = pf(ratio, abs(freedom), df.scale, lower.tail = FALSE))
    },
    Cp = {
      if ("RSS" %in% names(table)) {
        cbind(table, Cp = table[, "RSS"] + 2 * scale * (n - table[, "Res.Df"]))
      } else {
        cbind(table, Cp = table[, "Resid. Dev"] +
          2 * scale * (n - table[, "Resid. Df"]))
      }
    }
  )
}

anova.glm <- function(object, ..., dispersion = NULL, test = NULL) {
  extras <- list(...)
  named <- if (is.null(names(extras))) rep(FALSE, length(extras))
    else names(extras) != ""
  if (any(named)) {
    warning("the following arguments to 'anova.glm' are invalid and dropped: ",
            paste(deparse(extras[named]), collapse = ", "))
  }
  extras <- extras[!named]
  models <- vapply(extras, function(x) inherits(x, "glm"), NA)
  extras <- extras[models]
  if (length(extras)) {
    return(anova.glmlist(c(list(object), extras), dispersion = dispersion,
                         test = test))
  }
  if (!is.null(test) && test == "Rao") {
    stop("test = \"Rao\" is not available for a single model")
  }
  terms <- attr(object$terms, "term.labels")
  assigned <- attr(object$qr$qr, "assign")
  design <- model.matrix(object)
  assigned <- attr(design, "assign")
  if (is.null(assigned)) assigned <- object$assign
  y <- object$y
  if (is.null(y)) {
    frame <- model.frame(object)
    y <- model.response(frame)
    y <- response_proportions(y)
  }
  count <- max(0L, assigned)
  deviances <- numeric()
  freedoms <- numeric()
  for (i in seq_len(max(count - 1L, 0L))) {
    fit <- glm.fit(
      x = design[, assigned <= i, drop = FALSE], y = y,
      weights = object$prior.weights, start = object$start,
      offset = object$offset, family = object$family,
      control = object$control)
    deviances <- c(deviances, fit$deviance)
    freedoms <- c(freedoms, fit$df.residual)
  }
  freedoms <- c(object$df.null, freedoms, if (count > 0L) object$df.residual)
  deviances <- c(object$null.deviance, deviances, if (count > 0L) object$deviance)
  table <- data.frame(
    c(NA, -diff(freedoms)), c(NA, pmax(0, -diff(deviances))), freedoms,
    deviances)
  dimnames(table) <- list(
    c("NULL", terms[seq_len(count)]),
    c("Df", "Deviance", "Resid. Df", "Resid. Dev"))
  title <- paste0(
    "Analysis of Deviance Table", "\n\nModel: ", object$family$family,
    ", link: ", object$family$link, "\n\nResponse: ",
    as.character(attr(object$terms, "variables"))[attr(object$terms, "response") + 1L],
    "\n\nTerms added sequentially (first to last)\n\n")
  freedom <- Inf
  if (is.null(dispersion)) {
    dispersion <- summary(object)$dispersion
    if (!object$family$family %in% c("binomial", "poisson")) {
      freedom <- object$df.residual
    }
  }
  if (!is.null(test)) {
    if (test == "F" && freedom == Inf) warn_fixed_dispersion(object$family)
    table <- stat.anova(table, test = test, scale = dispersion,
                        df.scale = freedom, n = NROW(design))
  }
  structure(table, heading = title, class = c("anova", "data.frame"))
}

warn_fixed_dispersion <- function(family) {
  name <- family$family
  if (name %in% c("binomial", "poisson")) {
    warning(gettextf("using F test with a '%s' family is inappropriate", name),
            domain = NA, call. = FALSE)
  } else {
    warning("using F test with a fixed dispersion is inappropriate",
            call. = FALSE)
  }
}

anova.glmlist <- function(object, ..., dispersion = NULL, test = NULL) {
  responses <- as.character(lapply(object, function(x) deparse(formula(x)[[2L]])))
  same <- responses == responses[1L]
  if (!all(same)) {
    object <- object[same]
    warning(gettextf("models with response %s removed because response differs from model 1",
                     sQuote(deparse(responses[!same]))), domain = NA)
  }
  sizes <- vapply(object, function(x) length(x$residuals), 0L)
  if (any(sizes != sizes[1L])) {
    stop("models were not all fitted to the same size of dataset")
  }
  if (length(object) == 1L) {
    return(anova.glm(object[[1L]], dispersion = dispersion, test = test))
  }
  freedoms <- as.numeric(lapply(object, function(x) x$df.residual))
  deviances <- as.numeric(lapply(object, function(x) x$deviance))
  table <- data.frame(freedoms, deviances, c(NA, -diff(freedoms)),
                      c(NA, -diff(deviances)))
  dimnames(table) <- list(seq_along(object),
                          c("Resid. Df", "Resid. Dev", "Df", "Deviance"))
  formulas <- lapply(object, function(x) paste(deparse(formula(x)), collapse = "\n"))
  if (!is.null(test)) {
    largest <- object[[order(freedoms)[1L]]]
    freedom <- Inf
    if (is.null(dispersion)) {
      dispersion <- summary(largest)$dispersion
      if (!largest$family$family %in% c("binomial", "poisson")) {
        freedom <- largest$df.residual
      }
    }
    if (test == "F" && freedom == Inf) warn_fixed_dispersion(largest$family)
    if (test == "Rao") table <- with_score_tests(table, object)
    table <- stat.anova(table, test = test, scale = dispersion,
                        df.scale = freedom, n = sizes[1L])
  }
  structure(table, heading = c(
    "Analysis of Deviance Table\n",
    paste0("Model ", format(seq_along(object)), ": ", formulas,
           collapse = "\n")),
    class = c("anova", "data.frame"))
}

# Rao's score statistic of each step from the smaller to the larger model.
with_score_tests <- function(table, models) {
  scores <- numeric(length(models))
  scores[1L] <- NA
  for (i in seq_along(models)[-1L]) {
    pair <- models[c(i - 1L, i)]
    sizes <- vapply(pair, function(m) as.numeric(m$df.residual), 0)
    smaller <- pair[[which.max(sizes)]]
    larger <- pair[[which.min(sizes)]]
    step <- glm.fit(model.matrix(larger), smaller$residuals,
                    weights = smaller$weights, intercept = FALSE)
    scores[i] <- (step$null.deviance - step$deviance) *
      sign(sizes[1L] - sizes[2L])
  }
  cbind(table, Rao = scores)
}
