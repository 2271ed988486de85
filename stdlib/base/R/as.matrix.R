#' Matrices
#'
#' `as.matrix` makes a matrix of a vector, an array or a data frame; of a data
#' frame the columns are converted to the least type that holds them all.
#'
#' @param x an object.
#' @param rownames.force keep automatic row names of a data frame?
#' @param ... further arguments of methods.
#' @examples
#' as.matrix(data.frame(a = 1:2, b = 3:4))
as.matrix <- function(x, ...) UseMethod("as.matrix")

as.matrix.default <- function(x, ...) {
  if (is.matrix(x)) return(x)
  array(
    x, c(length(x), 1L),
    if (!is.null(names(x))) list(names(x), NULL)
  )
}

as.matrix.data.frame <- function(x, rownames.force = NA, ...) {
  columns <- length(x)
  rows <- .row_names_info(x, 2L)
  rowNames <- if (isFALSE(rownames.force)) {
    NULL
  } else if (isTRUE(rownames.force) || .row_names_info(x) > 0L) {
    row.names(x)
  }
  names <- names(x)
  if (columns == 0L || rows == 0L) {
    return(array(NA, c(rows, columns), list(rowNames, if (columns) names)))
  }
  parts <- as.list.data.frame(x)
  isWide <- vapply(parts, function(column) length(dim(column)) == 2L, NA)
  if (any(isWide)) {
    parts <- lapply(parts, function(column) {
      if (is.data.frame(column)) as.matrix(column) else column
    })
  }
  isText <- vapply(parts, function(column) {
    is.character(column) || is.factor(column) ||
      is.object(column) && !is.numeric(column) && !is.logical(column) ||
      inherits(column, c("Date", "POSIXct", "POSIXlt"))
  }, NA)
  isList <- vapply(parts, function(column) {
    is.list(column) && !inherits(column, "POSIXlt")
  }, NA)
  if (any(isList)) {
    parts <- lapply(parts, function(column) {
      as.list(if (is.factor(column)) as.vector(column) else unclass(column))
    })
  } else if (any(isText)) {
    parts <- lapply(parts, .columnText, rows)
  } else {
    parts <- lapply(parts, function(column) {
      if (is.object(column)) unclass(column) else column
    })
  }
  flat <- unlist(parts, recursive = FALSE, use.names = FALSE)
  labels <- if (!is.null(names) || any(isWide)) .wideNames(parts, names)
  dim(flat) <- c(rows, if (is.null(labels)) columns else length(labels))
  dimnames(flat) <- list(rowNames, labels)
  flat
}

# The elements of a column as text, numbers formatted to one width.
.columnText <- function(column, rows) {
  if (is.character(column)) return(column)
  missing <- is.na(column)
  text <- if (is.factor(column)) {
    as.vector(column)
  } else if (is.logical(column)) {
    as.character(column)
  } else if (is.numeric(column) && !is.object(column)) {
    format(column)
  } else if (is.object(column)) {
    as.vector(if (inherits(column, "POSIXt") || inherits(column, "Date")) {
      format(column)
    } else {
      as.character(column)
    })
  } else {
    as.character(column)
  }
  if (any(missing)) text[missing] <- NA_character_
  text
}

# Names of the columns of the matrix, those of wide matrices with a prefix.
.wideNames <- function(parts, names) {
  if (!any(vapply(parts, function(part) length(dim(part)) == 2L, NA))) return(names)
  unlist(lapply(seq_along(parts), function(i) {
    count <- NCOL(parts[[i]])
    if (length(dim(parts[[i]])) != 2L || count == 1L) return(names[i])
    labels <- colnames(parts[[i]])
    if (count) paste(names[i], if (is.null(labels)) seq_len(count) else labels, sep = ".")
  }))
}

as.matrix.noquote <- function(x, ...) {
  noquote(as.matrix.default(unclass(x)))
}

#' @rdname as.matrix
data.matrix <- function(frame, rownames.force = NA) {
  if (!is.data.frame(frame)) return(as.matrix(frame))
  rowNames <- if (isFALSE(rownames.force)) {
    NULL
  } else if (isTRUE(rownames.force) || .row_names_info(frame) > 0L) {
    row.names(frame)
  }
  columns <- lapply(as.list.data.frame(frame), function(column) {
    if (is.character(column)) {
      as.integer(factor(column))
    } else if (is.logical(column) || is.factor(column)) {
      as.integer(column)
    } else if (is.numeric(column)) {
      unclass(column)
    } else {
      as.numeric(column)
    }
  })
  flat <- unlist(columns, use.names = FALSE)
  labels <- .wideNames(columns, names(frame))
  if (is.null(flat)) flat <- NA[0L]
  matrix(flat, nrow = .row_names_info(frame, 2L), ncol = length(labels),
         dimnames = if (length(rowNames) || length(labels)) list(rowNames, labels))
}
