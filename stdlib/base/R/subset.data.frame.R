#' Elements of a data frame
#'
#' `x[j]` and `x[i, j]` select columns and rows; a single column is returned as
#' a vector unless `drop = FALSE`. `x[[j]]` and `x$name` return a column.
#'
#' @name subset-data-frame
#' @examples
#' d <- data.frame(x = 1:3, y = letters[1:3])
#' d[d$x > 1, ]
#' d[, "y"]
#' d[["x"]]
NULL

`[.data.frame` <- function(x, i, j,
                           drop = if (missing(i)) TRUE else length(cols) == 1) {
  indices <- nargs() - !missing(drop)
  if (indices < 3L) {
    if (!missing(drop)) warning("'drop' argument will be ignored")
    if (missing(i)) return(x)
    if (is.matrix(i)) return(as.matrix(x)[i])
    classes <- oldClass(x)
    rowNames <- .row_names_info(x, 0L)
    y <- unclass(x)
    attr(y, "row.names") <- NULL
    columns <- NextMethod("[")
    names <- names(columns)
    if (anyNA(names)) stop("undefined columns selected")
    if (is.character(i) || !anyDuplicated(names)) {
      if (is.character(i) && anyDuplicated(names)) {
        names(columns) <- make.unique(names)
      }
    } else {
      names(columns) <- make.unique(names)
    }
    attr(columns, "row.names") <- rowNames
    class(columns) <- classes
    return(columns)
  }
  y <- unclass(x)
  attr(y, "row.names") <- NULL
  if (missing(i)) {
    if (missing(j)) {
      cols <- names(x)
      return(if (drop && length(x) == 1L) y[[1L]] else x)
    }
    columns <- .chosenColumns(y, j)
    cols <- names(columns)
    if (drop && length(columns) == 1L) return(columns[[1L]])
    if (anyDuplicated(cols)) names(columns) <- make.unique(cols)
    class(columns) <- oldClass(x)
    attr(columns, "row.names") <- .row_names_info(x, 0L)
    return(columns)
  }
  automatic <- .row_names_info(x) <= 0L
  if (is.character(i)) {
    rows <- row.names.data.frame(x)
    i <- pmatch(i, rows, duplicates.ok = TRUE)
  } else if (is.matrix(i) && !is.logical(i) && missing(j)) {
    i <- as.vector(i)
  }
  columns <- if (missing(j)) y else .chosenColumns(y, j)
  cols <- names(columns)
  if (is.factor(i)) i <- as.integer(i)
  xj <- seq_len(.row_names_info(x, 2L))
  rows <- xj[i]
  if (drop && length(columns) == 1L) {
    column <- columns[[1L]]
    return(if (length(dim(column)) == 2L) column[rows, , drop = TRUE] else column[rows])
  }
  columns <- lapply(columns, .takeRows, rows)
  # Rows of all columns keep what else the frame has.
  if (missing(j)) {
    for (name in setdiff(names(attributes(y)), "names")) attr(columns, name) <- attr(y, name)
  }
  if (drop && !missing(drop) && length(rows) == 1L) {
    names(columns) <- cols
    return(columns)
  }
  if (anyDuplicated(cols)) names(columns) <- make.unique(cols)
  attr(columns, "row.names") <- .takeRowNames(x, rows, automatic)
  class(columns) <- oldClass(x)
  columns
}

.chosenColumns <- function(y, j) {
  columns <- y[if (is.character(j)) match(j, names(y)) else j]
  cols <- names(columns)
  if (anyNA(cols) || length(columns) != length(cols)) {
    stop(simpleError("undefined columns selected", sys.call(-1L)))
  }
  columns
}

# The rows of one column of a data frame.
.takeRows <- function(column, rows) {
  if (length(dim(column)) == 2L) column[rows, , drop = FALSE] else column[rows]
}

# Row names of the selected rows, made unique.
.takeRowNames <- function(x, rows, automatic) {
  duplicated <- anyDuplicated(rows) || anyNA(rows)
  if (automatic) {
    if (!duplicated) return(if (length(rows)) rows else integer())
    return(make.unique(.rowText(as.character(rows))))
  }
  names <- attr(x, "row.names")[rows]
  if (duplicated) make.unique(.rowText(as.character(names))) else names
}

# Missing row names read "NA".
.rowText <- function(names) {
  names[is.na(names)] <- "NA"
  names
}

`[[.data.frame` <- function(x, ..., exact = TRUE) {
  indices <- nargs() - !missing(exact)
  if (!all(names(sys.call()) %in% c("", "exact"))) {
    warning("named arguments other than 'exact' are discouraged")
  }
  if (indices < 3L) {
    i <- ..1
    return(.subset2(x, i, exact = exact))
  }
  col <- .subset2(x, ..2, exact = exact)
  i <- if (is.character(..1)) {
    pmatch(..1, row.names.data.frame(x), duplicates.ok = TRUE)
  } else {
    ..1
  }
  col[[i, exact = exact]]
}

`$<-.data.frame` <- function(x, name, value) {
  if (isS4(x)) return(.dressed(`$<-.data.frame`(.undressed(x), name, value), class(x)))
  nrows <- .row_names_info(x, 2L)
  classes <- oldClass(x)
  class(x) <- NULL
  if (!is.null(value)) {
    given <- NROW(value)
    if (given > nrows || given < nrows && (given == 0L || nrows %% given != 0L ||
                                           length(dim(value)) > 1L)) {
      stop(.rowsText(given, nrows))
    }
    if (given < nrows) value <- rep(value, length.out = nrows)
    if (is.atomic(value) && !is.null(names(value))) names(value) <- NULL
  }
  x[[name]] <- value
  class(x) <- classes
  x
}

# An object of an S4 class that extends data frames as a data frame, and back.
.undressed <- function(x) {
  x <- .Internal(setS4Bit(x, FALSE))
  attr(x, "class") <- "data.frame"
  x
}

.dressed <- function(x, class) {
  attr(x, "class") <- class
  .Internal(setS4Bit(x, TRUE))
}

# "replacement has 2 rows, data has 3".
.rowsText <- function(given, size) {
  sprintf(ngettext(given, "replacement has %d row, data has %d",
                   "replacement has %d rows, data has %d"), given, size)
}

`[[<-.data.frame` <- function(x, i, j, value) {
  if (!all(names(sys.call()) %in% c("", "value"))) {
    warning("named arguments are discouraged")
  }
  classes <- oldClass(x)
  nrows <- .row_names_info(x, 2L)
  if (nargs() < 4L) {
    class(x) <- NULL
    if (!is.null(value)) {
      given <- NROW(value)
      if (given > nrows || given < nrows && (given == 0L || nrows %% given != 0L ||
                                             length(dim(value)) > 1L)) {
        stop(.rowsText(given, nrows))
      }
      if (given < nrows) value <- rep(value, length.out = nrows)
      if (is.atomic(value) && !is.null(names(value))) names(value) <- NULL
    }
    x[[i]] <- value
    nc <- length(x)
    if (!is.null(value) && nc > 0L) {
      if (names(x)[nc] == "") names(x)[nc] <- paste0("V", nc)
      if (anyDuplicated(names(x)) && is.numeric(i) && nc == i) names(x) <- make.unique(names(x))
    }
    class(x) <- classes
    return(x)
  }
  if (missing(i) || missing(j)) {
    stop("only valid calls are x[[j]] <- value or x[[i,j]] <- value")
  }
  class(x) <- NULL
  newRows <- NULL
  if (is.character(i)) {
    found <- .assignedRows(x, i, nrows, sys.call())
    iseq <- found$rows
    newRows <- found$names
  } else {
    if (all(i >= 0L) && (nn <- max(i)) > nrows) {
      newRows <- .assignedRows(x, i, nrows, sys.call())$names
    }
    iseq <- seq_len(max(nrows, length(newRows)))[i]
  }
  if (is.character(j)) {
    if ("" %in% j) stop("column name \"\" cannot match any column")
    jseq <- match(j, names(x))
    if (anyNA(jseq)) {
      stop(gettextf("replacing element in non-existent column: %s", j[is.na(jseq)]),
           domain = NA)
    }
  } else if (is.logical(j) || min(j) < 0L) {
    jseq <- seq_along(x)[j]
  } else {
    jseq <- j
    if (max(jseq) > length(x)) {
      stop(gettextf("replacing element in non-existent column: %s", jseq[jseq > length(x)]),
           domain = NA)
    }
  }
  if (length(iseq) > 1L || length(jseq) > 1L) {
    stop("only a single element should be replaced")
  }
  if (length(newRows)) {
    x <- .lengthened(x, nrows, length(newRows))
    attr(x, "row.names") <- newRows
  }
  x[[jseq]][[iseq]] <- value
  class(x) <- classes
  x
}
