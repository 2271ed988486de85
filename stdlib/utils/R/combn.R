#' All combinations
#'
#' The combinations of `m` elements of `x`, as the columns of a matrix, or the
#' results of a function of each.
#'
#' @param x a vector, or a number `n` that stands for `1:n`.
#' @param m how many elements.
#' @param FUN a function of each combination.
#' @param simplify whether the result is an array, else a list.
#' @param ... further arguments of the function.
#' @examples
#' combn(4, 2)
#' combn(c("a", "b", "c"), 2, paste, collapse = "-")
combn <- function(x, m, FUN = NULL, simplify = TRUE, ...) {
  stopifnot(length(m) == 1L, is.numeric(m))
  if (m < 0) stop("m < 0", domain = NA)
  if (is.numeric(x) && length(x) == 1L && x > 0 && trunc(x) == x) x <- seq_len(x)
  size <- length(x)
  if (size < m) stop("n < m", domain = NA)
  m <- as.integer(m)
  count <- as.integer(round(choose(size, m)))
  if (is.na(count)) {
    stop(simpleError("invalid 'ncol' value (too large or NA)",
                     quote(matrix(r, nrow = len.r, ncol = count))))
  }
  positions <- combination_positions(size, m, count)
  if (is.null(FUN)) {
    if (simplify) {
      if (is.null(x)) stop(.shapeless(x))
      result <- x[positions]
      if (!is.factor(x)) result <- as.vector(result)
      dim(result) <- c(m, count)
      return(result)
    }
    return(lapply(seq_len(count), function(i) x[positions[, i]]))
  }
  FUN <- match.fun(FUN)
  results <- lapply(seq_len(count), function(i) FUN(x[positions[, i]], ...))
  if (!simplify) return(results)
  first <- results[[1L]]
  size <- length(first)
  shape <- dim(first)
  if (is.null(first)) stop(.shapeless(first))
  if (any(lengths(results) != size)) {
    stop(simpleError("number of items to replace is not a multiple of replacement length",
                     quote(out[, i] <- r)))
  }
  values <- unlist(results, recursive = FALSE, use.names = FALSE)
  if (is.null(values)) values <- vector(typeof(first))
  if (is.null(shape) && size != 1L) shape <- size
  array(values, c(if (size != 1L) shape, count))
}

# The error for results that no matrix can hold.
.shapeless <- function(r) {
  simpleError(gettextf("'data' must be of a vector type, was '%s'", typeof(r)),
              quote(matrix(r, nrow = len.r, ncol = count)))
}

# The combinations in lexicographic order, built column by column: each column
# extends the combinations so far by all greater positions.
combination_positions <- function(size, m, count) {
  if (m == 0L) return(matrix(integer(), 0L, count))
  rows <- list(seq_len(size - m + 1L))
  for (k in seq_len(m)[-1L]) {
    last <- rows[[k - 1L]]
    room <- size - m + k - last
    index <- rep.int(seq_along(last), room)
    rows <- lapply(rows, function(row) row[index])
    rows[[k]] <- sequence(room) + last[index]
  }
  matrix(unlist(rows), m, count, byrow = TRUE)
}
