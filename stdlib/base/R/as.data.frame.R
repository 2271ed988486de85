#' Convert to a data frame
#'
#' @param x an object.
#' @param row.names row names, or `NULL`.
#' @param optional may names be missing and left as they are?
#' @param ... further arguments of methods.
#' @examples
#' as.data.frame(matrix(1:4, 2))
#' as.data.frame(list(a = 1:2, b = c("x", "y")))
as.data.frame <- function(x, row.names = NULL, optional = FALSE, ...) {
  if (is.null(x)) return(as.data.frame(list()))
  UseMethod("as.data.frame")
}

as.data.frame.default <- function(x, ...) {
  stop(gettextf("cannot coerce class %s to a data.frame",
                sQuote(deparse(class(x))[1L])), domain = NA)
}

as.data.frame.data.frame <- function(x, row.names = NULL, ...) {
  classes <- oldClass(x)
  place <- match("data.frame", classes)
  if (place > 1L) class(x) <- classes[-seq_len(place - 1L)]
  if (!is.null(row.names)) {
    size <- .row_names_info(x, 2L)
    if (length(row.names) != size) {
      stop(sprintf(ngettext(
        size,
        "supplied %d row name for %d row",
        "supplied %d row names for %d rows"
      ), length(row.names), size), domain = NA)
    }
    attr(x, "row.names") <- if (is.integer(row.names)) row.names else {
      as.character(row.names)
    }
  }
  x
}

as.data.frame.list <- function(x, row.names = NULL, optional = FALSE, ...,
                               cut.names = FALSE, col.names = names(x),
                               fix.empty.names = TRUE,
                               check.names = !optional,
                               stringsAsFactors = FALSE) {
  named <- length(names(x)) || !missing(col.names)
  if (!missing(col.names) && cut.names) {
    longest <- if (is.logical(cut.names)) 256L else as.integer(cut.names)
    long <- nchar(col.names, "bytes") > longest
    col.names[long] <- paste(substr(col.names[long], 1L, longest - 6L), "...")
  }
  # Names that are formal arguments of data.frame() must not be taken for them.
  reserved <- c("row.names", "check.rows", "check.names", "fix.empty.names",
                "stringsAsFactors")
  clash <- which(col.names %in% reserved)
  if (length(clash)) col.names[clash] <- paste0("..adfl.", col.names[clash])
  if (named) names(x) <- col.names
  arguments <- c(x, list(
    check.names = check.names, fix.empty.names = fix.empty.names,
    stringsAsFactors = stringsAsFactors
  ))
  if (is.data.frame(x)) arguments <- c(as.list.data.frame(x), arguments[-seq_along(x)])
  result <- if (length(row.names)) {
    do.call(data.frame, c(arguments, list(row.names = row.names)))
  } else {
    do.call(data.frame, arguments)
  }
  if (length(clash)) names(result) <- sub("^\\.\\.adfl\\.", "", names(result))
  result
}

as.data.frame.vector <- function(x, row.names = NULL, optional = FALSE, ...,
                                 nm = deparse1(substitute(x))) {
  force(nm)
  size <- length(x)
  if (!(is.null(row.names) || is.character(row.names) && length(row.names) == size)) {
    warning(gettextf(
      "'row.names' is not a character vector of length %d -- omitting it. Will be an error!",
      size), domain = NA)
    row.names <- NULL
  }
  if (is.null(row.names)) {
    if (size == 0L) {
      row.names <- character()
    } else {
      row.names <- names(x)
      if (length(row.names) != size || anyDuplicated(row.names)) {
        row.names <- .set_row_names(size)
      }
    }
  }
  if (!is.null(names(x))) names(x) <- NULL
  value <- list(x)
  if (!optional) names(value) <- nm
  structure(value, row.names = row.names, class = "data.frame")
}

as.data.frame.logical <- as.data.frame.vector
as.data.frame.integer <- as.data.frame.vector
as.data.frame.numeric <- as.data.frame.vector
as.data.frame.complex <- as.data.frame.vector
as.data.frame.raw <- as.data.frame.vector
as.data.frame.factor <- as.data.frame.vector
as.data.frame.ordered <- as.data.frame.vector
as.data.frame.Date <- as.data.frame.vector
as.data.frame.POSIXct <- as.data.frame.vector
as.data.frame.difftime <- as.data.frame.vector
as.data.frame.noquote <- as.data.frame.vector
as.data.frame.numeric_version <- as.data.frame.vector

as.data.frame.character <- function(x, ..., stringsAsFactors = FALSE) {
  name <- deparse1(substitute(x))
  if (stringsAsFactors) x <- factor(x)
  if (!"nm" %in% ...names()) as.data.frame.vector(x, ..., nm = name)
  else as.data.frame.vector(x, ...)
}

as.data.frame.AsIs <- function(x, row.names = NULL, optional = FALSE, ...) {
  if (length(dim(x)) == 2L) {
    return(as.data.frame.model.matrix(x, row.names, optional))
  }
  size <- length(x)
  name <- deparse1(substitute(x))
  if (is.null(row.names)) {
    row.names <- names(x)
    if (size == 0L) row.names <- character()
    else if (length(row.names) != size || anyDuplicated(row.names)) {
      row.names <- .set_row_names(size)
    }
  }
  value <- list(x)
  if (!optional) names(value) <- name
  structure(value, row.names = row.names, class = "data.frame")
}

as.data.frame.POSIXlt <- function(x, row.names = NULL, optional = FALSE, ...) {
  value <- as.data.frame.POSIXct(as.POSIXct(x), row.names, optional, ...)
  if (!optional) names(value) <- deparse1(substitute(x))
  value
}

as.data.frame.matrix <- function(x, row.names = NULL, optional = FALSE,
                                 make.names = TRUE, ...,
                                 stringsAsFactors = FALSE) {
  shape <- dim(x)
  rows <- shape[1L]
  columns <- shape[2L]
  labels <- dimnames(x)
  if (is.null(row.names)) row.names <- labels[[1L]]
  names <- labels[[2L]]
  if (is.character(x) && stringsAsFactors) {
    value <- lapply(seq_len(columns), function(j) factor(as.vector(x[, j])))
  } else {
    value <- lapply(seq_len(columns), function(j) as.vector(x[, j]))
  }
  if (length(names) == columns) {
    names(value) <- names
    if (any(empty <- !nzchar(names))) {
      names(value)[empty] <- paste0("V", seq_len(columns))[empty]
    }
  } else if (!optional) {
    names(value) <- paste0("V", seq_len(columns), recycle0 = TRUE)
  }
  .frameWithRowNames(value, rows, row.names, make.names)
}

# A data frame of a list of columns, with row names that may be invalid.
.frameWithRowNames <- function(value, rows, row.names, make.names) {
  class(value) <- "data.frame"
  if (is.null(row.names) || length(row.names) != rows) {
    attr(value, "row.names") <- .set_row_names(rows)
    return(value)
  }
  attr(value, "row.names") <- .set_row_names(rows)
  `.rowNamesDF<-`(value, make.names = make.names, value = row.names)
}

as.data.frame.model.matrix <- function(x, row.names = NULL, optional = FALSE,
                                       make.names = TRUE, ...) {
  rows <- dim(x)[1L]
  name <- deparse1(substitute(x))
  if (is.null(row.names)) row.names <- dimnames(x)[[1L]]
  value <- list(x)
  if (!optional) names(value) <- name
  .frameWithRowNames(value, rows, row.names, make.names)
}

as.data.frame.array <- function(x, row.names = NULL, optional = FALSE, ...) {
  shape <- dim(x)
  if (length(shape) == 1L) {
    value <- as.data.frame.vector(drop(x), row.names, optional, ...)
    if (!optional) names(value) <- deparse1(substitute(x))
    return(value)
  }
  if (length(shape) == 2L) {
    return(as.data.frame.matrix(x, row.names, optional, ...))
  }
  labels <- dimnames(x)
  dim(x) <- c(shape[1L], prod(shape[-1L]))
  if (!is.null(labels)) {
    if (length(labels[[1L]])) rownames(x) <- labels[[1L]]
    rest <- labels[-1L]
    for (d in seq_along(rest)) {
      if (is.null(rest[[d]])) rest[[d]] <- seq_len(shape[d + 1L])
    }
    colnames(x) <- interaction(expand.grid(rest), sep = ".")
  }
  as.data.frame.matrix(x, row.names, optional, ...)
}

as.data.frame.ts <- function(x, ...) {
  if (is.matrix(x)) as.data.frame.matrix(x, ...)
  else {
    value <- as.data.frame.vector(x, ..., nm = "x")
    value
  }
}

#' All combinations
#'
#' A data frame with a row for each combination of the given values; the first
#' varies fastest.
#'
#' @param ... vectors or factors, or a list of them.
#' @param KEEP.OUT.ATTRS keep the attribute `"out.attrs"`?
#' @param stringsAsFactors make factors of character vectors?
#' @examples
#' expand.grid(x = 1:2, y = c("a", "b"))
expand.grid <- function(..., KEEP.OUT.ATTRS = TRUE, stringsAsFactors = TRUE) {
  args <- list(...)
  count <- length(args)
  if (count == 1L && is.list(args[[1L]])) {
    args <- args[[1L]]
    count <- length(args)
  }
  if (count == 0L) return(as.data.frame(list()))
  names <- names(args)
  if (is.null(names)) names <- rep.int("", count)
  empty <- !nzchar(names)
  names[empty] <- paste0("Var", seq_len(count))[empty]
  names(args) <- names
  sizes <- lengths(args, use.names = FALSE)
  total <- prod(sizes)
  if (KEEP.OUT.ATTRS) {
    labels <- lapply(seq_len(count), function(i) {
      paste0(names[i], "=", if (is.numeric(args[[i]])) format(args[[i]]) else args[[i]])
    })
    names(labels) <- names
    names(sizes) <- if (!all(empty)) names
    outAttributes <- list(dim = sizes, dimnames = labels)
  }
  result <- vector("list", count)
  before <- 1
  after <- total
  for (i in seq_len(count)) {
    x <- args[[i]]
    size <- length(x)
    after <- if (size) after / size else 0
    if (total == 0) {
      x <- x[0L]
    } else {
      if (stringsAsFactors && is.character(x)) x <- factor(x, levels = unique(x))
      x <- x[rep.int(rep.int(seq_len(size), rep.int(before, size)), after)]
    }
    if (total == 0 && stringsAsFactors && is.character(x)) {
      x <- factor(x, levels = unique(args[[i]]))
    }
    before <- before * size
    if (!is.null(x)) result[[i]] <- x
  }
  names(result) <- names
  result <- result[!vapply(args, is.null, NA)]
  if (KEEP.OUT.ATTRS) attr(result, "out.attrs") <- outAttributes
  class(result) <- "data.frame"
  attr(result, "row.names") <- .set_row_names(as.integer(total))
  result
}

#' Keep an object as it is
#'
#' Marks `x` so that [data.frame()] makes one column of it.
#'
#' @param x an object.
#' @examples
#' data.frame(x = I(list(1, 2:3)))
I <- function(x) {
  if (!inherits(x, "AsIs")) {
    class(x) <- unique.default(c("AsIs", oldClass(x)))
  }
  x
}

`[.AsIs` <- function(x, i, ...) I(NextMethod("["))

print.AsIs <- function(x, ...) {
  class <- oldClass(x)
  oldClass(x) <- class[class != "AsIs"]
  print(x, ...)
  invisible(x)
}

format.AsIs <- function(x, width = 12, ...) {
  if (is.character(x)) return(format.default(x, ...))
  if (is.null(x)) return("NULL")
  classes <- oldClass(x)
  oldClass(x) <- classes[classes != "AsIs"]
  if (is.null(dim(x))) {
    if (is.object(x)) return(format(x, ...))
    text <- vapply(x, function(element) toString(element, width = width, ...), "",
                   USE.NAMES = FALSE)
    return(format.default(text, justify = "right"))
  }
  format.default(x, ...)
}
