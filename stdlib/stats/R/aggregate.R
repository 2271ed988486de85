#' Statistics of subsets of data
#'
#' Splits the data into groups, applies a function to each and returns a data
#' frame with a row for each group.
#'
#' @param x a data frame, a formula, a vector or a time series.
#' @param ... further arguments for methods and for the function.
#' @examples
#' aggregate(weight ~ feed, chickwts, mean)
#' aggregate(mtcars["mpg"], list(cyl = mtcars$cyl), median)
aggregate <- function(x, ...) UseMethod("aggregate")

aggregate.default <- function(x, ...) {
  if (is.ts(x)) aggregate.ts(as.ts(x), ...)
  else aggregate.data.frame(as.data.frame(x), ...)
}

#' @rdname aggregate
#' @param by a list of grouping vectors.
#' @param FUN the function.
#' @param simplify whether results become vectors or matrices.
#' @param drop whether combinations without data are left out.
#' @examples
#' aggregate.data.frame(warpbreaks["breaks"], warpbreaks["tension"], range)
aggregate.data.frame <- function(x, by, FUN, ..., simplify = TRUE, drop = TRUE) {
  if (!is.data.frame(x)) x <- as.data.frame(x)
  FUN <- match.fun(FUN)
  if (NROW(x) == 0L) stop("no rows to aggregate")
  if (NCOL(x) == 0L) x <- data.frame(x = rep(1, NROW(x)))
  if (!is.list(by)) stop("'by' must be a list")
  if (is.null(names(by)) && length(by)) {
    names(by) <- paste0("Group.", seq_along(by))
  } else {
    unnamed <- which(!nzchar(names(by)))
    names(by)[unnamed] <- paste0("Group.", unnamed)
  }
  if (any(lengths(by) != NROW(x))) stop("arguments must have same length")
  groups <- aggregation_groups(by, drop, NROW(x))
  result <- lapply(x, aggregated_column, groups, FUN, simplify, ...)
  frame <- c(groups$values, result)
  attributes(frame) <- list(
    names = names(frame), row.names = .set_row_names(groups$count),
    class = "data.frame")
  frame
}

# Numbers the groups in the order of the result, the first variable varying
# fastest.
aggregation_groups <- function(by, drop, rows) {
  complete <- !logical(rows)
  for (variable in by) {
    if (anyNA(variable)) complete <- complete & !is.na(variable)
  }
  all_complete <- all(complete)
  if (!all_complete) by <- lapply(by, function(v) v[complete])
  codes <- numeric(sum(complete))
  size <- 1
  levels <- vector("list", length(by))
  for (i in seq_along(by)) {
    variable <- by[[i]]
    found <- group_codes(variable, drop)
    codes <- codes + (found$codes - 1) * size
    size <- size * length(found$values)
    levels[[i]] <- found$values
  }
  present <- if (drop) sort(unique(codes)) else seq(0, length.out = size)
  values <- vector("list", length(by))
  names(values) <- names(by)
  rest <- present
  for (i in seq_along(by)) {
    length <- length(levels[[i]])
    values[[i]] <- levels[[i]][rest %% length + 1]
    rest <- rest %/% length
  }
  list(values = values, count = length(present),
       index = match(codes, present),
       complete = if (!all_complete) complete)
}

group_codes <- function(variable, drop) {
  if (is.factor(variable)) {
    codes <- as.integer(variable)
    if (drop) {
      used <- sort(unique(codes))
      values <- variable[match(used, codes)]
      list(codes = match(codes, used), values = values)
    } else {
      levels <- levels(variable)
      values <- factor(levels, levels, ordered = is.ordered(variable))
      list(codes = codes, values = values)
    }
  } else {
    values <- sort(unique(variable))
    list(codes = match(variable, values), values = values)
  }
}

aggregated_column <- function(column, groups, FUN, simplify, ...) {
  if (!is.null(groups$complete)) {
    column <- if (length(dim(column)) == 2L) column[groups$complete, , drop = FALSE]
      else column[groups$complete]
  }
  index <- structure(groups$index, levels = as.character(seq_len(groups$count)),
                     class = "factor")
  parts <- if (length(dim(column)) == 2L) {
    rows <- split(seq_along(groups$index), index)
    lapply(rows, function(i) column[i, , drop = FALSE])
  } else {
    split(column, index)
  }
  filled <- lengths(parts) > 0L
  names(parts) <- NULL
  results <- lapply(parts[filled], FUN, ...)
  if (simplify) {
    length <- unique(lengths(results))
    if (length(length) == 1L) return(simplified_results(results, length, filled))
  }
  if (all(filled)) {
    names(results) <- as.character(seq_along(results) )
    results
  } else {
    all <- vector("list", length(filled))
    all[filled] <- results
    all
  }
}

simplified_results <- function(results, length, filled) {
  classes <- lapply(results, oldClass)
  class <- classes[[1L]]
  same <- !is.null(class) &&
    all(vapply(classes, function(x) identical(x, class), NA))
  if (length == 1L) {
    values <- unlist(results, recursive = FALSE, use.names = FALSE)
    if (same) {
      attributes <- attributes(results[[1L]])
      values <- unlist(lapply(results, unclass), use.names = FALSE)
      attributes$names <- NULL
      attributes(values) <- attributes
    }
    if (all(filled)) return(values)
    result <- values[rep.int(NA_integer_, base::length(filled))]
    result[filled] <- values
    result
  } else if (length > 1L) {
    values <- matrix(unlist(results, recursive = FALSE, use.names = FALSE),
                     nrow = base::length(results), ncol = length, byrow = TRUE,
                     dimnames = if (!is.null(n <- names(results[[1L]]))) list(NULL, n))
    if (all(filled)) return(values)
    result <- matrix(values[NA_integer_], base::length(filled), length,
                     dimnames = dimnames(values))
    result[filled, ] <- values
    result
  } else {
    results
  }
}

aggregate.formula <- function(x, data, FUN, ..., subset, na.action = na.omit) {
  if (missing(x) || !inherits(x, "formula")) {
    stop("'formula' missing or incorrect")
  }
  if (length(x) != 3L) {
    stop("formula 'x' must have both left and right hand sides")
  }
  if (missing(data)) data <- environment(x)
  if (is.matrix(eval(data, parent.frame()))) data <- as.data.frame(data)
  response <- x[[2L]]
  call <- match.call(expand.dots = FALSE)
  call <- call[c(1L, match(c("data", "subset", "na.action"), names(call), 0L))]
  call$formula <- x
  if (identical(response, quote(.))) {
    groups <- all.vars(x[[3L]])
    others <- setdiff(names(data), groups)
    if (!length(others)) stop("'.' in 'formula' stands for no variable")
    call$formula[[2L]] <- as.call(c(quote(cbind), lapply(others, as.name)))
  }
  call$na.action <- na.action
  call[[1L]] <- quote(stats::model.frame)
  mf <- eval(call, parent.frame())
  lhs <- if (is.matrix(mf[[1L]])) as.data.frame(mf[[1L]]) else mf[1L]
  if (length(mf) == 1L) {
    mf <- c(mf, list(rep.int(1L, nrow(mf))))
    return(aggregate.data.frame(lhs, mf[-1L], FUN = FUN, ...)[-1L])
  }
  aggregate.data.frame(lhs, mf[-1L], FUN = FUN, ...)
}

aggregate.ts <- function(x, nfrequency = 1, FUN = sum, ndeltat = 1,
                         ts.eps = getOption("ts.eps"), ...) {
  x <- as.ts(x)
  frequency <- tsp(x)[3L]
  FUN <- match.fun(FUN)
  if (missing(nfrequency)) nfrequency <- 1 / ndeltat
  if (nfrequency > 1 && abs(nfrequency - round(nfrequency)) < ts.eps) {
    nfrequency <- round(nfrequency)
  }
  if (nfrequency == frequency) return(x)
  length <- frequency / nfrequency
  if (abs(length - round(length)) > ts.eps * length) {
    stop(gettextf("cannot change frequency from %g to %g", frequency, nfrequency),
         domain = NA)
  }
  length <- round(length)
  multiple <- is.matrix(x)
  columns <- as.matrix(x)
  labels <- colnames(x)
  start <- tsp(x)[1L]
  periods <- floor(NROW(columns) / length + ts.eps)
  result <- apply(columns, 2L, function(column) {
    apply(matrix(column[seq_len(length * periods)], nrow = length), 2L, FUN, ...)
  })
  if (!multiple) result <- as.vector(result)
  else {
    result <- matrix(result, nrow = periods)
    colnames(result) <- labels
  }
  ts(result, start = start, frequency = nfrequency)
}
