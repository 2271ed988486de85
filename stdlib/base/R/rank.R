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
  nas <- is.na(x)
  names <- names(x)
  if (is.factor(x)) x <- as.integer(x)
  known <- x[!nas]
  keeps <- identical(na.last, "keep")
  ranks <- if (ties %in% c("average", "min", "max")) {
    .Internal(rank(.rankable(known), ties))
  } else {
    .placedRanks(known, ties)
  }
  if (!any(nas) || is.na(na.last)) {
    return(.named(ranks, if (any(nas)) names[!nas] else names))
  }
  if (!keeps && !is.logical(na.last)) {
    stop("invalid 'na.last' argument")
  }
  all <- if (ties == "average") numeric(length(nas)) else integer(length(nas))
  extra <- seq_len(sum(nas))
  if (keeps) {
    all[nas] <- NA
  } else if (na.last) {
    all[nas] <- length(known) + extra
  } else {
    ranks <- ranks + length(extra)
    all[nas] <- extra
  }
  all[!nas] <- ranks
  .named(all, names)
}

# Ranks of a vector without missing values, equal ones in some order.
.placedRanks <- function(x, ties) {
  size <- length(x)
  places <- switch(
    ties,
    first = sort.list(x),
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
