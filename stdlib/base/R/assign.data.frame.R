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
  if (!all(names(sys.call()) %in% c("", "value"))) {
    warning("named arguments are discouraged")
  }
  hasI <- nargs() > 3L && !missing(i)
  if (nargs() > 3L) {
    hasJ <- !missing(j)
  } else {
    hasJ <- !missing(i)
    if (hasJ) {
      if (is.matrix(i)) return(.assignCells(x, i, value, sys.call()))
      j <- i
    }
  }
  if (hasJ && length(j) == 0L) return(x)
  noMissing <- "missing values are not allowed in subscripted assignments of data frames"
  if (hasI && anyNA(i)) stop(noMissing)
  frame <- x
  classes <- oldClass(x)
  nrows <- .row_names_info(x, 2L)
  class(x) <- NULL
  iseq <- newRows <- NULL
  if (hasI) {
    found <- .assignedRows(x, i, nrows, sys.call())
    iseq <- found$rows
    newRows <- found$names
  }
  newNames <- NULL
  jseq <- seq_along(x)
  if (hasJ) {
    if (anyNA(j)) stop(noMissing)
    found <- .assignedColumns(x, j, value, sys.call())
    jseq <- found$columns
    newNames <- found$names
  }
  if (hasI && length(iseq) == 0L && all(1L <= jseq & jseq <= length(x))) {
    class(x) <- classes
    return(x)
  }
  if (anyDuplicated(jseq)) stop("duplicate subscripts for columns")
  if (is.null(value) && !hasI) {
    x[jseq[jseq <= length(x)]] <- NULL
    class(x) <- classes
    return(x)
  }
  n <- if (length(iseq)) length(iseq) else nrows
  if (length(newRows)) {
    x <- .lengthened(x, nrows, length(newRows))
    attr(x, "row.names") <- newRows
    nrows <- length(newRows)
  }
  value <- .assignPieces(value, n, length(jseq), nrows, sys.call())
  x <- if (hasI) {
    .assignRowsOf(x, iseq, jseq, value, nrows)
  } else {
    .assignWhole(x, jseq, value, nrows)
  }
  .namedAgain(x, frame, newNames, jseq, classes)
}

# The new names after the old ones; columns that were taken out are left out.
.namedAgain <- function(x, frame, newNames, jseq, classes) {
  gone <- attr(x, "gone", exact = TRUE)
  attr(x, "gone") <- NULL
  if (length(newNames)) {
    names <- c(names(frame), newNames)
    if (anyDuplicated(names)) names <- make.unique(names)
    names(x) <- names[seq_along(x)]
  }
  if (length(gone)) x[gone[gone <= length(x)]] <- NULL
  class(x) <- classes
  x
}

# All columns with missing values up to `size` rows.
.lengthened <- function(x, nrows, size) {
  longer <- c(seq_len(nrows), rep.int(NA_integer_, size - nrows))
  for (column in seq_along(x)) x[[column]] <- .takeRows(x[[column]], longer)
  x
}

# Whole columns replaced; those for which there is nothing are remembered as "gone".
.assignWhole <- function(x, jseq, value, nrows) {
  gone <- NULL
  p <- length(jseq)
  jvseq <- if (length(value)) rep_len(seq_along(value), p) else seq_len(p)
  for (jjj in seq_len(p)) {
    jj <- jseq[[jjj]]
    v <- value[[jvseq[[jjj]]]]
    if (is.null(v)) {
      gone <- c(gone, jj)
      next
    }
    if (nrows > 0L && length(v) == 0L) length(v) <- nrows
    x[[jj]] <- v
  }
  if (length(gone)) attr(x, "gone") <- gone
  x
}

# Some rows of columns replaced; new columns are missing elsewhere.
.assignRowsOf <- function(x, iseq, jseq, value, nrows) {
  nvars <- length(x)
  fresh <- jseq[!is.na(jseq) & jseq > nvars]
  x[fresh] <- list(NULL)
  p <- length(jseq)
  jvseq <- if (length(value)) rep_len(seq_along(value), p) else seq_len(p)
  for (jjj in seq_len(p)) {
    jj <- jseq[[jjj]]
    vjj <- value[[jvseq[[jjj]]]]
    if (jj <= nvars) {
      isWide <- length(dim(x[[jj]])) == 2L
    } else {
      isWide <- length(dim(vjj)) == 2L
      x[[jj]] <- if (isWide) .takeRows(vjj, rep.int(NA_integer_, nrows)) else vjj[FALSE]
      if (!isWide) length(x[[jj]]) <- nrows
    }
    if (isWide) x[[jj]][iseq, ] <- vjj
    else x[[jj]][iseq] <- vjj
  }
  x
}

# The rows that an index means, and the names of all rows if there are new ones.
.assignedRows <- function(x, i, nrows, call) {
  automatic <- .row_names_info(x) <= 0L
  if (is.character(i)) {
    current <- if (automatic) as.character(seq_len(nrows)) else attr(x, "row.names")
    rows <- match(i, current)
    fresh <- is.na(rows)
    if (!any(fresh)) return(list(rows = rows))
    rows[fresh] <- nrows + seq_len(sum(fresh))
    return(list(rows = rows, names = make.unique(c(as.character(current), i[fresh]))))
  }
  if (!is.logical(i) && length(i) && all(i >= 0L) && (nn <- max(i)) > nrows) {
    extra <- (nrows + 1L):nn
    names <- c(if (automatic) seq_len(nrows) else attr(x, "row.names"), extra)
    if (anyDuplicated(names)) names <- make.unique(as.character(names))
    return(list(rows = seq_len(nn)[i], names = names))
  }
  rows <- seq_len(nrows)[i]
  if (anyNA(rows)) stop(simpleError("non-existent rows not allowed", call))
  list(rows = rows)
}

# The columns that an index means, and the names of those that are new.
.assignedColumns <- function(x, j, value, call) {
  nvars <- length(x)
  if (is.character(j)) {
    if ("" %in% j) stop(simpleError("column name \"\" cannot match any column", call))
    columns <- match(j, names(x))
    fresh <- is.na(columns)
    if (!any(fresh)) return(list(columns = columns))
    columns[fresh] <- nvars + seq_len(sum(fresh))
    return(list(columns = columns, names = j[fresh]))
  }
  if (is.logical(j) || min(j) < 0L) return(list(columns = seq_along(x)[j]))
  jseq <- j
  if (max(jseq) <= nvars) return(list(columns = jseq))
  names <- paste0("V", seq.int(from = nvars + 1L, to = max(jseq)))
  if (length(names) != sum(jseq > nvars)) {
    stop(simpleError("new columns would leave holes after existing columns", call))
  }
  if (is.list(value) && length(names(value))) {
    names <- rep_len(names(value), length(jseq))[jseq > nvars]
  }
  list(columns = jseq, names = names)
}

# The right-hand side as a list of columns, each of `n` elements or of none.
.assignPieces <- function(value, n, p, nrows, call) {
  if (is.list(value) || is.null(value)) return(.assignListed(unclass(value), n, p, call))
  m <- length(value)
  if (p == 1L) {
    have <- NROW(value)
    if (m < n && m > 0L && n %% m == 0L && length(dim(value)) < 2L || is.function(value)) {
      value <- rep(value, length.out = n)
    } else if (have != n && m > 0L) {
      stop(simpleError(.rowsText(have, if (have < n) nrows else n), call))
    }
    names(value) <- NULL
    return(list(value))
  }
  if (m < n * p && (m == 0L || (n * p) %% m)) {
    stop(simpleError(sprintf(ngettext(m, "replacement has %d item, need %d",
                                      "replacement has %d items, need %d"), m, n * p), call))
  }
  value <- matrix(value, n, p)
  unname(split(c(value), col(value)))
}

# The elements of a list as columns of `n` elements.
.assignListed <- function(value, n, p, call) {
  size <- length(value)
  if (size == 0L) return(list(NULL))
  value <- lapply(seq_along(value), function(k) .assignListedOne(value[[k]], k, n, call))
  if (p > 0L && p < size) {
    warning(simpleWarning(sprintf(ngettext(
      size, "provided %d variable to replace %d variables",
      "provided %d variables to replace %d variables"
    ), size, p), call))
  }
  value
}

.assignListedOne <- function(piece, k, n, call) {
  have <- NROW(piece)
  if (is.null(piece) || have == n) return(piece)
  if (length(dim(piece)) == 2L) {
    stop(simpleError(sprintf(ngettext(
      have, "replacement element %d is a matrix/data frame of %d row, need %d",
      "replacement element %d is a matrix/data frame of %d rows, need %d"
    ), k, have, n), call))
  }
  if (have > 0L && have < n && n %% have == 0L) return(rep(piece, length.out = n))
  if (have > n) {
    warning(simpleWarning(sprintf(ngettext(
      have, "replacement element %d has %d row to replace %d rows",
      "replacement element %d has %d rows to replace %d rows"
    ), k, have, n), call))
    return(piece[seq_len(n)])
  }
  if (have == 0L) return(piece)
  stop(simpleError(sprintf(ngettext(have, "replacement element %d has %d row, need %d",
                                    "replacement element %d has %d rows, need %d"),
                           k, have, n), call))
}

# x[m] <- value for a logical or an index matrix `m`.
.assignCells <- function(x, m, value, call) {
  if (is.atomic(value)) names(value) <- NULL
  if (is.numeric(m) && ncol(m) == 2L) {
    chosen <- tryCatch(
      `[<-`(array(FALSE, dim(x)), m, value = TRUE),
      error = function(e) stop(simpleError(conditionMessage(e)))
    )
    o <- order(m[, 2L], m[, 1L])
    N <- length(value)
    if (length(o)%%N != 0L)
      warning(simpleWarning(
        "number of items to replace is not a multiple of replacement length", call))
    value <- rep(value, length.out = length(o))[o]
    m <- chosen
  }
  if (!is.logical(m) || !identical(dim(m), dim(x))) {
    stop(simpleError("unsupported matrix index in replacement", call))
  }
  total <- sum(m, na.rm = TRUE)
  if (total == 0L) return(x)
  N <- length(value)
  if (N > 1L) {
    if (total %% N != 0L || N > total) stop(simpleError("'value' is the wrong length", call))
    value <- rep(value, length.out = total)
  }
  classes <- oldClass(x)
  class(x) <- NULL
  n <- 0L
  for (v in seq_along(x)) {
    thisvar <- which(m[, v])
    nv <- length(thisvar)
    if (nv == 0L) next
    if (is.matrix(x[[v]])) x[[v]][thisvar, ] <- if (N > 1L) value[n + seq_len(nv)] else value
    else x[[v]][thisvar] <- if (N > 1L) value[n + seq_len(nv)] else value
    n <- n + nv
  }
  class(x) <- classes
  x
}
