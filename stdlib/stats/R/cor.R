#' Variance, covariance and correlation
#'
#' `var` of a vector is its variance; of a matrix, and `cov` and `cor`, the
#' matrix of those of its columns.
#'
#' @param x a numeric vector, matrix or data frame.
#' @param y another one, or NULL for `x` itself.
#' @param na.rm whether to leave out missing values.
#' @param use `"everything"`, `"all.obs"`, `"complete.obs"`,
#'   `"na.or.complete"` or `"pairwise.complete.obs"`.
#' @examples
#' var(1:10)
var <- function(x, y = NULL, na.rm = FALSE, use) {
  if (missing(use)) use <- if (na.rm) "na.or.complete" else "everything"
  method <- missing_value_method(use)
  x <- covariance_argument(x, "x")
  if (!is.null(y)) y <- covariance_argument(y, "y")
  .Internal(cov(x, y, method, FALSE))
}

#' @rdname var
#' @param method `"pearson"`, `"kendall"` or `"spearman"`.
#' @examples
#' cov(cars)
cov <- function(x, y = NULL, use = "everything",
                method = c("pearson", "kendall", "spearman")) {
  na_method <- missing_value_method(use)
  method <- match.arg(method)
  if (is.data.frame(y)) y <- as.matrix(y)
  if (is.data.frame(x)) x <- as.matrix(x)
  if (!is.matrix(x) && is.null(y)) stop("supply both 'x' and 'y' or a matrix-like 'x'")
  if (!(is.numeric(x) || is.logical(x))) stop("is.numeric(x) || is.logical(x) is not TRUE")
  if (!is.null(y) && !(is.numeric(y) || is.logical(y))) {
    stop("is.numeric(y) || is.logical(y) is not TRUE")
  }
  if (method != "spearman") {
    return(.Internal(cov(x, y, na_method, method == "kendall")))
  }
  if (na_method == 3L) stop("cannot handle 'pairwise.complete.obs'")
  ranked <- ranked_cases(x, y, na_method)
  .Internal(cov(ranked$x, ranked$y, na_method, FALSE))
}

#' @rdname var
#' @examples
#' cor(cars)
#' cor(1:5, c(2, 1, 4, 3, 5), method = "kendall")
cor <- function(x, y = NULL, use = "everything",
                method = c("pearson", "kendall", "spearman")) {
  na_method <- missing_value_method(use)
  method <- match.arg(method)
  if (is.data.frame(y)) y <- as.matrix(y)
  if (is.data.frame(x)) x <- as.matrix(x)
  if (!is.matrix(x) && is.null(y)) stop("supply both 'x' and 'y' or a matrix-like 'x'")
  if (!(is.numeric(x) || is.logical(x))) stop("'x' must be numeric")
  if (!is.null(y) && !(is.numeric(y) || is.logical(y))) {
    stop("'y' must be numeric")
  }
  if (method == "pearson") return(.Internal(cor(x, y, na_method, FALSE)))
  if (method == "kendall") {
    if (!length(x) || !length(y) && !is.null(y)) stop("'x' is empty")
    return(.Internal(cor(x, y, na_method, TRUE)))
  }
  if (na_method == 3L) return(pairwise_spearman(x, y))
  ranked <- ranked_cases(x, y, na_method)
  .Internal(cor(ranked$x, ranked$y, na_method, FALSE))
}

missing_value_method <- function(use) {
  method <- pmatch(use, c("all.obs", "complete.obs", "pairwise.complete.obs",
                          "everything", "na.or.complete"))
  if (is.na(method)) stop(simpleError("invalid 'use' argument", sys.call(-1L)))
  method
}

covariance_argument <- function(x, name) {
  if (is.data.frame(x)) return(as.matrix(x))
  if (is.factor(x)) {
    stop(simpleError(paste0(
      "Calling var(x) on a factor x is defunct.\n",
      "  Use something like 'all(duplicated(x)[-1L])' to test for a constant vector."),
      sys.call(-1L)))
  }
  if (!is.atomic(x)) stop(simpleError(paste0("is.atomic(", name, ") is not TRUE"), sys.call(-1L)))
  x
}

# Ranks of the columns, for the complete cases where these are asked for.
ranked_cases <- function(x, y, na_method) {
  rank_columns <- function(v) {
    rank_one <- function(column) rank(column, na.last = "keep")
    if (is.matrix(v)) apply(v, 2L, rank_one) else rank_one(v)
  }
  if (na_method %in% c(2L, 5L)) {
    complete <- if (is.null(y)) complete.cases(x) else complete.cases(x, y)
    keep <- function(v) {
      if (is.matrix(v)) v[complete, , drop = FALSE] else v[complete]
    }
    x <- keep(x)
    if (!is.null(y)) y <- keep(y)
  }
  ranked <- function(v) {
    result <- rank_columns(v)
    if (is.matrix(v) && !is.matrix(result)) {
      result <- matrix(result, nrow(v), ncol(v), dimnames = dimnames(v))
    }
    result
  }
  list(x = ranked(x), y = if (!is.null(y)) ranked(y))
}

pairwise_spearman <- function(x, y) {
  as_columns <- function(v) if (is.matrix(v)) v else matrix(v, ncol = 1L)
  first <- as_columns(x)
  second <- if (is.null(y)) first else as_columns(y)
  result <- matrix(NA_real_, ncol(first), ncol(second))
  for (i in seq_len(ncol(first))) {
    for (j in seq_len(ncol(second))) {
      u <- first[, i]
      v <- second[, j]
      both <- !(is.na(u) | is.na(v))
      result[i, j] <- if (any(both)) cor(rank(u[both]), rank(v[both])) else NA
    }
  }
  rownames(result) <- colnames(first)
  colnames(result) <- colnames(second)
  if (is.matrix(x) || is.matrix(y)) result else drop(result)
}

#' Scale a covariance matrix to a correlation matrix
#'
#' @param V a covariance matrix.
#' @examples
#' cov2cor(cov(cars))
cov2cor <- function(V) {
  size <- dim(V)[1L]
  if (!is.numeric(V) || length(dim(V)) != 2L || size != dim(V)[2L]) {
    stop("'V' is not a square numeric matrix")
  }
  scale <- sqrt(1 / diag(V))
  if (any(!is.finite(scale))) {
    warning("diag(.) had 0 or NA entries; non-finite result is doubtful")
  }
  result <- V
  result[] <- scale * V * rep(scale, each = size)
  result[cbind(seq_len(size), seq_len(size))] <- 1
  result
}

#' Weighted covariance matrices
#'
#' @param x a matrix or data frame.
#' @param wt weights of the cases.
#' @param cor whether to add the correlation matrix.
#' @param center the centre, or whether to estimate it.
#' @param method `"unbiased"` or `"ML"`.
#' @examples
#' cov.wt(cars, wt = rep(1 / 50, 50))$cov
cov.wt <- function(x, wt = rep(1/nrow(x), nrow(x)), cor = FALSE, center = TRUE,
                   method = c("unbiased", "ML")) {
  if (is.data.frame(x)) x <- as.matrix(x)
  else if (!is.matrix(x)) stop("'x' must be a matrix or a data frame")
  if (!all(is.finite(x))) stop("'x' must contain finite values only")
  count <- nrow(x)
  weighted <- !missing(wt)
  if (weighted) {
    if (length(wt) != count) {
      stop("length of 'wt' must equal the number of rows in 'x'")
    }
    if (any(wt < 0) || (total <- sum(wt)) == 0) {
      stop("weights must be non-negative and not all zero")
    }
    wt <- wt / total
  }
  if (is.logical(center)) {
    center <- if (center) colSums(wt * x) else 0
  } else if (length(center) != ncol(x)) {
    stop("length of 'center' must equal the number of columns in 'x'")
  }
  x <- sqrt(wt) * sweep(x, 2, center, check.margin = FALSE)
  covariance <- switch(
    match.arg(method),
    unbiased = crossprod(x) / (1 - sum(wt^2)),
    ML = crossprod(x))
  result <- list(cov = covariance, center = center, n.obs = count)
  if (weighted) result$wt <- wt
  if (cor) {
    scale <- 1 / sqrt(diag(covariance))
    correlation <- covariance
    correlation[] <- scale * covariance * rep(scale, each = nrow(covariance))
    result$cor <- correlation
  }
  result
}

#' Standard deviation
#'
#' @param x a numeric vector.
#' @param na.rm whether to leave out missing values.
#' @examples
#' sd(1:10)
sd <- function(x, na.rm = FALSE) {
  sqrt(var(if (is.vector(x) || is.factor(x)) x else as.double(x), na.rm = na.rm))
}

#' Mahalanobis distance
#'
#' Squared distances of the rows of `x` from `center`.
#'
#' @param x a matrix or a vector.
#' @param center the centre.
#' @param cov the covariance matrix.
#' @param inverted whether `cov` is its inverse.
#' @param ... passed on to `solve`.
#' @examples
#' mahalanobis(c(1, 2), c(0, 0), diag(2))
mahalanobis <- function(x, center, cov, inverted = FALSE, ...) {
  x <- if (is.vector(x)) matrix(x, ncol = length(x)) else as.matrix(x)
  if (!isFALSE(center)) x <- sweep(x, 2L, center)
  inverse <- if (inverted) cov else solve(cov, ...)
  result <- rowSums(x %*% inverse * x)
  names(result) <- rownames(x)
  result
}
