#' Factor of combinations
#'
#' The factor whose levels are the combinations of the levels of some factors.
#'
#' @param ... factors, or one list of factors.
#' @param drop drop combinations that do not occur?
#' @param sep separator of the parts of a level.
#' @param lex.order let the levels of the first factor vary slowest?
#' @examples
#' interaction(c("a", "b"), c("x", "y"))
interaction <- function(..., drop = FALSE, sep = ".", lex.order = FALSE) {
  factors <- list(...)
  if (length(factors) < 1L) stop("No factors specified")
  if (length(factors) == 1L && is.list(factors[[1L]])) {
    factors <- factors[[1L]]
    if (length(factors) < 1L) stop("No factors specified")
  }
  for (index in rev(seq_along(factors))) {
    part <- as.factor(factors[[index]])[, drop = drop]
    l <- levels(part)
    if1 <- as.integer(unclass(part)) - 1L
    if (index == length(factors)) {
      ans <- if1
      levels <- l
      next
    }
    if (lex.order) {
      ll <- length(levels)
      ans <- ans + ll * if1
      levels <- paste(rep(l, each = ll), rep(levels, length(l)), sep = sep)
    } else {
      ans <- ans * length(l) + if1
      levels <- paste(rep(l, length(levels)), rep(levels, each = length(l)),
                      sep = sep)
    }
    if (anyDuplicated(levels)) {
      merged <- unique(levels)
      ans <- match(levels, merged)[ans + 1L] - 1L
      levels <- merged
    }
    if (drop) {
      present <- sort(unique(ans[!is.na(ans)]))
      levels <- levels[present + 1L]
      ans <- match(ans, present) - 1L
    }
  }
  structure(as.integer(ans + 1L), levels = levels, class = "factor")
}

#' Generate factor levels
#'
#' @param n number of levels.
#' @param k number of replications.
#' @param length length of the result.
#' @param labels labels of the levels.
#' @param ordered are the levels ordered?
#' @examples
#' gl(2, 3, labels = c("low", "high"))
gl <- function(n, k, length = n * k, labels = seq_len(n), ordered = FALSE) {
  codes <- rep_len(rep.int(seq_len(n), rep.int(k, n)), length)
  levels <- as.character(labels)
  structure(codes, levels = levels,
            class = c(if (ordered) "ordered", "factor"))
}
