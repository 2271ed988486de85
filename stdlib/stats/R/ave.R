#' Group averages
#'
#' Returns a vector like `x` with each element replaced by the value of a
#' function over its group.
#'
#' @param x a vector.
#' @param ... grouping variables.
#' @param FUN the function, applied to each group.
#' @examples
#' ave(c(1, 2, 5, 9), c("a", "a", "b", "b"))
ave <- function(x, ..., FUN = mean) {
  if (missing(...)) {
    x[] <- FUN(x)
  } else {
    group <- interaction(...)
    split(x, group) <- lapply(split(x, group), FUN)
  }
  x
}

#' Set the names of an object
#'
#' @param object an object.
#' @param nm its names.
#' @examples
#' setNames(1:3, c("a", "b", "c"))
setNames <- function(object = nm, nm) {
  names(object) <- nm
  object
}

#' Reorder the levels of a factor
#'
#' `relevel` makes a level the first one.
#'
#' @param x a factor.
#' @param ref the level to come first.
#' @param ... further arguments for methods.
#' @examples
#' relevel(factor(c("a", "b", "c")), ref = "b")
relevel <- function(x, ref, ...) UseMethod("relevel")

relevel.default <- function(x, ref, ...) {
  stop("'relevel' only for (unordered) factors")
}

relevel.ordered <- function(x, ref, ...) {
  stop("'relevel' only for unordered factors")
}

relevel.factor <- function(x, ref, ...) {
  levels <- levels(x)
  if (length(ref) != 1L) stop("'ref' must be of length one")
  if (is.character(ref)) {
    position <- match(ref, levels)
    if (is.na(position)) {
      stop(gettextf("'ref' must be an existing level"), domain = NA)
    }
    ref <- position
  }
  if (ref < 1 || ref > length(levels)) {
    stop(gettextf("ref = %d must be in 1L:%d", ref, length(levels)), domain = NA)
  }
  text <- as.character(x)
  names(text) <- names(x)
  factor(text, levels = levels[c(ref, seq_along(levels)[-ref])])
}

#' Reorder levels by a statistic
#'
#' Returns `x` as a factor whose levels are in the order of a statistic of `X`
#' within them.
#'
#' @param x a factor.
#' @param ... further arguments for methods and for the function.
#' @examples
#' levels(reorder(InsectSprays$spray, InsectSprays$count, median))
reorder <- function(x, ...) UseMethod("reorder")

reorder.default <- function(x, X, FUN = mean, ..., order = is.ordered(x),
                            decreasing = FALSE) {
  scores <- tapply(X = X, INDEX = x, FUN = FUN, ...)
  result <- if (order) {
    ordered(x, levels = names(base::sort(scores, na.last = TRUE, decreasing = decreasing)))
  } else {
    factor(x, levels = names(base::sort(scores, na.last = TRUE, decreasing = decreasing)))
  }
  attr(result, "scores") <- scores
  result
}
