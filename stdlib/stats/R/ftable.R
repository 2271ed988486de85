#' Flat contingency tables
#'
#' Lays out a contingency table in two dimensions.
#'
#' @param x a table, a factor, a data frame or a formula.
#' @param ... more factors, or arguments for methods.
#' @examples
#' ftable(Titanic, row.vars = 1:2)
ftable <- function(x, ...) UseMethod("ftable")

ftable.default <- function(..., exclude = c(NA, NaN), row.vars = NULL,
                           col.vars = NULL) {
  arguments <- list(...)
  if (!length(arguments)) stop("nothing to tabulate")
  x <- arguments[[1L]]
  if (is.list(x)) x <- table(x, exclude = exclude)
  else if (inherits(x, "ftable")) x <- as.table(x)
  else if (!(is.array(x) && length(dim(x)) > 1L)) x <- table(..., exclude = exclude)
  names <- names(dimnames(x))
  size <- dim(x)
  count <- length(size)
  positions <- function(vars, what) {
    if (is.null(vars)) return(NULL)
    if (is.character(vars)) {
      found <- pmatch(vars, names)
      if (anyNA(found)) stop(simpleError(gettextf("incorrect specification for '%s'", what), sys.call(-1L)))
      found
    } else if (any(vars < 1 | vars > count)) {
      stop(simpleError(gettextf("incorrect specification for '%s'", what), sys.call(-1L)))
    } else {
      vars
    }
  }
  rows <- positions(row.vars, "row.vars")
  columns <- positions(col.vars, "col.vars")
  if (is.null(rows) && is.null(columns)) {
    columns <- count
    rows <- seq_len(count)[-columns]
  } else if (is.null(columns)) {
    columns <- setdiff(seq_len(count), rows)
  } else if (is.null(rows)) {
    rows <- setdiff(seq_len(count), columns)
  }
  kept <- c(rows, columns)
  if (length(kept) < count) {
    x <- apply(x, sort(kept), sum)
    rows <- match(rows, sort(kept))
    columns <- match(columns, sort(kept))
  }
  dimension_names <- dimnames(provideDimnames(x))
  # The last variable varies fastest in rows and columns.
  y <- aperm(x, c(rev(rows), rev(columns)))
  size <- dim(x)
  result <- matrix(as.vector(y), nrow = prod(size[rows]), ncol = prod(size[columns]))
  class(result) <- "ftable"
  attr(result, "row.vars") <- dimension_names[rows]
  attr(result, "col.vars") <- dimension_names[columns]
  result
}

ftable.formula <- function(formula, data = NULL, subset, na.action, ...) {
  if (missing(formula) || !inherits(formula, "formula")) {
    stop("'formula' missing or incorrect")
  }
  if (length(formula) != 3L) stop("'formula' must have both left and right hand sides")
  columns <- all.vars(formula[[2L]])
  rows <- all.vars(formula[[3L]])
  source <- eval(substitute(data), parent.frame())
  if (inherits(source, "ftable") || inherits(source, "table") || is.array(source)) {
    if (inherits(source, "ftable")) source <- as.table(source)
    names <- names(dimnames(source))
    position <- function(vars, side) {
      found <- if (identical(vars, ".")) setdiff(seq_along(names), match(c(rows, columns), names)) else pmatch(vars, names)
      if (anyNA(found)) stop(simpleError(gettextf("incorrect variable names in %s of formula", side), sys.call(-1L)))
      found
    }
    columns <- position(columns, "lhs")
    rows <- position(rows, "rhs")
    return(ftable(source, row.vars = rows, col.vars = columns, ...))
  }
  call <- match.call(expand.dots = FALSE)
  call <- call[c(1L, match(c("formula", "data", "subset", "na.action"), names(call), 0L))]
  right <- sum_of_terms(lapply(c(if (identical(rows, ".")) setdiff(names(source), columns) else rows, columns), as.name))
  call$formula <- as.formula(base::call("~", right), env = environment(formula))
  call[[1L]] <- quote(stats::model.frame)
  frame <- eval(call, parent.frame())
  count <- length(frame)
  ftable(frame, row.vars = seq_len(count - length(columns)),
         col.vars = seq.int(to = count, length.out = length(columns)), ...)
}

as.table.ftable <- function(x, ...) {
  rows <- rev(attr(x, "row.vars"))
  columns <- rev(attr(x, "col.vars"))
  names <- c(rows, columns)
  values <- array(as.vector(unclass(x)[]), lengths(names), names)
  values <- aperm(values, c(rev(seq_along(rows)), length(rows) + rev(seq_along(columns))))
  class(values) <- "table"
  values
}

as.matrix.ftable <- function(x, sep = "_", ...) {
  labels <- function(vars) {
    if (!length(vars)) return(NULL)
    grid <- rev(expand.grid(rev(vars), stringsAsFactors = FALSE))
    structure(list(do.call(paste, c(unname(grid), sep = sep))),
              names = paste(label_names(vars), collapse = sep))
  }
  values <- unclass(x)
  attr(values, "row.vars") <- attr(values, "col.vars") <- NULL
  sides <- list(labels(attr(x, "row.vars")), labels(attr(x, "col.vars")))
  dimnames(values) <- structure(lapply(sides, `[[`, 1L),
                                names = vapply(sides, function(side) {
                                  if (is.null(side)) "" else names(side)
                                }, ""))
  values
}

as.data.frame.ftable <- function(x, row.names = NULL, optional = FALSE, ...) {
  as.data.frame(as.table(x), row.names = row.names, ...)
}

format.ftable <- function(x, quote = TRUE, digits = getOption("digits"),
                          method = c("non.compact", "row.compact", "col.compact", "compact"),
                          lsep = " | ", justify = c("left", "right"), ...) {
  method <- match.arg(method)
  rows <- attr(x, "row.vars")
  columns <- attr(x, "col.vars")
  quoted <- function(text) if (quote) paste0("\"", text, "\"") else text
  row_labels <- label_columns(rows, quoted)
  column_labels <- label_columns(columns, quoted)
  values <- matrix(format(as.vector(unclass(x)), digits = digits, ...), nrow(x))
  left <- if (length(rows)) ncol(row_labels) else 0L
  row_names <- if (length(rows)) quoted(label_names(rows))
  column_names <- if (length(columns)) quoted(label_names(columns))
  top <- if (length(columns)) {
    cbind(matrix("", length(columns), left), column_names, t(column_labels))
  }
  body <- cbind(row_labels, rep.int("", nrow(x)), values)
  heading <- c(row_names, "", rep.int("", ncol(x)))
  cells <- switch(
    method,
    non.compact = rbind(top, heading, body, deparse.level = 0L),
    row.compact = if (!length(columns)) {
      rbind(heading, body, deparse.level = 0L)
    } else {
      last <- nrow(top)
      top[last, seq_along(row_names)] <- row_names
      rbind(top, body, deparse.level = 0L)
    },
    col.compact = {
      result <- rbind(top, heading, body, deparse.level = 0L)
      joined_labels(result, left, column_names)
    },
    compact = if (!length(columns)) {
      rbind(heading, body, deparse.level = 0L)[, -(left + 1L), drop = FALSE]
    } else {
      result <- rbind(top, body, deparse.level = 0L)
      if (length(rows) && length(columns)) {
        result <- joined_labels(result, left, column_names)
        last <- nrow(top)
        result[last, seq_along(row_names)] <- row_names
        result[last, left] <- paste(label_names(rows)[left],
                                    label_names(columns)[last], sep = lsep)
      }
      result
    })
  dimnames(cells) <- NULL
  padded_cells(cells, ncol(cells) - ncol(values), justify)
}

# The names of the variables of one side.
label_names <- function(variables) {
  if (is.null(names(variables))) character(length(variables)) else names(variables)
}

# The names of the column variables move to the last column of row labels.
joined_labels <- function(cells, left, column_names) {
  if (!left || !length(column_names)) return(cells)
  cells <- cells[, -(left + 1L), drop = FALSE]
  cells[seq_along(column_names), left] <- column_names
  cells
}

# Labels are padded as asked for, the columns of values to the right.
padded_cells <- function(cells, labels, justify) {
  for (j in seq_len(ncol(cells))) {
    side <- if (j <= labels) match.arg(justify, c("left", "right")) else "right"
    cells[, j] <- format(cells[, j], justify = side)
  }
  cells
}

# A column of labels for each variable; a label stands where it changes.
label_columns <- function(variables, quoted) {
  if (!length(variables)) return(NULL)
  sizes <- lengths(variables)
  total <- prod(sizes)
  result <- vapply(seq_along(variables), function(i) {
    inner <- prod(sizes[-seq_len(i)])
    labels <- rep.int("", total)
    starts <- seq.int(1L, total, by = inner)
    labels[starts] <- rep_len(quoted(variables[[i]]), length(starts))
    labels
  }, character(total))
  matrix(result, total)
}

#' Write and print flat tables
#'
#' @param x a flat table.
#' @param file a file name or `""`.
#' @param quote whether to quote labels.
#' @param append whether to append to the file.
#' @param digits significant digits.
#' @param sep the separator of columns.
#' @param ... passed on to `format`.
#' @examples
#' write.ftable(ftable(Titanic, row.vars = 1:2), quote = FALSE)
write.ftable <- function(x, file = "", quote = TRUE, append = FALSE,
                         digits = getOption("digits"), sep = " ", ...) {
  cells <- format.ftable(x, quote = quote, digits = digits, ...)
  cat(t(cells), file = file, append = append,
      sep = c(rep.int(sep, ncol(cells) - 1L), "\n"))
  invisible(x)
}

print.ftable <- function(x, digits = getOption("digits"), ...) {
  write.ftable(x, quote = FALSE, digits = digits, ...)
}
