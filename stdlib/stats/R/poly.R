#' Orthogonal polynomials
#'
#' Returns a matrix of polynomials of degrees 1 to `degree` that are orthogonal
#' to each other and to the constant over the points `x`.
#'
#' @param x a numeric vector or matrix.
#' @param ... more variables.
#' @param degree the highest degree.
#' @param coefs coefficients of an earlier call, for prediction.
#' @param raw whether to return plain powers.
#' @param simple whether to return a plain matrix.
#' @examples
#' poly(1:4, 2)
poly <- function(x, ..., degree = 1, coefs = NULL, raw = FALSE, simple = FALSE) {
  others <- list(...)
  if (length(others) && !nzchar(c(names(others), "")[1L]) &&
      length(others[[1L]]) == 1L && length(x) > 1L && missing(degree)) {
    degree <- others[[1L]]
    others <- others[-1L]
  }
  if (length(others)) {
    if (is.null(names(others)) || !all(nzchar(names(others)))) {
      return(polym(x, ..., degree = degree, coefs = coefs, raw = raw))
    }
  }
  if (is.matrix(x)) {
    columns <- unclass(as.data.frame(cbind(x, ...)))
    arguments <- c(columns, list(degree = degree, coefs = coefs, raw = raw))
    return(do.call(polym, arguments[!vapply(arguments, is.null, NA)]))
  }
  if (degree < 1) stop("'degree' must be at least 1")
  if (raw) {
    result <- outer(x, 1L:degree, `^`)
    colnames(result) <- 1L:degree
    if (simple) return(result)
    return(structure(result, degree = 1L:degree,
                     class = c("poly", "matrix")))
  }
  if (is.null(coefs)) {
    if (anyNA(x)) stop("missing values are not allowed in 'poly'")
    if (degree >= length(unique(x))) {
      stop("'degree' must be less than number of unique points")
    }
    new <- orthogonal_polynomials(x, degree)
    result <- new$values
    coefs <- new$coefs
  } else {
    result <- evaluated_polynomials(x, degree, coefs)
  }
  if (simple) return(result)
  structure(result, coefs = coefs, degree = 1L:degree,
            class = c("poly", "matrix"))
}

# The polynomials by a QR decomposition of the powers of x - mean(x); alpha and
# norm2 are the coefficients of their three-term recursion.
orthogonal_polynomials <- function(x, degree) {
  center <- mean(x)
  centered <- x - center
  decomposition <- qr(outer(centered, 0L:degree, `^`))
  if (decomposition$rank < degree) {
    stop("'degree' must be less than number of unique points")
  }
  triangle <- decomposition$qr
  triangle <- triangle * (row(triangle) == col(triangle))
  raw <- qr.qy(decomposition, triangle)
  norm2 <- colSums(raw^2)
  alpha <- (colSums(centered * raw^2) / norm2 + center)[1L:degree]
  values <- raw / rep(sqrt(norm2), each = length(centered))
  values <- values[, -1, drop = FALSE]
  dimnames(values) <- list(names(x), 1L:degree)
  list(values = values, coefs = list(alpha = alpha, norm2 = c(1, norm2)))
}

evaluated_polynomials <- function(x, degree, coefs) {
  alpha <- coefs$alpha
  norm2 <- coefs$norm2
  values <- matrix(1, length(x), degree + 1L)
  if (degree > 0L) values[, 2] <- x - alpha[1L]
  for (i in seq_len(degree)[-1L]) {
    values[, i + 1] <- (x - alpha[i]) * values[, i] -
      (norm2[i + 1] / norm2[i]) * values[, i - 1]
  }
  values <- values / rep(sqrt(norm2[-1L]), each = length(x))
  values <- values[, -1L, drop = FALSE]
  dimnames(values) <- list(names(x), 1L:degree)
  values
}

#' @rdname poly
#' @examples
#' colnames(polym(1:6, c(1, 3, 2, 5, 4, 6), degree = 2))
polym <- function(..., degree = 1, coefs = NULL, raw = FALSE) {
  variables <- list(...)
  count <- length(variables)
  if (count == 1L) {
    arguments <- list(variables[[1L]], degree = degree, raw = raw)
    if (!is.null(coefs)) arguments$coefs <- coefs
    return(do.call(poly, arguments))
  }
  if (length(unique(lengths(variables))) != 1L) {
    stop("arguments must have the same length")
  }
  powers <- do.call(expand.grid, rep.int(list(0:degree), count))
  total <- rowSums(powers)
  powers <- powers[0 < total & total <= degree, , drop = FALSE]
  bases <- lapply(seq_len(count), function(i) {
    poly(variables[[i]], degree = degree, raw = raw, simple = raw,
         coefs = coefs[[i]])
  })
  term <- function(row) {
    Reduce(`*`, lapply(which(row > 0), function(i) bases[[i]][, row[i]]))
  }
  result <- apply(powers, 1L, function(row) term(as.integer(row)))
  if (!is.matrix(result)) result <- matrix(result, ncol = nrow(powers))
  colnames(result) <- apply(powers, 1L, function(row) paste(row, collapse = "."))
  rownames(result) <- names(variables[[1L]])
  attr(result, "degree") <- as.vector(rowSums(powers))
  if (!raw) attr(result, "coefs") <- lapply(bases, attr, "coefs")
  class(result) <- c("poly", "matrix")
  result
}

predict.poly <- function(object, newdata, ...) {
  if (missing(newdata)) return(object)
  if (is.null(attr(object, "coefs"))) {
    poly(newdata, degree = max(attr(object, "degree")), raw = TRUE, simple = TRUE)
  } else {
    poly(newdata, degree = max(attr(object, "degree")),
         coefs = attr(object, "coefs"), simple = TRUE)
  }
}

makepredictcall.poly <- function(var, call) {
  function_name <- as.character(call)[1L]
  if (function_name == "poly" || is.call(call) && identical(eval(call[[1L]]), poly)) {
    call$coefs <- attr(var, "coefs")
  }
  call
}
