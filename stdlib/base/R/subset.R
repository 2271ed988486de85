#' Subsets by conditions
#'
#' Elements, or rows of a data frame, for which `subset` is true. In a data
#' frame `subset` and `select` may name its columns.
#'
#' @param x an object.
#' @param subset a logical vector; missing values count as false.
#' @param select columns to keep.
#' @param drop passed on to `[`.
#' @param ... further arguments of methods.
#' @examples
#' subset(data.frame(x = 1:3, y = 4:6), x > 1, select = y)
subset <- function(x, ...) UseMethod("subset")

subset.default <- function(x, subset, ...) {
  if (!is.logical(subset)) stop("'subset' must be logical")
  x[subset & !is.na(subset)]
}

subset.data.frame <- function(x, subset, select, drop = FALSE, ...) {
  chkDots(...)
  rows <- if (missing(subset)) {
    rep_len(TRUE, nrow(x))
  } else {
    chosen <- eval(substitute(subset), x, parent.frame())
    if (!is.logical(chosen)) stop("'subset' must be logical")
    chosen & !is.na(chosen)
  }
  columns <- if (missing(select)) {
    rep_len(TRUE, ncol(x))
  } else {
    nl <- as.list(seq_along(x))
    names(nl) <- names(x)
    eval(substitute(select), nl, parent.frame())
  }
  x[rows, columns, drop = drop]
}

subset.matrix <- function(x, subset, select, drop = FALSE, ...) {
  chkDots(...)
  columns <- if (missing(select)) {
    TRUE
  } else {
    nl <- as.list(seq_len(ncol(x)))
    names(nl) <- colnames(x)
    eval(substitute(select), nl, parent.frame())
  }
  rows <- if (missing(subset)) {
    rep_len(TRUE, nrow(x))
  } else {
    if (!is.logical(subset)) stop("'subset' must be logical")
    subset & !is.na(subset)
  }
  x[rows, columns, drop = drop]
}

#' Warn about arguments that are not used
#'
#' @param ... arguments that a method does not know.
#' @param which.call which call the warning reports.
#' @param allowed names of arguments that may occur.
#' @examples
#' f <- function(x, ...) chkDots(...)
#' f(1)
chkDots <- function(..., which.call = -1, allowed = character(0)) {
  if (nargs() <= (!missing(which.call)) + (!missing(allowed))) return(invisible())
  given <- ...names()
  if (is.null(given)) given <- character(...length())
  extra <- given[!(given %in% allowed)]
  if (length(extra)) {
    named <- nzchar(extra)
    warning(simpleWarning(
      sprintf(ngettext(length(extra), "extra argument %s will be disregarded",
                       "extra arguments %s will be disregarded"),
              paste(sQuote(extra), collapse = ", ")),
      sys.call(which.call)
    ))
  }
  invisible()
}

#' Change columns of a data frame
#'
#' `transform` returns the data frame with new or changed columns, computed from
#' the old ones. `within` evaluates an expression with the columns as variables
#' and keeps what it assigns, `with` returns its value.
#'
#' @param _data,data a data frame, list or environment.
#' @param ... `column = expression`.
#' @param expr an expression.
#' @param keepAttrs keep the attributes of a list?
#' @examples
#' d <- data.frame(x = 1:2)
#' transform(d, y = x * 2)
#' with(d, sum(x))
#' within(d, z <- x + 1)
transform <- function(`_data`, ...) UseMethod("transform")

transform.default <- function(`_data`, ...) {
  transform.data.frame(data.frame(`_data`), ...)
}

transform.data.frame <- function(`_data`, ...) {
  values <- eval(substitute(list(...)), `_data`, parent.frame())
  places <- match(names(values), names(`_data`))
  old <- !is.na(places)
  if (any(old)) {
    `_data`[places[old]] <- values[old]
    `_data` <- data.frame(`_data`)
  }
  if (all(old)) return(`_data`)
  do.call("data.frame", c(list(`_data`), values[!old]))
}

#' @rdname transform
with <- function(data, expr, ...) UseMethod("with")

with.default <- function(data, expr, ...) {
  eval(substitute(expr), data, enclos = parent.frame())
}

#' @rdname transform
within <- function(data, expr, ...) UseMethod("within")

within.data.frame <- function(data, expr, ...) {
  parent <- parent.frame()
  e <- evalq(environment(), data, parent)
  eval(substitute(expr), e)
  l <- as.list(e, all.names = TRUE)
  l <- l[!vapply(l, is.null, NA)]
  nl <- names(l)
  fresh <- setdiff(nl, names(data))
  fresh <- fresh[.newestFirst(fresh, .assignedNames(substitute(expr)))]
  removed <- setdiff(names(data), nl)
  nl <- c(fresh, setdiff(names(data), removed))
  l <- l[nl]
  data[nl] <- l
  data[removed] <- NULL
  data
}

# The order of new variables: the one that was assigned last comes first.
.newestFirst <- function(names, assigned) {
  order(-match(names, assigned, length(assigned) + 1L))
}

within.list <- function(data, expr, keepAttrs = TRUE, ...) {
  parent <- parent.frame()
  e <- evalq(environment(), data, parent)
  eval(substitute(expr), e)
  values <- as.list(e, all.names = TRUE)
  if (!keepAttrs) return(values)
  .keepAssigned(data, values, .assignedNames(substitute(expr)))
}

# `data` with the variables of the scope: changed, new (last one first), removed.
.keepAssigned <- function(data, values, assigned) {
  values <- values[!vapply(values, is.null, NA)]
  names <- names(values)
  fresh <- names[!(names %in% names(data))]
  fresh <- fresh[.newestFirst(fresh, assigned)]
  removed <- setdiff(names(data), names)
  for (name in setdiff(names(data), removed)) {
    if (!identical(data[[name]], values[[name]])) data[[name]] <- values[[name]]
  }
  for (name in fresh) data[[name]] <- values[[name]]
  data[removed] <- NULL
  data
}

# The variables that code assigns to, in the order it does so first.
.assignedNames <- function(code) {
  if (!is.call(code)) return(character())
  kind <- if (is.symbol(code[[1L]])) as.character(code[[1L]]) else ""
  if (kind == "function") return(character())
  if (kind %in% c("<-", "=") && length(code) == 3L) {
    target <- code[[2L]]
    while (is.call(target)) target <- target[[2L]]
    return(unique(c(.assignedNames(code[[3L]]), as.character(target))))
  }
  parts <- lapply(as.list(code)[-1L], function(part) {
    if (missing(part)) character() else .assignedNames(part)
  })
  unique(c(if (kind == "for") as.character(code[[2L]]), unlist(parts)))
}
