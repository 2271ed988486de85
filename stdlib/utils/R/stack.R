#' Stack vectors
#'
#' `stack` puts the columns of a data frame or the elements of a list below
#' each other, with a factor that tells which is which; `unstack` reverses it.
#'
#' @param x a data frame or list.
#' @param ... further arguments for methods.
#' @examples
#' stack(list(a = 1:2, b = 3))
stack <- function(x, ...) UseMethod("stack")

stack.data.frame <- function(x, select, drop = FALSE, ...) {
  if (!missing(select)) {
    nl <- as.list(seq_along(x))
    names(nl) <- names(x)
    x <- x[eval(substitute(select), nl, parent.frame())]
  }
  kept <- vapply(x, is.vector, NA)
  if (!sum(kept)) stop("no vector columns were selected")
  if (!all(kept)) warning("non-vector columns will be ignored")
  x <- x[kept]
  indicator <- rep(factor(names(x), unique(names(x))), lengths(x))
  if (drop) indicator <- droplevels(indicator)
  data.frame(values = unlist(unname(x)), ind = indicator,
             stringsAsFactors = FALSE)
}

stack.default <- function(x, drop = FALSE, ...) {
  x <- as.list(x)
  kept <- vapply(x, is.vector, NA)
  if (!sum(kept)) stop("at least one vector element is required")
  if (!all(kept)) warning("non-vector elements will be ignored")
  x <- x[kept]
  indicator <- rep(factor(names(x), unique(names(x))), lengths(x))
  if (drop) indicator <- droplevels(indicator)
  data.frame(values = unlist(unname(x)), ind = indicator,
             stringsAsFactors = FALSE)
}

#' @rdname stack
#' @examples
#' unstack(data.frame(values = 1:4, ind = factor(c("a", "a", "b", "b"))))
unstack <- function(x, ...) UseMethod("unstack")

unstack.data.frame <- function(x, form, ...) {
  form <- if (missing(form)) formula(x) else as.formula(form)
  if (length(form) < 3L) stop("'form' must be a two-sided formula")
  unstacked(x, form)
}

unstack.default <- function(x, form, ...) {
  x <- as.list(x)
  form <- as.formula(form)
  if (length(form) < 3L) stop("'form' must be a two-sided formula")
  unstacked(x, form)
}

unstacked <- function(x, form) {
  groups <- split(eval(form[[2L]], x), eval(form[[3L]], x))
  if (length(groups) >= 2L && length(unique(lengths(groups))) == 1L) {
    data.frame(groups)
  } else {
    groups
  }
}
