Ops.data.frame <- function(e1, e2 = NULL) {
  unary <- nargs() == 1L
  FUN <- get(.Generic, envir = parent.frame(), mode = "function")
  firstIsFrame <- unary || is.data.frame(e1)
  frame <- if (firstIsFrame) e1 else e2
  rows <- .row_names_info(frame, 2L)
  width <- length(frame)
  if (unary) {
    columns <- lapply(as.list.data.frame(e1), FUN)
  } else {
    if (is.data.frame(e1) && is.data.frame(e2)) {
      if (.row_names_info(e1, 2L) != .row_names_info(e2, 2L) ||
          length(e1) != length(e2)) {
        stop(gettextf("%s only defined for equally-sized data frames",
                      sQuote(.Generic)), domain = NA)
      }
    }
    left <- .opsColumns(e1, rows, width)
    right <- .opsColumns(e2, rows, width)
    columns <- vector("list", width)
    for (i in seq_len(width)) columns[[i]] <- FUN(left[[i]], right[[i]])
  }
  if (.Generic %in% c("+", "-", "*", "^", "%%", "%/%", "/")) {
    names(columns) <- names(frame)
    attr(columns, "row.names") <- .row_names_info(frame, 0L)
    class(columns) <- "data.frame"
    return(columns)
  }
  flat <- unlist(columns, recursive = FALSE, use.names = FALSE)
  if (!length(flat)) {
    flat <- logical()
    return(matrix(flat, nrow = rows, ncol = width,
                  dimnames = list(as.character(attr(frame, "row.names")), names(frame))))
  }
  rowNames <- if (.row_names_info(frame) > 0L) attr(frame, "row.names")
  matrix(flat, nrow = rows, dimnames = list(
    if (!is.null(rowNames)) as.character(rowNames), names(frame)
  ))
}

# An operand as a list of columns.
.opsColumns <- function(x, rows, width) {
  if (is.data.frame(x)) return(as.list.data.frame(x))
  if (is.list(x)) return(rep_len(x, width))
  total <- rows * width
  size <- length(x)
  if (size == 1L || size == rows) return(rep.int(list(as.vector(x)), width))
  if (is.object(x) && is.null(dim(x))) return(rep.int(list(x), width))
  x <- rep_len(as.vector(x), total)
  lapply(seq_len(width), function(k) x[(k - 1L) * rows + seq_len(rows)])
}

Math.data.frame <- function(x, ...) {
  numeric <- vapply(x, function(column) is.numeric(column) || is.logical(column) || is.complex(column), NA)
  if (!all(numeric)) {
    names <- names(x)
    if (is.null(names)) names <- paste0("X", seq_along(x))
    stop("non-numeric-alike variable(s) in data frame: ",
         paste(names[!numeric], collapse = ", "))
  }
  x[] <- lapply(X = x, FUN = .Generic, ...)
  x
}

Summary.data.frame <- function(..., na.rm) {
  parts <- lapply(list(...), function(x) {
    x <- as.matrix(x)
    if (!is.numeric(x) && !is.logical(x) && !is.complex(x)) {
      stop("only defined on a data frame with all numeric-alike variables")
    }
    x
  })
  do.call(.Generic, c(parts, na.rm = na.rm))
}

is.na.data.frame <- function(x) {
  rows <- .row_names_info(x, 2L)
  if (!length(x)) {
    return(matrix(logical(), rows, 0L))
  }
  columns <- lapply(as.list.data.frame(x), is.na)
  rowNames <- if (.row_names_info(x) > 0L) row.names(x)
  flat <- unlist(columns, use.names = FALSE)
  labels <- .wideNames(as.list.data.frame(x), names(x))
  matrix(flat, rows, length(labels), dimnames = list(rowNames, labels))
}

anyNA.data.frame <- function(x, recursive = FALSE) {
  any(vapply(as.list.data.frame(x), anyNA, NA))
}

`is.na<-.default` <- function(x, value) {
  x[value] <- NA
  x
}

#' Set elements missing
#'
#' @param x an object.
#' @param value an index of the elements.
#' @examples
#' x <- 1:3
#' is.na(x) <- 2
#' x
`is.na<-` <- function(x, value) UseMethod("is.na<-")
