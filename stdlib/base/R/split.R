#' Split into groups
#'
#' `split` divides the elements of `x` into a list of groups, `unsplit` puts
#' groups together again, and `split<-` replaces them.
#'
#' @param x a vector or a data frame.
#' @param f a factor, a list of factors, or for a data frame a formula.
#' @param drop drop levels that do not occur?
#' @param value a list of groups.
#' @param ... further arguments of methods: `sep` and `lex.order` of
#'   [interaction()].
#' @examples
#' split(1:6, c("a", "b"))
#' unsplit(split(1:6, c("a", "b")), c("a", "b"))
split <- function(x, f, drop = FALSE, ...) UseMethod("split")

split.default <- function(x, f, drop = FALSE, sep = ".", lex.order = FALSE,
                          ...) {
  if (is.null(x)) stop("first argument must be a vector")
  if (is.expression(x)) stop("unimplemented type 'expression' in 'split'\n")
  if (is.list(f)) {
    f <- interaction(f, drop = drop, sep = sep, lex.order = lex.order)
  } else if (!is.factor(f)) {
    f <- as.factor(f)
  } else if (drop) {
    f <- factor(f)
  }
  storage.mode(f) <- "integer"
  if (is.null(attr(x, "class"))) return(.Internal(split(x, f)))
  places <- .Internal(split(seq_along(x), f))
  lapply(places, function(i) x[i])
}

split.data.frame <- function(x, f, drop = FALSE, ...) {
  if (inherits(f, "formula")) f <- .formulaColumns(f, x)
  places <- split(x = seq_len(nrow(x)), f = f, drop = drop, ...)
  lapply(places, function(i) x[i, , drop = FALSE])
}

# The variables of a one-sided formula, found in a data frame.
.formulaColumns <- function(formula, data) {
  names <- all.vars(formula[[length(formula)]])
  if (identical(names, ".")) return(as.list(data))
  terms <- attr(stats::terms(formula, data = data), "variables")
  values <- eval(terms, data, environment(formula))
  names(values) <- vapply(as.list(terms)[-1L], deparse1, "")
  values
}

split.Date <- function(x, f, drop = FALSE, ...) {
  class <- oldClass(x)
  lapply(split.default(unclass(x), f, drop = drop, ...), function(group) {
    class(group) <- class
    group
  })
}

split.POSIXct <- function(x, f, drop = FALSE, ...) {
  lapply(split.default(as.double(x), f, drop = drop, ...), .POSIXct,
         attr(x, "tzone"))
}

#' @rdname split
`split<-` <- function(x, f, drop = FALSE, ..., value) UseMethod("split<-")

`split<-.default` <- function(x, f, drop = FALSE, ..., value) {
  places <- split(seq_along(x), f, drop = drop, ...)
  count <- length(value)
  j <- 0L
  for (i in places) {
    j <- j %% count + 1L
    x[i] <- value[[j]]
  }
  x
}

`split<-.data.frame` <- function(x, f, drop = FALSE, ..., value) {
  places <- split(seq_len(nrow(x)), f, drop = drop, ...)
  count <- length(value)
  j <- 0L
  for (i in places) {
    j <- j %% count + 1L
    x[i, ] <- value[[j]]
  }
  x
}

#' @rdname split
unsplit <- function(value, f, drop = FALSE) {
  size <- length(if (is.list(f)) f[[1L]] else f)
  first <- value[[1L]]
  if (is.data.frame(first)) {
    whole <- first[rep(NA_integer_, size), , drop = FALSE]
    rownames(whole) <- unsplit(lapply(value, rownames), f, drop = drop)
  } else {
    whole <- first[rep(NA_integer_, size)]
  }
  split(whole, f, drop = drop) <- value
  whole
}
