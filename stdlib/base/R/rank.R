#' Ranks
#'
#' The ranks of the elements in ascending order; equal ones share the mean of
#' theirs, or as `ties.method` says.
#'
#' @param x a vector.
#' @param na.last ranks of missing values: the last (TRUE), the first (FALSE),
#'   none (NA), or NA (`"keep"`).
#' @param ties.method how equal elements are treated.
#' @examples
#' rank(c(3, 1, 2, 1))
#' rank(c(3, 1, NA), na.last = "keep")
rank <- function(x, na.last = TRUE,
                 ties.method = c("average", "first", "last", "random", "max",
                                 "min")) {
  ties <- match.arg(ties.method)
  missing <- is.na(x)
  names <- names(x)
  if (is.factor(x)) x <- as.integer(x)
  known <- x[!missing]
  keeps <- identical(na.last, "keep")
  if (is.raw(x)) stop("raw vectors cannot be sorted")
  ranks <- .ranks(known, ties)
  if (!any(missing) || is.na(na.last)) {
    return(.named(ranks, if (any(missing)) names[!missing] else names))
  }
  if (!keeps && !is.logical(na.last)) {
    stop("invalid 'na.last' argument")
  }
  all <- if (ties == "average") numeric(length(missing)) else
    integer(length(missing))
  extra <- seq_len(sum(missing))
  if (keeps) {
    all[missing] <- NA
  } else if (na.last) {
    all[missing] <- length(known) + extra
  } else {
    ranks <- ranks + length(extra)
    all[missing] <- extra
  }
  all[!missing] <- ranks
  .named(all, names)
}

# Ranks of a vector without missing values.
.ranks <- function(x, ties) {
  size <- length(x)
  if (ties %in% c("average", "min", "max")) {
    return(.Internal(rank(.rankable(x), ties)))
  }
  places <- switch(
    ties,
    first = order(x),
    last = {
      reversed <- rev(seq_len(size))
      reversed[order(x[reversed])]
    },
    random = order(x, sample(size))
  )
  ranks <- integer(size)
  ranks[places] <- seq_len(size)
  ranks
}

.rankable <- function(x) if (is.object(x)) as.vector(xtfrm(x)) else x

.named <- function(x, names) {
  names(x) <- names
  x
}
