#' Contrast matrices of a factor
#'
#' `contrasts` returns the matrix of contrasts of a factor; `contrasts<-` sets
#' it.
#'
#' @param x a factor (or a logical vector).
#' @param contrasts if FALSE, an identity matrix is returned.
#' @param sparse must be FALSE.
#' @examples
#' contrasts(factor(c("a", "b", "c")))
contrasts <- function(x, contrasts = TRUE, sparse = FALSE) {
  if (is.logical(x)) x <- factor(x, levels = c(FALSE, TRUE))
  if (!is.factor(x)) stop("contrasts apply only to factors")
  levels <- levels(x)
  if (!contrasts) return(identity_contrasts(levels))
  result <- attr(x, "contrasts")
  if (is.null(result)) {
    result <- getOption("contrasts")[[if (is.ordered(x)) 2L else 1L]]
    result <- get(result, mode = "function", envir = parent.frame())
    result <- result(levels, contrasts = TRUE)
    dimnames(result) <- list(levels, colnames(result))
  } else if (is.character(result)) {
    result <- get(result, mode = "function", envir = parent.frame())
    result <- result(levels, contrasts = TRUE)
    dimnames(result) <- list(levels, colnames(result))
  } else if (is.function(result)) {
    result <- result(levels, contrasts = TRUE)
  }
  result
}

#' @rdname contrasts
#' @param how.many the number of contrasts, one less than the levels if missing.
#' @param value a matrix, a contrast function or its name.
#' @examples
#' f <- factor(c("a", "b", "c"))
#' contrasts(f) <- "contr.sum"
#' contrasts(f)
`contrasts<-` <- function(x, how.many = NULL, value) {
  if (is.logical(x)) x <- factor(x, levels = c(FALSE, TRUE))
  if (!is.factor(x)) stop("contrasts apply only to factors")
  if (nlevels(x) < 2L) {
    stop("contrasts can be applied only to factors with 2 or more levels")
  }
  attr(x, "contrasts") <- contrast_matrix(x, value, how.many)
  x
}

contrast_matrix <- function(x, value, how.many) {
  count <- nlevels(x)
  if (is.function(value)) value <- value(count)
  if (is.numeric(value)) {
    value <- as.matrix(value)
    if (nrow(value) != count) stop("wrong number of contrast matrix rows")
    wanted <- if (is.null(how.many)) count - 1L else how.many
    given <- ncol(value)
    rank <- if (given) qr(cbind(1, value))$rank else 1L
    if (rank < given + 1L) stop("singular contrast matrix")
    if (is.null(how.many) && given == count - 1L || given == wanted) {
      result <- value
    } else {
      result <- completed_contrasts(value, wanted)
    }
    dimnames(result) <- list(levels(x), colnames(result))
    result
  } else if (is.character(value)) {
    value
  } else if (is.null(value)) {
    NULL
  } else {
    stop("wrong number of contrast matrix rows")
  }
}

# Adds orthogonal columns to given contrasts, or keeps the first ones.
completed_contrasts <- function(value, wanted) {
  full <- qr.qy(qr(cbind(1, value)), diag(nrow(value)))
  given <- min(wanted, ncol(value))
  result <- value[, seq_len(given), drop = FALSE]
  if (given < wanted) {
    labels <- colnames(value)
    result <- cbind(result, full[, (given + 2L):(wanted + 1L), drop = FALSE])
    if (!is.null(labels)) {
      colnames(result) <- c(labels, rep.int("", wanted - given))
    }
  }
  result
}

identity_contrasts <- function(levels) {
  result <- diag(length(levels))
  dimnames(result) <- list(levels, levels)
  result
}

# The levels that contr.* functions take: labels, or how many.
contrast_levels <- function(n) {
  if (is.numeric(n) && length(n) == 1L) {
    if (n > 1L) seq_len(n) else stop("not enough degrees of freedom to define contrasts")
  } else {
    n
  }
}

#' Contrast matrices
#'
#' Treatment contrasts compare each level with a base level, sum contrasts with
#' the mean of all, Helmert contrasts with the mean of the levels before it,
#' polynomial contrasts are orthogonal polynomials.
#'
#' @param n the levels of a factor, or how many there are.
#' @param base the base level.
#' @param contrasts if FALSE, an identity matrix is returned.
#' @param sparse must be FALSE.
#' @examples
#' contr.treatment(3)
contr.treatment <- function(n, base = 1, contrasts = TRUE, sparse = FALSE) {
  levels <- contrast_levels(n)
  result <- identity_contrasts(levels)
  if (contrasts) {
    count <- length(levels)
    if (count < 2L) {
      stop(gettextf("contrasts not defined for %d degrees of freedom",
                    count - 1L), domain = NA)
    }
    if (base < 1L || base > count) {
      stop("baseline group number out of range")
    }
    result <- result[, -base, drop = FALSE]
  }
  result
}

#' @rdname contr.treatment
#' @examples
#' contr.SAS(3)
contr.SAS <- function(n, contrasts = TRUE, sparse = FALSE) {
  base <- if (is.numeric(n) && length(n) == 1L) n else length(n)
  contr.treatment(n, base = base, contrasts = contrasts, sparse = sparse)
}

#' @rdname contr.treatment
#' @examples
#' contr.sum(3)
contr.sum <- function(n, contrasts = TRUE, sparse = FALSE) {
  levels <- contrast_levels(n)
  result <- identity_contrasts(levels)
  if (contrasts) {
    count <- length(levels)
    if (count < 2L) {
      stop("not enough degrees of freedom to define contrasts")
    }
    result <- result[, -count, drop = FALSE]
    result[count, ] <- -1
    colnames(result) <- NULL
  }
  result
}

#' @rdname contr.treatment
#' @examples
#' contr.helmert(3)
contr.helmert <- function(n, contrasts = TRUE, sparse = FALSE) {
  levels <- contrast_levels(n)
  count <- length(levels)
  if (!contrasts) return(identity_contrasts(levels))
  if (count < 2L) {
    stop(gettextf("contrasts not defined for %d degrees of freedom",
                  count - 1L), domain = NA)
  }
  row <- row(diag(count))[, -1L, drop = FALSE]
  column <- col(row)
  result <- ifelse(row <= column, -1, ifelse(row == column + 1L, column, 0))
  result <- matrix(result, count, count - 1L)
  rownames(result) <- levels
  result
}

#' @rdname contr.treatment
#' @param scores the positions of the levels.
#' @examples
#' contr.poly(3)
contr.poly <- function(n, scores = 1:n, contrasts = TRUE, sparse = FALSE) {
  if (is.numeric(n) && length(n) == 1L) {
    if (n > 1) levels <- seq_len(n)
    else stop("not enough degrees of freedom to define contrasts")
  } else {
    levels <- n
    n <- length(levels)
  }
  if (n < 2) {
    stop(gettextf("contrasts not defined for %d degrees of freedom", n - 1),
         domain = NA)
  }
  if (n > 95) {
    stop(gettextf("orthogonal polynomials cannot be represented accurately enough for %d degrees of freedom",
                  n - 1), domain = NA)
  }
  if (length(scores) != n) {
    stop("'scores' argument is of the wrong length")
  }
  if (!is.numeric(scores) || anyDuplicated(scores)) {
    stop("'scores' must all be different numbers")
  }
  result <- polynomial_contrasts(scores)
  if (contrasts) {
    dimnames(result) <- list(NULL, c("", ".L", ".Q", ".C",
      if (n > 4) paste0("^", 4:(n - 1)))[seq_len(n)])
    result[, -1L, drop = FALSE]
  } else {
    result[, 1L] <- 1
    result
  }
}

# Orthonormal polynomials in the scores, by the QR decomposition of their
# powers; a column's sign is that of its leading coefficient.
polynomial_contrasts <- function(scores) {
  count <- length(scores)
  powers <- outer(scores - mean(scores), seq_len(count) - 1, `^`)
  decomposition <- qr(powers)
  triangle <- decomposition$qr
  triangle <- triangle * (row(triangle) == col(triangle))
  result <- qr.qy(decomposition, triangle)
  lengths <- sqrt(colSums(result^2))
  result <- result / rep(lengths, each = count)
  colnames(result) <- paste0("^", seq_len(count) - 1L)
  result
}
