#' Data frames
#'
#' A list of columns of one length, with names for the rows. Shorter columns
#' are recycled if they fit a whole number of times.
#'
#' @param ... columns, `name = value` or `value`: vectors, factors, lists,
#'   matrices and data frames.
#' @param row.names the names of the rows, or the column that has them.
#' @param check.rows check that all row names agree?
#' @param check.names make the names of columns valid and unique?
#' @param fix.empty.names give names to columns without one?
#' @param stringsAsFactors make factors of character columns?
#' @examples
#' data.frame(x = 1:3, y = c("a", "b", "c"))
#' data.frame(x = 1:4, g = c("u", "v"))
data.frame <- function(..., row.names = NULL, check.rows = FALSE,
                       check.names = TRUE, fix.empty.names = TRUE,
                       stringsAsFactors = FALSE) {
  fromColumn <- missing(row.names)
  x <- list(...)
  count <- length(x)
  if (count < 1L) return(.emptyFrame(row.names))
  tags <- names(x)
  if (is.null(tags)) tags <- character(count)
  untagged <- !nzchar(tags)
  expressions <- if (any(untagged)) as.list(substitute(list(...)))[-1L]
  parts <- vector("list", count)
  partNames <- vector("list", count)
  rows <- integer(count)
  rowNames <- NULL
  for (i in seq_len(count)) {
    value <- x[[i]]
    part <- if (.isPlainVector(value)) {
      .plainFrame(value, stringsAsFactors)
    } else if (is.character(value) || is.list(value)) {
      as.data.frame(x[[i]], optional = TRUE, stringsAsFactors = stringsAsFactors)
    } else {
      as.data.frame(x[[i]], optional = TRUE)
    }
    rows[i] <- .row_names_info(part)
    columns <- length(part)
    names <- names(part)
    if (length(names) == 0L) names <- rep.int("", columns)
    if (columns > 1L) {
      empty <- !nzchar(names)
      names[empty] <- seq_len(columns)[empty]
      if (!untagged[i]) names <- paste(tags[i], names, sep = ".")
    } else if (columns == 1L) {
      if (!untagged[i]) {
        if (!nzchar(names) || length(dim(value)) != 2L) names <- tags[i]
      } else if (fix.empty.names && !nzchar(names)) {
        names <- .argumentName(expressions[[i]])
      }
    }
    if (fromColumn && is.null(rowNames) && rows[i] > 0L) {
      candidate <- attr(part, "row.names")
      if (is.character(candidate)) rowNames <- .data.row.names(rowNames, candidate, check.rows)
    } else if (check.rows && rows[i] > 0L) {
      rowNames <- .data.row.names(rowNames, attr(part, "row.names"), TRUE)
    }
    rows[i] <- abs(rows[i])
    parts[[i]] <- as.list.data.frame(part)
    partNames[[i]] <- names
  }
  size <- max(rows)
  for (index in seq_len(count)[rows < size]) {
    have <- rows[index]
    if (have > 0L && size %% have == 0L) {
      part <- lapply(unclass(parts[[index]]), .recycleColumn, size)
      if (!any(vapply(part, is.null, NA))) {
        parts[[index]] <- part
        next
      }
    }
    stop(gettextf("arguments imply differing number of rows: %s",
                  paste(unique(rows), collapse = ", ")), domain = NA)
  }
  columns <- unlist(parts, recursive = FALSE, use.names = FALSE)
  names <- as.character(unlist(partNames[lengths(parts) > 0L]))
  if (fix.empty.names && any(empty <- !nzchar(names))) {
    names[empty] <- paste0("V", seq_along(names))[empty]
  }
  if (check.names) {
    names <- make.names(names, unique = TRUE)
  }
  if (is.null(columns)) columns <- list()
  names(columns) <- names
  .finishFrame(columns, size, row.names, rowNames, sys.call())
}

# A data frame of `columns` whose row names were given, or come from a column.
.finishFrame <- function(columns, size, row.names, rowNames, call) {
  fail <- function(text) stop(simpleError(text, call))
  if (length(row.names) == 1L && size != 1L) {
    if (is.character(row.names)) row.names <- match(row.names, names(columns), 0L)
    if (length(row.names) != 1L || row.names < 1L || row.names > length(columns)) {
      fail("'row.names' should specify one of the variables")
    }
    rowNames <- columns[[row.names]]
    columns <- columns[-row.names]
  } else if (!is.null(row.names)) {
    rowNames <- row.names
  }
  if (is.null(rowNames)) {
    class(columns) <- "data.frame"
    attr(columns, "row.names") <- .set_row_names(size)
    return(columns)
  }
  if (is.object(rowNames) || !is.integer(rowNames)) {
    rowNames <- as.character(rowNames)
  }
  if (anyNA(rowNames)) fail("row names contain missing values")
  if (anyDuplicated(rowNames)) {
    doubled <- unique(rowNames[duplicated(rowNames)])
    fail(paste("duplicate row.names:", paste(doubled, collapse = ", ")))
  }
  if (length(rowNames) != size && length(columns)) {
    fail("row names supplied are of the wrong length")
  }
  class(columns) <- "data.frame"
  attr(columns, "row.names") <- rowNames
  columns
}

# The data frame of no columns.
.emptyFrame <- function(row.names) {
  rows <- length(row.names)
  structure(
    list(), names = character(),
    row.names = if (is.null(row.names)) integer() else if (is.character(row.names)) {
      row.names
    } else {
      as.integer(row.names)
    },
    class = "data.frame"
  )
}

# Is it a vector without class and dimensions that can be a column as it is?
.isPlainVector <- function(x) {
  is.atomic(x) && !is.object(x) && is.null(dim(x)) && !is.null(x)
}

# A data frame of one plain vector, without a name.
.plainFrame <- function(x, stringsAsFactors) {
  names <- names(x)
  if (!is.null(names)) names(x) <- NULL
  if (is.character(x) && stringsAsFactors) x <- factor(x)
  size <- length(x)
  structure(
    list(x),
    row.names = if (is.null(names) || anyDuplicated(names) || anyNA(names)) {
      .set_row_names(size)
    } else {
      names
    },
    class = "data.frame"
  )
}

# The name of a column given by an expression.
.argumentName <- function(expression) {
  if (is.call(expression) && identical(expression[[1L]], quote(I))) {
    expression <- expression[[2L]]
  }
  deparse(expression, nlines = 1L)[1L]
}

# Row names of two sources, which must agree if they are checked.
.data.row.names <- function(current, given, check) {
  if (check && !is.null(current) && any(as.character(current) != as.character(given))) {
    stop("mismatch of row names in arguments of 'data.frame'")
  }
  if (is.null(current) && !is.integer(given)) as.character(given) else current
}

# A column repeated up to `size` rows; NULL if it has more than one dimension.
.recycleColumn <- function(x, size) {
  if (is.vector(x) || is.factor(x)) return(rep(x, length.out = size))
  if (is.character(x) && inherits(x, "AsIs")) {
    return(structure(rep(x, length.out = size), class = class(x)))
  }
  if (length(dim(x)) == 2L) return(NULL)
  rep(x, length.out = size)
}

#' Row names
#'
#' `.set_row_names` is the compact form of `1:n`, `.row_names_info` returns the
#' number of rows, negative if the names are automatic, or with `type = 2` its
#' absolute value.
#'
#' @param n number of rows.
#' @param x a data frame.
#' @param type 0 for the stored names, 1 or 2 for their number.
#' @examples
#' .row_names_info(data.frame(x = 1:3))
.set_row_names <- function(n) if (n > 0) c(NA_integer_, -n) else integer()

#' @rdname .set_row_names
.row_names_info <- function(x, type = 1L) .Internal(shortRowNames(x, type))

#' Is it a data frame?
#'
#' @param x an object.
#' @examples
#' is.data.frame(data.frame())
is.data.frame <- function(x) inherits(x, "data.frame")

#' A data frame of the elements of a list
#'
#' Unlike [as.data.frame()], elements become columns as they are.
#'
#' @param x a list.
#' @param nrow the number of rows if `x` is empty.
#' @examples
#' list2DF(list(a = 1:2, b = list(1, "x")))
list2DF <- function(x = list(), nrow = 0L) {
  if (!is.list(x) || is.object(x) && !is.data.frame(x)) stop("'x' must be a plain list", call. = FALSE)
  if (length(x)) nrow <- length(x[[1L]])
  if (is.null(names(x))) names(x) <- character(length(x))
  class(x) <- "data.frame"
  attr(x, "row.names") <- .set_row_names(nrow)
  x
}

dim.data.frame <- function(x) c(.row_names_info(x, 2L), length(x))

dimnames.data.frame <- function(x) list(row.names.data.frame(x), names(x))

`dimnames<-.data.frame` <- function(x, value) {
  if (!is.list(value) || length(value) != 2L) {
    stop("invalid 'dimnames' given for data frame")
  }
  rowNames <- as.character(value[[1L]])
  names <- as.character(value[[2L]])
  if (.row_names_info(x, 2L) != length(rowNames) || length(x) != length(names)) {
    stop("invalid 'dimnames' given for data frame")
  }
  row.names(x) <- rowNames
  names(x) <- names
  x
}

as.list.data.frame <- function(x, ...) {
  x <- unclass(x)
  attr(x, "row.names") <- NULL
  x
}

as.vector.data.frame <- function(x, mode = "any") {
  x <- as.list.data.frame(x)
  if (mode == "list" || mode == "any") x else as.vector(x, mode)
}

t.data.frame <- function(x) t(as.matrix(x))

#' Row names of a data frame or matrix
#'
#' @param x an object.
#' @param value the new names; `NULL` for `1:n`.
#' @examples
#' d <- data.frame(x = 1:2)
#' row.names(d) <- c("a", "b")
#' row.names(d)
row.names <- function(x) UseMethod("row.names")

row.names.data.frame <- function(x) as.character(attr(x, "row.names"))

row.names.default <- function(x) if (!is.null(dim(x))) rownames(x)

#' @rdname row.names
`row.names<-` <- function(x, value) UseMethod("row.names<-")

`row.names<-.default` <- function(x, value) `rownames<-`(x, value)

`row.names<-.data.frame` <- function(x, value) `.rowNamesDF<-`(x, value = value)

#' @rdname row.names
#' @param make.names what to do with invalid names: stop (`FALSE`), make them
#'   valid (`TRUE`) or use numbers (`NA`).
`.rowNamesDF<-` <- function(x, make.names = FALSE, value) {
  if (!is.data.frame(x)) x <- as.data.frame(x)
  size <- .row_names_info(x, 2L)
  if (is.null(value)) {
    attr(x, "row.names") <- .set_row_names(size)
    return(x)
  }
  if (is.object(value) || !is.integer(value)) value <- as.character(value)
  if (size == 0L) {
    if (!length(x) && length(value)) {
      attr(x, "row.names") <- value
      return(x)
    }
  }
  if (length(value) != size) {
    if (isFALSE(make.names)) stop("invalid 'row.names' length")
    if (is.na(make.names)) {
      attr(x, "row.names") <- .set_row_names(size)
      return(x)
    }
  }
  if (anyDuplicated(value) || anyNA(value)) {
    if (isFALSE(make.names)) {
      if (anyNA(value)) stop("missing values in 'row.names' are not allowed")
      doubled <- sQuote(sort(unique(value[duplicated(value)])))
      warning(ngettext(length(doubled),
                       "non-unique value when setting 'row.names': ",
                       "non-unique values when setting 'row.names': "),
              paste(doubled, collapse = ", "), call. = FALSE)
      stop("duplicate 'row.names' are not allowed")
    }
    value <- if (is.na(make.names)) .set_row_names(size) else {
      base::make.names(value, unique = TRUE)
    }
  }
  attr(x, "row.names") <- value
  x
}
