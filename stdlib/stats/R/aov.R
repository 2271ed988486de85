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
  error_call <- lm_call
  intercept <- attr(terms, "intercept")
  error_formula <- terms
  error_formula[[length(terms)]] <- if (intercept) error_term[[2L]] else {
    call("-", error_term[[2L]], 1)
  }
  error_formula <- as.formula(formula_without_attributes(error_formula))
  environment(error_formula) <- environment(terms)
  error_call$formula <- error_formula
  error_call$singular.ok <- TRUE
  error_call$method <- "qr"
  error_call$qr <- TRUE
  error_call$contrasts <- NULL
  error_call[[1L]] <- quote(stats::lm)
  error_fit <- eval(error_call, frame)
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

#' Contrasts of all pairs of means
#'
#' Tukey's honest significant differences with simultaneous confidence
#' intervals.
#'
#' @param x an analysis of variance.
#' @param which the terms.
#' @param ordered whether to order the levels by their means.
#' @param conf.level the confidence level.
#' @param ... further arguments for methods.
#' @examples
#' TukeyHSD(aov(weight ~ group, PlantGrowth))
TukeyHSD <- function(x, which, ordered = FALSE, conf.level = 0.95, ...)
  UseMethod("TukeyHSD")

TukeyHSD.aov <- function(x, which = seq_along(tabs), ordered = FALSE,
                         conf.level = 0.95, ...) {
  means <- model.tables(x, "means")
  tabs <- means$tables
  if (names(tabs)[1L] == "Grand mean") tabs <- tabs[-1L]
  counts <- means$n
  tabs <- tabs[which]
  nn <- counts[names(tabs)]
  nn_na <- is.na(nn)
  if (all(nn_na)) stop("no factors in the fitted model")
  tabs <- tabs[!nn_na]
  variance <- sum(weighted.residuals(x)^2) / x$df.residual
  result <- setNames(vector("list", length(tabs)), names(tabs))
  for (name in names(tabs)) {
    table <- tabs[[name]]
    values <- as.vector(table)
    labels <- if (length(dim(table)) > 1L) {
      as.vector(outer_labels(dimnames(table)))
    } else {
      names(table)
    }
    replicates <- counts[[name]]
    replicates <- if (length(replicates) == 1L) rep.int(replicates, length(values))
      else as.vector(replicates)
    known <- !is.na(values)
    values <- values[known]
    labels <- labels[known]
    replicates <- replicates[known]
    if (ordered) {
      order <- order(values)
      values <- values[order]
      labels <- labels[order]
      replicates <- replicates[order]
    }
    differences <- outer(values, values, `-`)
    pairs <- lower.tri(differences)
    differences <- differences[pairs]
    spread <- sqrt((variance / 2) * outer(1 / replicates, 1 / replicates, `+`))[pairs]
    width <- qtukey(conf.level, length(values), x$df.residual) * spread
    statistic <- differences / spread
    p <- ptukey(abs(statistic), length(values), x$df.residual, lower.tail = FALSE)
    pair_labels <- outer(labels, labels, paste, sep = "-")[pairs]
    result[[name]] <- array(
      c(differences, differences - width, differences + width, p),
      c(length(differences), 4L),
      list(pair_labels, c("diff", "lwr", "upr", "p adj")))
  }
  structure(result, class = c("TukeyHSD", "multicomp"),
            orig.call = x$call, conf.level = conf.level, ordered = ordered)
}

outer_labels <- function(names) {
  Reduce(function(a, b) outer(a, b, paste, sep = ":"), names)
}

print.TukeyHSD <- function(x, digits = getOption("digits"), ...) {
  cat("  Tukey multiple comparisons of means\n")
  cat("    ", format(100 * attr(x, "conf.level"), digits = 2L),
      "% family-wise confidence level\n", sep = "")
  if (attr(x, "ordered")) cat("    factor levels have been ordered\n")
  cat("\nFit: ", deparse(attr(x, "orig.call"), 500L), "\n\n", sep = "")
  tables <- unclass(x)
  attr(tables, "orig.call") <- attr(tables, "conf.level") <- attr(tables, "ordered") <- NULL
  tables <- lapply(tables, function(table) {
    table[, "p adj"] <- round(table[, "p adj"], digits)
    table
  })
  print.default(tables, digits = digits, ...)
  invisible(x)
}

#' Tables of means or effects
#'
#' @param x an analysis of variance.
#' @param ... further arguments for methods.
#' @examples
#' model.tables(aov(weight ~ group, PlantGrowth), "means")
model.tables <- function(x, ...) UseMethod("model.tables")

model.tables.aov <- function(x, type = "effects", se = FALSE, cterms, ...) {
  type <- match.arg(type, c("effects", "means", "residuals"))
  frame <- model.frame(x)
  terms <- x$terms
  factors <- attr(terms, "factors")
  labels <- attr(terms, "term.labels")
  numeric_term <- vapply(labels, function(label) {
    any(!vapply(frame[rownames(factors)[factors[, label] > 0]], function(v) {
      is.factor(v) || is.logical(v) || is.character(v)
    }, NA))
  }, NA)
  labels <- labels[!numeric_term]
  if (!missing(cterms)) labels <- labels[labels %in% cterms]
  projection <- proj(x, unweighted.scale = TRUE)
  labels <- intersect(labels, colnames(projection))
  counts <- replications(paste("~", paste(c("1", labels), collapse = "+")), data = frame)
  response <- model.response(frame)
  grand <- mean(projection[, "(Intercept)"])
  tables <- list()
  if (type == "means") tables[["Grand mean"]] <- grand
  for (label in labels) {
    members <- rownames(factors)[factors[, label] > 0]
    groups <- lapply(frame[members], as.factor)
    inside <- vapply(attr(terms, "term.labels"), function(other) {
      all(rownames(factors)[factors[, other] > 0] %in% members)
    }, NA)
    columns <- if (type == "means") {
      c("(Intercept)", attr(terms, "term.labels")[inside])
    } else {
      label
    }
    columns <- intersect(columns, colnames(projection))
    values <- rowSums(projection[, columns, drop = FALSE])
    table <- tapply(values, groups, mean)
    class(table) <- c("mtable")
    tables[[label]] <- table
  }
  result <- list(tables = tables, n = counts[names(tables)[names(tables) != "Grand mean"]])
  if (type == "means") result$n <- c(`Grand mean` = length(response), counts)[names(tables)]
  if (is.list(counts)) {
    result$n <- counts[labels]
    if (type == "means") result$n <- c(list(`Grand mean` = length(response)), result$n)
  } else {
    result$n <- counts[labels]
    if (type == "means") result$n <- c(`Grand mean` = length(response), result$n)
  }
  if (se) result$se <- table_errors(x, result$n, labels, type)
  attr(result, "type") <- type
  class(result) <- c("tables_aov", "list.of")
  result
}

table_errors <- function(x, counts, labels, type) {
  if (is.list(counts)) {
    message("Design is unbalanced - use se.contrast() for se's")
    return(NULL)
  }
  variance <- sum(weighted.residuals(x)^2) / x$df.residual
  values <- sqrt(variance / counts[labels] * (if (type == "means") 2 else 1))
  structure(as.list(values), class = "mtable", type = type)
}

print.tables_aov <- function(x, digits = 4L, ...) {
  type <- attr(x, "type")
  cat(if (type == "means") "Tables of means\n" else "Tables of effects\n")
  for (name in names(x$tables)) {
    table <- x$tables[[name]]
    if (name == "Grand mean") {
      cat("Grand mean\n")
      shown <- c(format(table, digits = 7L))
      names(shown) <- ""
      print(shown, quote = FALSE)
      next
    }
    counts <- x$n[[name]]
    cat("\n", name, "\n")
    values <- unclass(table)
    if (length(counts) > 1L && length(dim(values)) == 1L) {
      shown <- rbind(as.vector(values), as.vector(counts))
      dimnames(shown) <- list(c("", "rep"), names(values))
      print(shown, digits = digits)
    } else {
      shown <- values
      shown[] <- format(as.vector(values), digits = digits)
      print(shown, quote = FALSE)
    }
  }
  print_table_errors(x, digits)
  invisible(x)
}

print_table_errors <- function(x, digits) {
  if (is.null(x$se)) return(invisible())
  type <- attr(x, "type")
  cat(if (type == "means") "\nStandard errors for differences of means\n"
      else "\nStandard errors of effects\n")
  counts <- unlist(x$n[names(x$se)])
  shown <- rbind(format(unlist(x$se), digits = digits), format(counts))
  dimnames(shown) <- list(c("", "replic."), names(x$se))
  print(shown, quote = FALSE, right = TRUE)
}

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
    if (any(!usable[members])) next
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
