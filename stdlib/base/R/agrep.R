#' Approximate matches
#'
#' Finds strings that hold something like a pattern: a few insertions,
#' deletions and substitutions of characters are allowed.
#'
#' @param pattern text, or a regular expression if not `fixed`.
#' @param x a character vector.
#' @param max.distance the most errors: a number, a fraction of the length of
#'   the pattern, or a list with `cost`, `insertions`, `deletions`, `substitutions`, `all`.
#' @param costs weights of `insertions`, `deletions` and `substitutions`.
#' @param ignore.case,value,fixed,useBytes see [grep()].
#' @examples
#' agrep("lasy", "1 lazy 2")
#' agrepl("laysy", c("1 lazy", "1"), max.distance = 2)
agrep <- function(pattern, x, max.distance = 0.1, costs = NULL,
                  ignore.case = FALSE, value = FALSE, fixed = TRUE,
                  useBytes = FALSE) {
  found <- which(agrepl(pattern, x, max.distance, costs, ignore.case, fixed, useBytes))
  if (value) x[found] else found
}

#' @rdname agrep
agrepl <- function(pattern, x, max.distance = 0.1, costs = NULL,
                   ignore.case = FALSE, fixed = TRUE, useBytes = FALSE) {
  pattern <- as.character(pattern)
  if (!is.character(x)) x <- as.character(x)
  weights <- as.integer(.editCosts(costs))
  bounds <- .editBounds(max.distance, nchar(pattern[1L]), max(weights))
  .Internal(agrepl(pattern, x, ignore.case, weights, bounds, fixed))
}

.editCosts <- function(costs) {
  weights <- c(insertions = 1, deletions = 1, substitutions = 1)
  if (is.null(costs)) return(weights)
  if (is.null(names(costs))) {
    weights[] <- rep_len(as.double(unlist(costs)), 3L)
  } else {
    places <- pmatch(names(costs), names(weights))
    weights[places] <- as.double(unlist(costs))
  }
  weights
}

.editBounds <- function(max.distance, length, cost) {
  bounds <- c(cost = NA, insertions = NA, deletions = NA, substitutions = NA, all = NA_real_)
  if (is.list(max.distance)) {
    places <- pmatch(names(max.distance), names(bounds))
    bounds[places] <- unlist(max.distance)
    if (!("all" %in% names(bounds)[places]) && !("cost" %in% names(bounds)[places])) bounds["all"] <- 0.1
  } else {
    bounds["all"] <- max.distance
  }
  isFraction <- !is.na(bounds) & bounds < 1
  scale <- c(length * cost, rep.int(length, 4L))
  bounds[isFraction] <- ceiling(bounds * scale)[isFraction]
  bounds
}
