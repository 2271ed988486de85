#' Terms that may be added or dropped
#'
#' The terms by which two models differ, respecting marginality.
#'
#' @param terms1,terms2 formulae or models.
#' @examples
#' add.scope(~ a + b, ~ (a + b)^2)
#' drop.scope(~ a * b)
add.scope <- function(terms1, terms2) {
  factor.scope(attr(terms(terms1), "factors"),
               list(add = attr(terms(terms2), "factors")))$add
}

#' @rdname add.scope
#' @examples
#' drop.scope(~ a + b, ~ a)
drop.scope <- function(terms1, terms2) {
  kept <- if (missing(terms2)) numeric() else attr(terms(terms2), "factors")
  factor.scope(attr(terms(terms1), "factors"), list(drop = kept))$drop
}

#' @rdname add.scope
#' @param factor the factors attribute of the terms.
#' @param scope a list with elements `add` and `drop`.
#' @examples
#' factor.scope(attr(terms(~ a + b), "factors"), list(drop = numeric()))
factor.scope <- function(factor, scope) {
  canonical <- function(matrix) {
    names <- rownames(matrix)
    vapply(seq_len(ncol(matrix)), function(j) {
      paste(sort(names[matrix[, j] > 0]), collapse = ":")
    }, "")
  }
  members <- function(matrix) {
    names <- rownames(matrix)
    lapply(seq_len(ncol(matrix)), function(j) names[matrix[, j] > 0])
  }
  drop <- scope$drop
  add <- scope$add
  if (length(factor) && !is.null(drop)) {
    present <- colnames(factor)
    if (length(drop)) {
      missing <- !canonical(drop) %in% canonical(factor)
      if (any(missing)) {
        stop(sprintf(ngettext(sum(missing),
          "lower scope has term %s not included in model",
          "lower scope has terms %s not included in model"),
          paste(sQuote(colnames(drop)[missing]), collapse = ", ")), domain = NA)
      }
      candidates <- which(!canonical(factor) %in% canonical(drop))
    } else {
      candidates <- seq_len(ncol(factor))
    }
    sets <- members(factor)
    free <- vapply(candidates, function(j) {
      !any(vapply(seq_along(sets), function(k) {
        k != j && length(sets[[k]]) > length(sets[[j]]) && all(sets[[j]] %in% sets[[k]])
      }, NA))
    }, NA)
    drop <- present[candidates[free]]
  } else {
    drop <- character()
  }
  if (!length(add)) {
    add <- character()
  } else {
    candidates <- colnames(add)
    if (length(factor)) {
      own <- canonical(factor)
      wanted <- canonical(add)
      missing <- !own %in% wanted
      if (any(missing)) {
        stop(sprintf(ngettext(sum(missing),
          "upper scope has term %s not included in model",
          "upper scope has terms %s not included in model"),
          paste(sQuote(colnames(factor)[missing]), collapse = ", ")), domain = NA)
      }
      new <- which(!wanted %in% own)
      sets <- members(add)
    } else {
      new <- seq_along(candidates)
      sets <- members(add)
    }
    free <- vapply(new, function(j) {
      !any(vapply(new, function(k) {
        k != j && length(sets[[k]]) < length(sets[[j]]) && all(sets[[k]] %in% sets[[j]])
      }, NA))
    }, NA)
    add <- candidates[new[free]]
  }
  list(drop = drop, add = add)
}
