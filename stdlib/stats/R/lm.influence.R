#' Regression diagnostics
#'
#' `lm.influence` and `influence` return the diagonal of the hat matrix, the
#' changes of the coefficients and the residual standard deviation when a case
#' is left out, and the weighted residuals.
#'
#' @param model a fitted model.
#' @param do.coef whether to give the changes of the coefficients.
#' @examples
#' lm.influence(lm(dist ~ speed, cars))$hat[1:3]
lm.influence <- function(model, do.coef = TRUE) {
  several <- inherits(model, "mlm")
  if (model$rank == 0L) {
    residuals <- weighted.residuals(model)
    count <- NROW(residuals)
    return(list(hat = rep.int(0, count), coefficients = matrix(0, count, 0L),
                sigma = rep.int(0, count), wt.res = residuals))
  }
  omitted <- which(model$weights == 0)
  residuals <- if (is.null(model$weights)) model$residuals
    else weighted.residuals(model, drop0 = FALSE)
  used <- if (length(omitted)) -omitted else TRUE
  kept <- if (several) residuals[used, , drop = FALSE] else residuals[used]
  decomposition <- qr.lm(model)
  rank <- seq_len(model$rank)
  basis <- qr.Q(decomposition)[, rank, drop = FALSE]
  count <- nrow(basis)
  hat <- rowSums(basis^2)
  hat[hat > 1 - 10 * .Machine$double.eps] <- 1
  leverage <- ifelse(hat < 1, 1 - hat, NA)
  freedom <- count - model$rank - 1
  error <- as.matrix(kept)
  reduced <- ifelse(is.na(leverage), 0, 1) * error^2 /
    ifelse(is.na(leverage), 1, leverage)
  sigma <- sqrt(pmax((rep(colSums(error^2), each = count) - reduced) / freedom, 0))
  if (several) dimnames(sigma) <- dimnames(kept) else sigma <- drop(sigma)
  result <- list(hat = hat)
  if (do.coef) result$coefficients <- coefficient_changes(model, decomposition, basis, error, hat)
  result$sigma <- as_cases(sigma, several)
  result$wt.res <- as_cases(kept, several)
  labels <- if (several) rownames(model$residuals) else names(model$residuals)
  labels <- labels[used]
  names(result$hat) <- labels
  if (!several) names(result$sigma) <- names(result$wt.res) <- labels
  if (length(omitted)) result <- with_omitted_cases(result, model, omitted, several)
  if (!is.null(model$na.action)) {
    result$hat <- naresid(model$na.action, result$hat)
    result$hat[is.na(result$hat)] <- 0
    result$sigma <- naresid(model$na.action, result$sigma)
    result$sigma[is.na(result$sigma)] <- sqrt(deviance(model) / df.residual(model))
    result$wt.res <- naresid(model$na.action, result$wt.res)
    if (do.coef && !several) {
      result$coefficients <- naresid(model$na.action, result$coefficients)
      result$coefficients[is.na(result$coefficients)] <- 0
    }
  }
  result
}

as_cases <- function(x, several) if (several) x else as.vector(x)

coefficient_changes <- function(model, decomposition, basis, error, hat) {
  rank <- seq_len(model$rank)
  root <- decomposition$qr[rank, rank, drop = FALSE]
  change <- t(backsolve(root, t(basis)))
  scale <- ifelse(hat < 1, 1 / (1 - hat), 1)
  estimates <- model$coefficients
  names <- (if (is.matrix(estimates)) rownames(estimates) else names(estimates))[
    decomposition$pivot[rank]]
  one <- function(e) {
    result <- change * (e * scale)
    dimnames(result) <- list(rownames(decomposition$qr), names)
    order <- order(decomposition$pivot[rank])
    result[, order, drop = FALSE]
  }
  if (ncol(error) == 1L) {
    result <- one(error[, 1L])
    labels <- names(model$residuals)
    if (is.null(rownames(result)) && length(labels) == nrow(result)) {
      rownames(result) <- labels
    }
    result
  } else {
    parts <- lapply(seq_len(ncol(error)), function(j) one(error[, j]))
    array(unlist(parts), c(dim(parts[[1L]]), length(parts)),
          c(dimnames(parts[[1L]]), list(colnames(error))))
  }
}

with_omitted_cases <- function(result, model, omitted, several) {
  labels <- names(model$residuals)
  count <- length(labels)
  fill <- function(values, default) {
    full <- rep.int(default, count)
    full[-omitted] <- values
    names(full) <- labels
    full
  }
  result$hat <- fill(result$hat, 0)
  result$sigma <- fill(result$sigma, sqrt(deviance(model) / df.residual(model)))
  result$wt.res <- fill(result$wt.res, 0)
  if (!is.null(result$coefficients)) {
    full <- matrix(0, count, ncol(result$coefficients),
                   dimnames = list(labels, colnames(result$coefficients)))
    full[-omitted, ] <- result$coefficients
    result$coefficients <- full
  }
  result
}

#' @rdname lm.influence
#' @param ... further arguments for methods.
#' @examples
#' names(influence(lm(dist ~ speed, cars)))
influence <- function(model, ...) UseMethod("influence")

influence.lm <- function(model, do.coef = TRUE, ...) {
  lm.influence(model, do.coef = do.coef, ...)
}

influence.glm <- function(model, do.coef = TRUE, ...) {
  result <- lm.influence(model, do.coef = do.coef, ...)
  pearson <- naresid(model$na.action, residuals(model, type = "pearson"))
  pearson <- pearson[model$prior.weights != 0]
  names(result)[names(result) == "wt.res"] <- "dev.res"
  c(result, list(pear.res = pearson))
}

#' Diagnostics of single cases
#'
#' Standardized and studentized residuals, hat values, Cook's distances and the
#' changes of fit and coefficients when a case is left out.
#'
#' @param model a fitted model.
#' @param ... further arguments for methods.
#' @examples
#' rstandard(lm(dist ~ speed, cars))[1:3]
rstandard <- function(model, ...) UseMethod("rstandard")

rstandard.lm <- function(model, infl = lm.influence(model, do.coef = FALSE),
                         sd = sqrt(deviance(model) / df.residual(model)),
                         type = c("sd.1", "predictive"), ...) {
  type <- match.arg(type)
  result <- infl$wt.res / switch(type, sd.1 = c(outer(sqrt(1 - infl$hat), sd)),
                                 predictive = 1 - infl$hat)
  result[is.infinite(result)] <- NaN
  result
}

rstandard.glm <- function(model, infl = influence(model, do.coef = FALSE),
                          type = c("deviance", "pearson"), ...) {
  type <- match.arg(type)
  residuals <- switch(type, pearson = infl$pear.res, infl$dev.res)
  result <- residuals / sqrt(summary(model)$dispersion * (1 - infl$hat))
  result[is.infinite(result)] <- NaN
  result
}

#' @rdname rstandard
#' @examples
#' rstudent(lm(dist ~ speed, cars))[1:3]
rstudent <- function(model, ...) UseMethod("rstudent")

rstudent.lm <- function(model, infl = lm.influence(model, do.coef = FALSE),
                        res = infl$wt.res, ...) {
  result <- res / (infl$sigma * sqrt(1 - infl$hat))
  result[is.infinite(result)] <- NaN
  result
}

rstudent.glm <- function(model, infl = influence(model, do.coef = FALSE), ...) {
  deviance <- infl$dev.res
  result <- sign(deviance) *
    sqrt(deviance^2 + (infl$hat * infl$pear.res^2) / (1 - infl$hat))
  result[is.infinite(result)] <- NaN
  if (any(family(model)$family == c("binomial", "poisson"))) result
  else result / infl$sigma
}

#' @rdname rstandard
#' @examples
#' hatvalues(lm(dist ~ speed, cars))[1:3]
hatvalues <- function(model, ...) UseMethod("hatvalues")

hatvalues.lm <- function(model, infl = lm.influence(model, do.coef = FALSE), ...) {
  hat <- infl$hat
  names(hat) <- names(infl$wt.res)
  hat
}

#' @rdname rstandard
#' @param x a design matrix.
#' @param intercept whether to add an intercept.
#' @examples
#' hat(cars$speed)[1:3]
hat <- function(x, intercept = TRUE) {
  if (is.qr(x)) {
    count <- dim(x$qr)[1L]
  } else {
    if (intercept) x <- cbind(1, x)
    count <- nrow(x)
    x <- qr(x)
  }
  rowSums(qr.qy(x, diag(1, nrow = count, ncol = x$rank))^2)
}

#' @rdname rstandard
#' @examples
#' cooks.distance(lm(dist ~ speed, cars))[1:3]
cooks.distance <- function(model, ...) UseMethod("cooks.distance")

cooks.distance.lm <- function(model, infl = lm.influence(model, do.coef = FALSE),
                              res = weighted.residuals(model),
                              sd = sqrt(deviance(model) / df.residual(model)),
                              hat = infl$hat, ...) {
  result <- ((res / c(outer(1 - hat, sd)))^2 * hat) / model$rank
  result[is.infinite(result)] <- NaN
  result
}

cooks.distance.glm <- function(model, infl = influence(model, do.coef = FALSE),
                               res = infl$pear.res,
                               dispersion = summary(model)$dispersion,
                               hat = infl$hat, ...) {
  result <- (res / (1 - hat))^2 * hat / (dispersion * model$rank)
  result[is.infinite(result)] <- NaN
  result
}

#' @rdname rstandard
#' @param infl the result of `influence`.
#' @param res residuals.
#' @examples
#' dffits(lm(dist ~ speed, cars))[1:3]
dffits <- function(model, infl = lm.influence(model, do.coef = FALSE),
                   res = weighted.residuals(model)) {
  result <- res * sqrt(infl$hat) / (infl$sigma * (1 - infl$hat))
  result[is.infinite(result)] <- NaN
  result
}

#' @rdname rstandard
#' @examples
#' dfbeta(lm(dist ~ speed, cars))[1:2, ]
dfbeta <- function(model, ...) UseMethod("dfbeta")

dfbeta.lm <- function(model, infl = lm.influence(model, do.coef = TRUE), ...) {
  infl$coefficients
}

#' @rdname rstandard
#' @examples
#' dfbetas(lm(dist ~ speed, cars))[1:2, ]
dfbetas <- function(model, ...) UseMethod("dfbetas")

dfbetas.lm <- function(model, infl = lm.influence(model, do.coef = TRUE), ...) {
  unscaled <- chol2inv(qr.lm(model)$qr[seq_len(model$rank), seq_len(model$rank), drop = FALSE])
  scale <- sqrt(diag(unscaled))[order(qr.lm(model)$pivot[seq_len(model$rank)])]
  dfbeta(model, infl) / outer(infl$sigma, scale)
}

#' @rdname rstandard
#' @examples
#' covratio(lm(dist ~ speed, cars))[1:3]
covratio <- function(model, infl = lm.influence(model, do.coef = FALSE),
                     res = weighted.residuals(model)) {
  count <- nrow(qr.lm(model)$qr)
  rank <- model$rank
  complement <- 1 - infl$hat
  student <- res / (infl$sigma * sqrt(complement))
  student[is.infinite(student)] <- NaN
  1 / (complement * (((count - rank - 1) + student^2) / (count - rank))^rank)
}

#' Influence measures
#'
#' A table of DFBETAS, DFFITS, covariance ratios, Cook's distances and hat
#' values, with a mark for influential cases.
#'
#' @param model a fitted model.
#' @param infl the result of `influence`.
#' @examples
#' influence.measures(lm(dist ~ speed, cars[1:6, ]))
influence.measures <- function(model, infl = influence(model)) {
  rank <- model$rank
  betas <- dfbetas(model, infl = infl)
  names <- variable.names(model)
  names[names == "(Intercept)"] <- "1_"
  colnames(betas) <- paste0("dfb.", abbreviate(names))
  fits <- dffits(model, infl)
  ratio <- covratio(model, infl)
  cook <- cooks.distance(model, infl)
  hat <- infl$hat
  table <- cbind(betas, dffit = fits, cov.r = ratio, cook.d = cook, hat = hat)
  table[is.infinite(table)] <- NaN
  count <- length(hat[hat > 0])
  influential <- cbind(
    abs(betas) > 1,
    abs(fits) > 3 * sqrt(rank / (count - rank)),
    abs(1 - ratio) > (3 * rank) / (count - rank),
    pf(cook, rank, count - rank) > 0.5,
    hat > (3 * rank) / count)
  attributes(influential) <- attributes(table)
  result <- list(infmat = table, is.inf = influential, call = model$call)
  class(result) <- "infl"
  result
}

print.infl <- function(x, digits = max(3L, getOption("digits") - 4L), ...) {
  cat("Influence measures of\n\t", deparse(x$call), ":\n\n")
  influential <- apply(x$is.inf, 1L, any, na.rm = TRUE)
  print(data.frame(x$infmat, inf = ifelse(influential, "*", " ")),
        digits = digits, ...)
  invisible(x)
}

summary.infl <- function(object, digits = max(2L, getOption("digits") - 5L), ...) {
  influential <- object$is.inf
  influential[is.na(influential)] <- FALSE
  cases <- which(apply(influential, 1L, any))
  cat("Potentially influential observations of\n\t", deparse(object$call), ":\n")
  if (!length(cases)) {
    cat("NONE\n")
    return(invisible())
  }
  table <- object$infmat[cases, , drop = FALSE]
  marks <- influential[cases, , drop = FALSE]
  texts <- format(round(table, 2 * (digits > 0)), digits = digits)
  texts <- matrix(paste0(texts, ifelse(marks, "_*", "  ")), nrow(table),
                  dimnames = dimnames(table))
  cat("\n")
  print(noquote(texts))
  if (length(cases) == 1L) influential <- drop(influential)
  invisible(table)
}
