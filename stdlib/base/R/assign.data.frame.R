#' Replace elements of a data frame
#'
#' `x[j] <- value`, `x[i, j] <- value` and `x[m] <- value` with a logical or
#' index matrix `m`. Rows and columns that do not exist yet are added.
#'
#' @name assign-data-frame
#' @examples
#' d <- data.frame(x = 1:3, y = c(1, NA, 3))
#' d[is.na(d)] <- 0
#' d[2, "x"] <- 10L
#' d["z"] <- letters[1:3]
#' d
NULL

`[<-.data.frame` <- function(x, i, j, value) {
  indices <- nargs() - !missing(value)
  if (indices < 3L) {
    hasI <- FALSE
    hasJ <- !missing(i)
    if (hasJ) {
      if (is.data.frame(i) && all(vapply(i, is.logical, NA))) i <- as.matrix(i)
      if (is.matrix(i)) return(.assignCells(x, i, value))
      j <- i
    }
  } else {
    hasI <- !missing(i)
    hasJ <- !missing(j)
  }
  classes <- oldClass(x)
  size <- .row_names_info(x, 2L)
  rows <- rowNames <- NULL
  if (hasI && anyNA(i) || hasJ && anyNA(j)) {
    stop("missing values are not allowed in subscripted assignments of data frames")
  }
  if (hasJ && is.character(j) && "" %in% j) {
    stop("column name \"\" cannot match any column")
  }
  if (hasI) {
    found <- .assignedRows(x, i, size)
    rows <- found$rows
    rowNames <- found$names
    newSize <- max(size, rows)
    wanted <- length(rows)
  } else {
    newSize <- size
    wanted <- size
  }
  class(x) <- NULL
  names <- names(x)
  if (hasJ) {
    found <- .assignedColumns(j, names, length(x), value)
    columns <- found$columns
    names <- found$names
    if (!all(seq_len(max(columns, 0L)) %in% c(seq_along(x), columns))) {
      stop("new columns would leave holes after existing columns")
    }
    if (anyDuplicated(columns)) stop("duplicate subscripts for columns")
  } else {
    columns <- seq_along(x)
  }
  width <- length(columns)
  if (newSize > size) {
    if (is.null(rowNames)) {
      rowNames <- if (.row_names_info(x) > 0L) attr(x, "row.names")
    }
    longer <- c(seq_len(size), rep.int(NA, newSize - size))
    for (column in seq_along(x)) x[[column]] <- .takeRows(x[[column]], longer)
    attr(x, "row.names") <- if (is.null(rowNames)) .set_row_names(newSize) else rowNames
  }
  if (is.null(value) && !hasI) {
    x[columns] <- NULL
    class(x) <- classes
    return(x)
  }
  pieces <- .assignPieces(value, wanted, width, hasI, sys.call())
  gone <- NULL
  if (width && length(pieces)) {
    turn <- rep_len(seq_along(pieces), width)
    for (k in seq_len(width)) {
      column <- columns[k]
      piece <- pieces[[turn[k]]]
      if (is.null(piece)) {
        gone <- c(gone, column)
        next
      }
      x[[column]] <- .assignedColumn(
        if (column <= length(x)) x[[column]], if (hasI) rows, piece, newSize)
    }
  }
  if (length(x) > 0L && !is.null(names)) names(x) <- names[seq_along(x)]
  if (length(gone)) x[gone] <- NULL
  class(x) <- classes
  x
}

# A column of which some rows, or all if `iseq` is NULL, are replaced.
.assignedColumn <- function(column, iseq, piece, size) {
  if (is.null(iseq)) return(piece)
  if (is.null(column)) column <- .takeRows(piece, rep.int(NA_integer_, size))
  if (length(dim(column)) == 2L) column[iseq, ] <- piece
  else column[iseq] <- piece
  column
}

# The rows that an index means, and the names of all rows if there are new ones.
.assignedRows <- function(x, i, size) {
  rowNames <- NULL
  if (is.character(i)) {
    current <- row.names.data.frame(x)
    rows <- match(i, current)
    fresh <- which(is.na(rows))
    if (length(fresh)) {
      added <- unique(i[fresh])
      rows[fresh] <- size + match(i[fresh], added)
      rowNames <- c(current, added)
    }
    return(list(rows = rows, names = rowNames))
  }
  rows <- if (is.logical(i)) {
    if (length(i) > size) seq_along(i)[i] else seq_len(size)[i]
  } else if (all(i >= 0)) {
    as.integer(i[i != 0])
  } else {
    seq_len(size)[i]
  }
  last <- if (length(rows)) max(rows) else 0L
  if (last > size && .row_names_info(x) > 0L) {
    extra <- (size + 1L):last
    rowNames <- make.unique(c(attr(x, "row.names"), as.character(extra)))
  }
  list(rows = rows, names = rowNames)
}

# The columns that an index means, and the names of all columns.
.assignedColumns <- function(j, names, count, value) {
  if (is.character(j)) {
    columns <- match(j, names)
    fresh <- which(is.na(columns))
    if (length(fresh)) {
      added <- unique(j[fresh])
      columns[fresh] <- count + match(j[fresh], added)
      names <- c(names, added)
    }
  } else {
    columns <- if (is.logical(j) || any(j < 0)) seq_len(count)[j] else as.integer(j[j != 0])
    last <- if (length(columns)) max(columns) else 0L
    if (last > count) {
      fresh <- unique(columns[columns > count])
      if (!is.null(names(value)) && is.list(value) && length(value) == length(columns)) {
        added <- names(value)[match(count + seq_along(fresh), columns)]
      } else {
        added <- paste0("V", (count + 1L):last)
      }
      names <- c(names, added)
    }
  }
  list(columns = columns, names = names)
}

# The right-hand side as a list of columns, each of `rows` elements.
.assignPieces <- function(value, rows, width, hasRows, call) {
  fail <- function(...) stop(simpleError(sprintf(...), call))
  if (is.data.frame(value) || is.list(value) && !is.object(value)) {
    pieces <- if (is.data.frame(value)) as.list.data.frame(value) else value
    if (width > 0L && length(pieces) && (width < length(pieces))) {
      warning(simpleWarning(sprintf(ngettext(
        length(pieces),
        "provided %d variable to replace %d variables",
        "provided %d variables to replace %d variables"
      ), length(pieces), width), call))
      pieces <- pieces[seq_len(width)]
    } else if (length(pieces) && width %% length(pieces) != 0L) {
      stop(simpleError(sprintf(ngettext(
        length(pieces),
        "replacement has %d item, need %d",
        "replacement has %d items, need %d"
      ), length(pieces) , width), call))
    }
    return(lapply(seq_along(pieces), function(k) {
      piece <- pieces[[k]]
      have <- NROW(piece)
      if (have == rows || is.null(piece)) return(piece)
      if (have > 0L && have < rows && rows %% have == 0L) {
        return(.takeRows(piece, rep_len(seq_len(have), rows)))
      }
      fail(ngettext(have, "replacement element %d has %d row, need %d",
                    "replacement element %d has %d rows, need %d"),
           k, have, rows)
    }))
  }
  if (length(dim(value)) == 2L && ncol(value) == width && nrow(value) == rows) {
    return(lapply(seq_len(width), function(k) as.vector(value[, k])))
  }
  if (is.atomic(value) && !is.null(names(value))) names(value) <- NULL
  size <- length(value)
  total <- rows * width
  if (total == 0L) return(if (size == 0L || size == 1L || hasRows) list() else list(value))
  if (size == rows) return(list(value))
  if (size == 0L) {
    place <- if (hasRows) quote(x[[jj]][iseq] <- vjj) else call
    stop(simpleError("replacement has length zero", place))
  }
  if (size == 1L || size < rows && rows %% size == 0L) {
    return(list(rep(value, length.out = rows)))
  }
  if (size > total || total %% size != 0L) {
    if (width == 1L) {
      fail(ngettext(size, "replacement has %d row, data has %d",
                    "replacement has %d rows, data has %d"), size, rows)
    }
    fail(ngettext(size, "replacement has %d item, need %d",
                  "replacement has %d items, need %d"), size, total)
  }
  whole <- rep(value, length.out = total)
  lapply(seq_len(width), function(k) whole[(k - 1L) * rows + seq_len(rows)])
}

# x[m] <- value for a logical or an index matrix `m`.
.assignCells <- function(x, m, value) {
  shape <- dim(x)
  if (is.logical(m) && all(dim(m) == shape)) {
    total <- sum(m, na.rm = TRUE)
    size <- length(value)
    if (is.list(value) && !is.data.frame(value) || is.data.frame(value)) {
      value <- unlist(value, use.names = FALSE)
      size <- length(value)
    }
    if (total > 0L && size == 0L) stop("replacement has length zero")
    done <- 0L
    for (column in seq_along(x)) {
      rows <- which(m[, column])
      count <- length(rows)
      if (!count) next
      x[[column]][rows] <- value[(done + seq_len(count) - 1L) %% size + 1L]
      done <- done + count
    }
    return(x)
  }
  if (is.numeric(m) && ncol(m) == 2L) {
    rows <- m[, 1L]
    columns <- m[, 2L]
    value <- rep_len(value, length(rows))
    for (column in unique(columns)) {
      chosen <- columns == column
      x[[column]][rows[chosen]] <- value[chosen]
    }
    return(x)
  }
  if (is.character(m) && ncol(m) == 2L) {
    return(.assignCells(
      x, cbind(match(m[, 1L], row.names(x)), match(m[, 2L], names(x))), value
    ))
  }
  stop("unsupported matrix index in replacement")
}
