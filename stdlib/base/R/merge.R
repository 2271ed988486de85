#' Merge data frames
#'
#' Joins the rows of two data frames that agree in the key columns.
#'
#' @param x,y data frames.
#' @param by,by.x,by.y the key columns, by name, number or logical vector.
#' @param all,all.x,all.y keep rows without partner?
#' @param sort sort by the keys?
#' @param suffixes what tells other columns of the same name apart.
#' @param no.dups make suffixes also where a column has the name of a key?
#' @param incomparables keys that match nothing.
#' @param ... further arguments of methods.
#' @examples
#' merge(data.frame(k = 1:3, a = 4:6), data.frame(k = c(1, 3), b = 7:8))
merge <- function(x, y, ...) UseMethod("merge")

merge.default <- function(x, y, ...) merge(as.data.frame(x), as.data.frame(y), ...)

merge.data.frame <- function(x, y, by = intersect(names(x), names(y)), by.x = by,
                             by.y = by, all = FALSE, all.x = all, all.y = all,
                             sort = TRUE, suffixes = c(".x", ".y"),
                             no.dups = TRUE, incomparables = NULL, ...) {
  y <- as.data.frame(y)
  rowsX <- nrow(x)
  rowsY <- nrow(y)
  fix.by <- .keyColumns
  by.x <- fix.by(by.x, x)
  by.y <- fix.by(by.y, y)
  if (length(by.x) != length(by.y)) {
    stop("'by.x' and 'by.y' specify different numbers of columns")
  }
  if (length(by.x) == 0L) return(.crossJoin(x, y, suffixes))
  if (any(!by.x)) x <- cbind(Row.names = I(row.names(x)), x)
  if (any(!by.y)) y <- cbind(Row.names = I(row.names(y)), y)
  usesRowNames <- any(!by.x) || any(!by.y)
  if (any(!by.x)) by.x <- by.x + 1L
  if (any(!by.y)) by.y <- by.y + 1L
  row.names(x) <- NULL
  row.names(y) <- NULL
  keyNames <- names(x)[by.x]
  pairs <- .matchKeys(x[by.x], y[by.y], all.x, all.y, incomparables)
  xOnly <- pairs$xOnly
  yOnly <- pairs$yOnly
  keys <- x[c(pairs$x, xOnly), by.x, drop = FALSE]
  if (length(yOnly)) {
    extra <- y[yOnly, by.y, drop = FALSE]
    names(extra) <- keyNames
    names(keys) <- keyNames
    keys <- rbind(keys, extra)
  }
  names(keys) <- keyNames
  order <- if (sort) .keyOrder(keys, length(xOnly) + length(yOnly) > 0L)
  restX <- x[-by.x]
  restY <- y[-by.y]
  names <- .mergedNames(names(restX), names(restY), keyNames, suffixes, no.dups)
  blank <- function(count) rep.int(NA_integer_, count)
  restX <- restX[c(pairs$x, xOnly, blank(length(yOnly))), , drop = FALSE]
  restY <- restY[c(pairs$y, blank(length(xOnly)), yOnly), , drop = FALSE]
  columns <- c(as.list(keys), as.list(restX), as.list(restY))
  names(columns) <- c(keyNames, names)
  if (!is.null(order)) columns <- lapply(columns, .takeRows, order)
  if (usesRowNames) columns[["Row.names"]] <- I(as.character(unclass(columns[["Row.names"]])))
  total <- length(pairs$x) + length(xOnly) + length(yOnly)
  attr(columns, "row.names") <- .set_row_names(total)
  class(columns) <- "data.frame"
  columns
}

# The order of the rows of the result: by the keys, if all of them have a partner by
# what they read as.
.keyOrder <- function(keys, isOuter) {
  if (.row_names_info(keys, 2L) == 0L) return(integer())
  columns <- unname(as.list(keys))
  if (isOuter) return(do.call("order", columns))
  if (length(columns) > 1L) return(order(do.call(paste, c(columns, sep = "\r"))))
  order(if (is.factor(columns[[1L]])) as.character(columns[[1L]]) else columns[[1L]])
}

# Numbers of the key columns; 0 stands for the row names. Errors name the call, of `fix.by` as in GNU R.
.keyColumns <- function(by, frame) {
  names <- names(frame)
  if (is.null(by)) return(integer())
  if (is.numeric(by)) {
    if (any(by < 0L) || any(by > length(names))) {
      stop("'by' must match numbers of columns")
    }
    by <- as.integer(by)
  } else if (is.logical(by)) {
    if (length(by) != length(names)) stop("'by' must match number of columns")
    by <- seq_along(names)[by]
  } else {
    places <- match(by, c("row.names", names)) - 1L
    if (anyNA(places)) stop("'by' must specify a uniquely valid column")
    by <- places
  }
  if (anyDuplicated(by)) stop("'by' must specify a uniquely valid column")
  by
}

# All pairs of rows.
.crossJoin <- function(x, y, suffixes) {
  rowsX <- nrow(x)
  rowsY <- nrow(y)
  names <- .mergedNames(names(x), names(y), character(), suffixes, FALSE)
  result <- cbind(
    x[rep.int(seq_len(rowsX), rowsY), , drop = FALSE],
    y[rep.int(seq_len(rowsY), rep.int(rowsX, rowsY)), , drop = FALSE]
  )
  names(result) <- names
  row.names(result) <- NULL
  result
}

# Pairs of rows with equal keys, and rows without one.
.matchKeys <- function(x, y, all.x, all.y, incomparables) {
  if (length(x) == 1L) {
    keyX <- x[[1L]]
    keyY <- y[[1L]]
    if (is.factor(keyX)) keyX <- as.character(keyX)
    if (is.factor(keyY)) keyY <- as.character(keyY)
  } else {
    codes <- .commonCodes(x, y)
    keyX <- codes$x
    keyY <- codes$y
  }
  values <- unique(keyX)
  codeX <- match(keyX, values, 0L, incomparables)
  codeY <- match(keyY, values, 0L, incomparables)
  places <- split(seq_along(codeY), factor(codeY, levels = seq_along(values)))
  # Rows of one key follow each other, in the order of the first of them.
  rowsX <- which(codeX > 0L)
  rowsX <- rowsX[order(codeX[rowsX])]
  partners <- places[codeX[rowsX]]
  pairX <- rep.int(rowsX, lengths(partners, use.names = FALSE))
  pairY <- as.integer(unlist(partners, use.names = FALSE))
  list(
    x = pairX, y = pairY,
    xOnly = if (all.x) which(!(codeX %in% codeY) | codeX == 0L),
    yOnly = if (all.y) which(codeY == 0L)
  )
}

# One code for each combination of several keys, the same in both frames.
.commonCodes <- function(x, y) {
  rowsX <- length(x[[1L]])
  code <- 0
  for (k in seq_along(x)) {
    a <- x[[k]]
    b <- y[[k]]
    if (is.factor(a)) a <- as.character(a)
    if (is.factor(b)) b <- as.character(b)
    both <- c(a, b)
    part <- match(both, unique(both))
    code <- code * (max(part, 0L) + 1) + part
    code <- match(code, unique(code))
  }
  list(x = code[seq_len(rowsX)], y = code[-seq_len(rowsX)])
}

# Names of the other columns, with suffixes where both frames have them.
.mergedNames <- function(x, y, keys, suffixes, no.dups) {
  shared <- intersect(x, y)
  if (length(shared) && any(nzchar(suffixes))) {
    common <- x %in% shared
    x[common] <- paste0(x[common], suffixes[1L])
    common <- y %in% shared
    y[common] <- paste0(y[common], suffixes[2L])
  }
  if (no.dups && any(clash <- x %in% keys)) x[clash] <- paste0(x[clash], suffixes[1L])
  if (no.dups && any(clash <- y %in% keys)) y[clash] <- paste0(y[clash], suffixes[2L])
  c(x, y)
}
