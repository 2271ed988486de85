#' Cross tabulation
#'
#' Makes a contingency table from a formula: counts, or sums of the left-hand
#' side.
#'
#' @param formula a formula whose right-hand side holds the factors.
#' @param data a data frame.
#' @param subset which cases to use.
#' @param sparse must be FALSE.
#' @param na.action a function that treats missing values.
#' @param addNA whether missing values are levels.
#' @param exclude values to leave out.
#' @param drop.unused.levels whether to drop levels not used.
#' @examples
#' xtabs(breaks ~ wool + tension, warpbreaks)
xtabs <- function(formula = ~., data = parent.frame(), subset, sparse = FALSE,
                  na.action, addNA = FALSE, exclude = if (!addNA) c(NA, NaN),
                  drop.unused.levels = FALSE) {
  if (missing(formula) && missing(data)) stop("must supply 'formula' or 'data'")
  if (!missing(formula)) {
    formula <- as.formula(formula)
    if (!inherits(formula, "formula")) stop("'formula' missing or incorrect")
  }
  if (any(attr(terms(formula, data = data), "order") > 1)) {
    stop("interactions are not allowed")
  }
  call <- match.call(expand.dots = FALSE)
  frame_call <- call[c(1L, match(c("formula", "data", "subset", "na.action"),
                                 names(call), 0L))]
  frame_call$formula <- formula
  if (is.matrix(eval(frame_call$data, parent.frame()))) {
    frame_call$data <- as.data.frame(data)
  }
  if (addNA) frame_call$na.action <- quote(stats::na.pass)
  frame_call[[1L]] <- quote(stats::model.frame)
  frame <- eval(frame_call, parent.frame())
  if (length(formula) == 2L) {
    by <- frame
    values <- NULL
  } else {
    response <- attr(attr(frame, "terms"), "response")
    by <- frame[-response]
    values <- frame[[response]]
  }
  by <- lapply(by, function(v) {
    if (!is.factor(v)) v <- factor(v, exclude = exclude)
    else if (length(exclude)) v <- factor(v, levels = setdiff_levels(v, exclude, drop.unused.levels), exclude = exclude, ordered = is.ordered(v))
    if (addNA) v <- addNA(v, ifany = TRUE)
    if (drop.unused.levels) v[, drop = TRUE] else v
  })
  result <- if (is.null(values)) {
    table(by, dnn = names(by), useNA = if (addNA) "ifany" else "no")
  } else if (NCOL(values) == 1L) {
    summed_table(as.vector(values), by)
  } else {
    parts <- apply(values, 2L, function(v) as.vector(summed_table(v, by)))
    names <- lapply(by, levels)
    array(parts, c(unname(lengths(names)), ncol(values)),
          c(names, list(colnames(values))))
  }
  class(result) <- c("xtabs", "table")
  attr(result, "call") <- match.call()
  result
}

setdiff_levels <- function(v, exclude, drop) {
  levels <- levels(v)
  levels[!levels %in% as.character(exclude)]
}

# Sums of the values in the cells of a table.
summed_table <- function(values, by) {
  sizes <- vapply(by, nlevels, 0L)
  cell <- rep.int(0, length(values))
  step <- 1
  for (i in seq_along(by)) {
    cell <- cell + (as.integer(by[[i]]) - 1) * step
    step <- step * sizes[i]
  }
  total <- if (is.integer(values)) integer(prod(sizes)) else numeric(prod(sizes))
  known <- !is.na(cell)
  sums <- tapply(values[known], cell[known] + 1, sum)
  total[as.integer(names(sums))] <- as.vector(sums)
  array(total, unname(sizes), lapply(by, levels))
}

print.xtabs <- function(x, na.print = "", ...) {
  bare <- x
  attr(bare, "call") <- NULL
  print.table(bare, na.print = na.print, ...)
  invisible(x)
}
