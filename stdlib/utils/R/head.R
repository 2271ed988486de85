#' First and last parts of an object
#'
#' `head` returns the first and `tail` the last `n` elements of a vector, rows
#' of a data frame or matrix, or lines of a function; all but the last or first
#' `-n` if `n` is negative. For arrays `n` may have an element for each
#' dimension.
#'
#' @param x an object.
#' @param ... further arguments for methods.
#' @examples
#' head(letters, 3)
#' head(1:10, -7)
head <- function(x, ...) UseMethod("head")

head.default <- function(x, n = 6L, ...) {
  check_part_size(x, n, quote(checkHT(n, dx <- dim(x))))
  if (!is.null(dim(x))) return(head.array(x, n, ...))
  n <- part_size(length(x), n)
  x[seq_len(n)]
}

#' @rdname head
#' @param n how many: a number, negative for all but so many.
#' @examples
#' head.matrix(matrix(1:6, 3), c(2, 1))
head.matrix <- function(x, n = 6L, ...) head.array(x, n, ...)

head.data.frame <- function(x, n = 6L, ...) head.array(x, n, ...)

head.array <- function(x, n = 6L, ...) {
  check_part_size(x, n)
  array_part(x, Map(function(size, count) {
    if (!is.na(count)) seq_len(part_size(size, count))
  }, dim(x), n[seq_along(dim(x))]))
}

# An array with what lies at some places of each dimension; NULL for all of it.
array_part <- function(x, places) {
  indices <- lapply(places, function(place) if (is.null(place)) quote(expr = ) else place)
  eval(as.call(c(list(quote(`[`), quote(x)), indices, list(drop = FALSE))))
}

head.ftable <- function(x, n = 6L, ...) {
  rows <- format(x)
  dimnames(rows) <- list(rep.int("", nrow(rows)), rep.int("", ncol(rows)))
  noquote(head.matrix(rows, n = n + nrow(rows) - nrow(x), ...))
}

head.function <- function(x, n = 6L, ...) {
  lines <- matrix(source_lines(x))
  dimnames(lines) <- list(seq_along(lines), "")
  noquote(lines[seq_len(part_size(nrow(lines), n)), , drop = FALSE])
}

#' @rdname head
#' @examples
#' tail(letters, 2)
#' tail(data.frame(a = 1:10, b = 10:1), 2)
tail <- function(x, ...) UseMethod("tail")

tail.default <- function(x, n = 6L, keepnums = FALSE, addrownums, ...) {
  check_part_size(x, n, quote(checkHT(n, dx <- dim(x))))
  if (!missing(addrownums)) keepnums <- renamed_argument(addrownums)
  if (!is.null(dim(x))) return(tail.array(x, n, keepnums = keepnums, ...))
  length <- length(x)
  x[seq.int(to = length, length.out = part_size(length, n))]
}

tail.data.frame <- function(x, n = 6L, ...) {
  tail.array(x, n, keepnums = FALSE, ...)
}

#' @rdname head
#' @param keepnums whether rows and columns without names get their numbers.
#' @param addrownums the old name of `keepnums`.
#' @examples
#' tail.matrix(matrix(1:20, 10), 2)
tail.matrix <- function(x, n = 6L, keepnums = TRUE, addrownums, ...) {
  if (!missing(addrownums)) keepnums <- renamed_argument(addrownums)
  tail.array(x, n, keepnums = keepnums, ...)
}

tail.array <- function(x, n = 6L, keepnums = TRUE, addrownums, ...) {
  if (!missing(addrownums)) keepnums <- renamed_argument(addrownums)
  check_part_size(x, n)
  places <- Map(function(size, count) {
    if (!is.na(count)) seq.int(to = size, length.out = part_size(size, count))
  }, dim(x), n[seq_along(dim(x))])
  result <- array_part(x, places)
  if (keepnums && length(places) > 1L && is.array(x)) {
    dimnames(result) <- numbered(dimnames(result), places)
  }
  result
}

# Labels of a part of an array: numbers where a dimension that was cut has no names.
numbered <- function(labels, places) {
  if (is.null(labels)) labels <- vector("list", length(places))
  for (k in which(lengths(labels) == 0L & !vapply(places, is.null, NA))) {
    labels[[k]] <- switch(min(k, 3L),
      format(sprintf("[%d,]", places[[k]]), justify = "right"), sprintf("[,%d]", places[[k]]),
      as.character(places[[k]])
    )
  }
  if (any(lengths(labels))) labels
}

tail.table <- function(x, n = 6L, keepnums = TRUE, addrownums, ...) {
  if (!missing(addrownums)) keepnums <- renamed_argument(addrownums)
  if (length(dim(x)) == 1L) tail.array(x, n, keepnums = FALSE, ...)
  else tail.array(x, n, keepnums = keepnums, ...)
}

tail.ftable <- function(x, n = 6L, keepnums = FALSE, addrownums, ...) {
  rows <- format(x)
  dimnames(rows) <- list(if (!keepnums) rep.int("", nrow(rows)),
                         if (!keepnums) rep.int("", ncol(rows)))
  noquote(tail.matrix(rows, n = n, keepnums = keepnums, ...))
}

tail.function <- function(x, n = 6L, ...) {
  lines <- matrix(source_lines(x))
  dimnames(lines) <- list(seq_along(lines), "")
  count <- nrow(lines)
  noquote(lines[seq.int(to = count, length.out = part_size(count, n)), , drop = FALSE])
}

# How many elements of `length` the argument n asks for.
part_size <- function(length, n) {
  if (n < 0L) max(length + n, 0L) else min(n, length)
}

# Stops if `n` does not say how many. The error names what the caller calls in GNU R.
check_part_size <- function(x, n, call = quote(checkHT(n, d <- dim(x)))) {
  fail <- function(...) stop(simpleError(paste0("invalid 'n' - ", ...), call))
  dimensions <- length(dim(x))
  if (all(is.na(n))) fail(" must contain at least one non-missing element, got none.")
  if (!dimensions && length(n) > 1L) {
    fail("must have length one when dim(x) is NULL, got ", length(n))
  }
  if (dimensions && length(n) > dimensions) {
    fail("length(n) must be <= length(dim(x)), got ", length(n), " > ", dimensions)
  }
}

renamed_argument <- function(value) {
  warning("tail(., addrownums = V) is deprecated.\nUse ",
          "tail(., keepnums = V) instead.\n", call. = FALSE)
  value
}

source_lines <- function(x) {
  source <- attr(x, "srcref")
  if (is.null(source)) deparse(x) else as.character(source)
}
