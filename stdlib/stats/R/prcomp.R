#' Principal components
#'
#' By a singular value decomposition of the centred data. Returns an object of
#' class `"prcomp"`.
#'
#' @param x a numeric matrix, or a one-sided formula.
#' @param ... further arguments for methods.
#' @examples
#' prcomp(USArrests, scale. = TRUE)
prcomp <- function(x, ...) UseMethod("prcomp")

prcomp.default <- function(x, retx = TRUE, center = TRUE, scale. = FALSE,
                           tol = NULL, rank. = NULL, ...) {
  warn_extra_arguments(list(...))
  x <- as.matrix(x)
  x <- scale(x, center = center, scale = scale.)
  centers <- attr(x, "scaled:center")
  scales <- attr(x, "scaled:scale")
  if (any(scales == 0)) stop("cannot rescale a constant/zero column to unit variance")
  size <- min(dim(x))
  k <- if (!is.null(rank.)) {
    stopifnot(length(rank.) == 1, is.finite(rank.), as.integer(rank.) > 0)
    min(as.integer(rank.), size)
  } else {
    size
  }
  decomposition <- svd(x, nu = 0, nv = k)
  columns <- seq_len(k)
  deviations <- decomposition$d / sqrt(max(1, nrow(x) - 1))
  if (!is.null(tol)) {
    rank <- sum(deviations > deviations[1L] * tol)
    if (rank < k) {
      columns <- seq_len(rank)
      decomposition$v <- decomposition$v[, columns, drop = FALSE]
    }
  }
  dimnames(decomposition$v) <- list(colnames(x), paste0("PC", columns))
  result <- list(
    sdev = deviations, rotation = decomposition$v,
    center = if (is.null(centers)) FALSE else centers,
    scale = if (is.null(scales)) FALSE else scales)
  if (retx) result$x <- x %*% decomposition$v
  class(result) <- "prcomp"
  result
}

prcomp.formula <- function(formula, data = NULL, subset, na.action, ...) {
  frame <- components_frame(formula, match.call(), parent.frame())
  result <- prcomp.default(frame$x, ...)
  call <- match.call()
  call[[1L]] <- as.name("prcomp")
  result$call <- call
  if (!is.null(frame$omitted)) {
    result$na.action <- frame$omitted
    if (!is.null(result$x)) result$x <- napredict(frame$omitted, result$x)
  }
  result
}

components_frame <- function(formula, call, frame) {
  terms <- terms(formula, data = eval(call$data, frame))
  if (attr(terms, "response") > 0L) stop(simpleError("response not allowed in formula", sys.call(-1L)))
  call$... <- NULL
  call <- call[c(1L, match(c("formula", "data", "subset", "na.action"), names(call), 0L))]
  call[[1L]] <- quote(stats::model.frame)
  model <- eval(call, frame)
  if (any(vapply(model, function(v) is.factor(v) || !is.numeric(v), NA))) {
    stop(simpleError("PCA applies only to numerical variables", sys.call(-1L)))
  }
  terms <- attr(model, "terms")
  attr(terms, "intercept") <- 0L
  list(x = model.matrix(terms, model), omitted = attr(model, "na.action"))
}

print.prcomp <- function(x, print.x = FALSE, ...) {
  cat(sprintf("Standard deviations (1, .., p=%d):\n", length(x$sdev)))
  print(x$sdev, ...)
  size <- dim(x$rotation)
  cat(sprintf("\nRotation (n x k) = (%d x %d):\n", size[1L], size[2L]))
  print(x$rotation, ...)
  if (print.x && length(x$x)) {
    cat("\nRotated variables:\n")
    print(x$x, ...)
  }
  invisible(x)
}

summary.prcomp <- function(object, ...) {
  variances <- object$sdev^2 / sum(object$sdev^2)
  object$importance <- rbind(
    `Standard deviation` = object$sdev,
    `Proportion of Variance` = round(variances, 5),
    `Cumulative Proportion` = round(cumsum(variances), 5))
  k <- ncol(object$rotation)
  colnames(object$importance) <- c(
    colnames(object$rotation), rep.int("", length(object$sdev) - k))
  class(object) <- "summary.prcomp"
  object
}

print.summary.prcomp <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  if (ncol(x$rotation) < (total <- length(x$sdev))) {
    cat(sprintf("Importance of first k=%d (out of %d) components:\n",
                ncol(x$rotation), total))
  } else {
    cat("Importance of components:\n")
  }
  print(x$importance[, seq_len(ncol(x$rotation)), drop = FALSE], digits = digits, ...)
  invisible(x)
}

predict.prcomp <- function(object, newdata, ...) {
  if (missing(newdata)) {
    if (!is.null(object$x)) return(object$x)
    stop("no scores are available: refit with 'retx=TRUE'")
  }
  if (length(dim(newdata)) != 2L) stop("'newdata' must be a matrix or data frame")
  names <- rownames(object$rotation)
  if (!is.null(names)) {
    if (!all(names %in% colnames(newdata))) {
      stop("'newdata' does not have named columns matching one or more of the original columns")
    }
    newdata <- newdata[, names, drop = FALSE]
  } else if (NCOL(newdata) != NROW(object$rotation)) {
    stop("'newdata' does not have the correct number of columns")
  }
  scale(as.matrix(newdata), object$center, object$scale) %*% object$rotation
}

#' Principal components from the covariance matrix
#'
#' By an eigenvalue decomposition. Returns an object of class `"princomp"`.
#'
#' @param x a numeric matrix, or a one-sided formula.
#' @param ... further arguments for methods.
#' @examples
#' princomp(USArrests, cor = TRUE)
princomp <- function(x, ...) UseMethod("princomp")

princomp.default <- function(x, cor = FALSE, scores = TRUE, covmat = NULL,
                             subset = rep_len(TRUE, nrow(as.matrix(x))),
                             fix_sign = TRUE, ...) {
  warn_extra_arguments(list(...))
  call <- match.call()
  call[[1L]] <- as.name("princomp")
  data <- if (!missing(x)) as.matrix(x)[subset, , drop = FALSE]
  if (!missing(x) && is.null(covmat)) {
    size <- dim(data)
    if (size[1L] < size[2L]) {
      stop("'princomp' can only be used with more units than variables")
    }
    found <- cov.wt(data)
    count <- found$n.obs
    covariance <- found$cov * (1 - 1 / count)
    centers <- found$center
  } else if (is.list(covmat)) {
    covariance <- covmat$cov
    centers <- covmat$center
    count <- covmat$n.obs
  } else {
    covariance <- covmat
    centers <- NULL
    count <- NA
  }
  scales <- if (cor) sqrt(diag(covariance))
  if (cor) {
    if (any(scales == 0)) stop("cannot use 'cor = TRUE' with a constant variable")
    covariance <- covariance / (scales %o% scales)
  }
  decomposition <- eigen(covariance, symmetric = TRUE)
  values <- decomposition$values
  if (any(negative <- values < 0)) {
    if (any(values[negative] < -9 * .Machine$double.eps * values[1L])) {
      stop("covariance matrix is not non-negative definite")
    }
    values[negative] <- 0
  }
  names <- paste0("Comp.", seq_len(ncol(covariance)))
  vectors <- decomposition$vectors
  if (fix_sign) vectors <- apply(vectors, 2L, function(v) if (v[1L] < 0) -v else v)
  dimnames(vectors) <- list(dimnames(covariance)[[2L]], names)
  result <- list(sdev = setNames(sqrt(values), names),
                 loadings = structure(vectors, class = "loadings"),
                 center = if (is.null(centers)) rep(NA_real_, nrow(vectors)) else centers,
                 scale = if (is.null(scales)) setNames(rep.int(1, ncol(covariance)), colnames(covariance)) else scales,
                 n.obs = count)
  result["scores"] <- list(if (scores && !is.null(data) && !is.null(centers)) {
    structure(scale(data, center = centers, scale = if (cor) scales else FALSE) %*% vectors)
  })
  if (!is.null(result$scores)) {
    attr(result$scores, "scaled:center") <- attr(result$scores, "scaled:scale") <- NULL
  }
  result$call <- call
  class(result) <- "princomp"
  result
}

princomp.formula <- function(formula, data = NULL, subset, na.action, ...) {
  frame <- components_frame(formula, match.call(), parent.frame())
  result <- princomp.default(frame$x, ...)
  call <- match.call()
  call[[1L]] <- as.name("princomp")
  result$call <- call
  if (!is.null(frame$omitted)) {
    result$na.action <- frame$omitted
    if (!is.null(result$scores)) result$scores <- napredict(frame$omitted, result$scores)
  }
  result
}

print.princomp <- function(x, ...) {
  cat("Call:\n")
  dput(x$call, control = NULL)
  cat("\nStandard deviations:\n")
  print(x$sdev, ...)
  cat("\n", length(x$scale), " variables and ", x$n.obs, "observations.\n")
  invisible(x)
}

summary.princomp <- function(object, loadings = FALSE, cutoff = 0.1, ...) {
  object$cutoff <- cutoff
  object$print.loadings <- loadings
  class(object) <- "summary.princomp"
  object
}

print.summary.princomp <- function(x, digits = 3L, loadings = x$print.loadings,
                                   cutoff = x$cutoff, ...) {
  variances <- x$sdev^2
  share <- variances / sum(variances)
  cat("Importance of components:\n")
  print(rbind(`Standard deviation` = x$sdev, `Proportion of Variance` = share,
              `Cumulative Proportion` = cumsum(share)), ...)
  if (loadings) {
    cat("\nLoadings:\n")
    shown <- format(round(unclass(x$loadings), digits = digits))
    shown[abs(x$loadings) < cutoff] <- strrep(" ", nchar(shown[1L, 1L], type = "c"))
    print(shown, quote = FALSE, ...)
  }
  invisible(x)
}

predict.princomp <- function(object, newdata, ...) {
  if (missing(newdata)) return(object$scores)
  if (length(dim(newdata)) != 2L) stop("'newdata' must be a matrix or data frame")
  names <- rownames(object$loadings)
  if (!is.null(names)) {
    if (!all(names %in% colnames(newdata))) {
      stop("'newdata' does not have named columns matching one or more of the original columns")
    }
    newdata <- newdata[, names]
  }
  scale(newdata, object$center, object$scale) %*% object$loadings
}

#' Loadings
#'
#' @param x a principal components or factor analysis.
#' @param ... not used.
#' @examples
#' loadings(princomp(USArrests))
loadings <- function(x, ...) x$loadings

print.loadings <- function(x, digits = 3L, cutoff = 0.1, sort = FALSE, ...) {
  values <- unclass(x)
  variables <- nrow(values)
  factors <- ncol(values)
  if (sort) {
    largest <- max.col(abs(values))
    largest[abs(values[cbind(seq_len(variables), largest)]) <= 0.5] <- factors + 1
    values <- values[order(largest, seq_len(variables)), ]
  }
  cat("\nLoadings:\n")
  shown <- setNames(format(round(values, digits)), NULL)
  width <- nchar(shown[1L], type = "c")
  shown[abs(values) < cutoff] <- strrep(" ", width)
  print(shown, quote = FALSE, ...)
  squares <- colSums(values^2)
  variances <- rbind(`SS loadings` = squares)
  if (is.null(attr(x, "covariance"))) {
    variances <- rbind(variances, `Proportion Var` = squares / variables)
    if (factors > 1) {
      variances <- rbind(variances, `Cumulative Var` = cumsum(squares / variables))
    }
  }
  cat("\n")
  print(round(variances, digits))
  invisible(x)
}

#' Classical multidimensional scaling
#'
#' Returns points whose distances are near given ones.
#'
#' @param d distances.
#' @param k the dimension.
#' @param eig whether to return the eigenvalues.
#' @param add whether to add a constant to the distances.
#' @param x.ret whether to return the centred matrix.
#' @param list. whether to return a list.
#' @examples
#' round(cmdscale(dist(c(1, 2, 4)), k = 1), 4)
cmdscale <- function(d, k = 2, eig = FALSE, add = FALSE, x.ret = FALSE,
                     list. = eig || add || x.ret) {
  if (anyNA(d)) stop("NA values not allowed in 'd'")
  if (is.null(count <- attr(d, "Size"))) {
    if (add) d <- as.matrix(d)
    x <- as.matrix(d^2)
    storage.mode(x) <- "double"
    if ((count <- nrow(x)) != ncol(x)) {
      stop("distances must be result of 'dist' or a square matrix")
    }
    labels <- rownames(x)
  } else {
    labels <- attr(d, "Labels")
    x <- unname(as.matrix(d))^2
    if (add) d <- unname(as.matrix(d))
  }
  count <- as.integer(count)
  if (is.na(count) || count > 46340) stop(gettextf("invalid value of %s", "'n'"), domain = NA)
  if ((k <- as.integer(k)) > count - 1 || k < 1) {
    stop(gettextf("'k' must be in {1, 2, ..  n - 1}"), domain = NA)
  }
  center <- function(m) {
    m <- m - rowMeans(m)
    t(t(m) - colMeans(m))
  }
  constant <- 0
  x <- center(x)
  if (add) {
    i <- seq_len(count)
    j <- count + i
    block <- matrix(0, 2L * count, 2L * count)
    block[cbind(j, i)] <- -1
    block[i, j] <- -x
    block[j, j] <- center(2 * d)
    constant <- max(Re(eigen(block, symmetric = FALSE, only.values = TRUE)$values))
    x <- matrix(0, count, count)
    off <- row(x) != col(x)
    x[off] <- (d[off] + constant)^2
    x <- center(x)
  }
  decomposition <- eigen(-x / 2, symmetric = TRUE)
  values <- decomposition$values[seq_len(k)]
  vectors <- decomposition$vectors[, seq_len(k), drop = FALSE]
  positive <- sum(values > 0)
  if (positive < k) {
    warning(gettextf("only %d of the first %d eigenvalues are > 0", positive, k), domain = NA)
    vectors <- vectors[, values > 0, drop = FALSE]
    values <- values[values > 0]
  }
  points <- vectors * rep(sqrt(values), each = count)
  dimnames(points) <- list(labels, NULL)
  if (!list.) return(points)
  all <- decomposition$values
  list(points = points, eig = if (eig) all, x = if (x.ret) x,
       ac = constant, GOF = sum(values) / c(sum(abs(all)), sum(all[all > 0])))
}
