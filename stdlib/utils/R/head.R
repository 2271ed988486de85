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
  check_part_size(x, n)
  if (!is.null(dim(x))) return(head.array(x, n, ...))
  if (length(n) != 1L) {
    stop("invalid 'n' - must have length one when dim(x) is NULL, got ", length(n))
  }
  x[seq_len(part_size(length(x), n))]
}

#' @rdname head
#' @param n how many: a number, negative for all but so many.
#' @examples
#' head.matrix(matrix(1:6, 3), c(2, 1))
head.matrix <- function(x, n = 6L, ...) head.array(x, n, ...)

head.data.frame <- function(x, n = 6L, ...) if (length(x)) head.array(x, n, ...) else x

head.array <- function(x, n = 6L, ...) {
  check_part_size(x, n)
  size <- dim(x)
  # Dimensions that are not cut stay empty in the call.
  positions <- unname(rep(alist(all = ), length(size)))
  for (i in which(!is.na(n[seq_along(size)]))) {
    positions[[i]] <- seq_len(part_size(size[i], n[i]))
  }
  do.call(`[`, c(list(x), positions, drop = FALSE))
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
  check_part_size(x, n)
  if (!missing(addrownums)) keepnums <- renamed_argument(addrownums)
  if (!is.null(dim(x))) return(tail.array(x, n, keepnums = keepnums, ...))
  if (length(n) != 1L) {
    stop("invalid 'n' - must have length one when dim(x) is NULL, got ", length(n))
  }
  length <- length(x)
  x[seq.int(to = length, length.out = part_size(length, n))]
}

tail.data.frame <- function(x, n = 6L, ...) {
  if (length(x)) tail.array(x, n, keepnums = FALSE, ...) else x
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
  size <- dim(x)
  kept <- which(!is.na(n))
  positions <- lapply(seq_along(size), function(i) {
    if (!i %in% kept) TRUE
    else seq.int(to = size[i], length.out = part_size(size[i], n[i]))
  })
  result <- do.call(`[`, c(list(x), positions, drop = FALSE))
  if (keepnums && length(size) > 1L && is.array(x)) {
    names <- dimnames(result)
    if (is.null(names)) names <- vector("list", length(size))
    for (i in kept) {
      if (is.null(names[[i]]) && i <= length(size)) {
        names[[i]] <- if (i == 1L) {
          format(sprintf("[%d,]", positions[[i]]), justify = "right")
        } else if (i == 2L) {
          sprintf("[,%d]", positions[[i]])
        } else {
          as.character(positions[[i]])
        }
      }
    }
    if (any(lengths(names))) dimnames(result) <- names
  }
  result
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

check_part_size <- function(x, n) {
  fail <- function(...) stop(simpleError(paste0(...), sys.call(-2L)))
  if (!(is.numeric(n) || is.logical(n))) fail("invalid 'n' - must be numeric, possibly NA.")
  if (!length(n)) fail("invalid 'n' - must be numeric, possibly NA.")
  if (all(is.na(n))) fail("invalid 'n' - must contain at least one non-missing element, got none.")
  dimensions <- length(dim(x))
  if (dimensions && length(n) > dimensions) {
    fail("invalid 'n' - length(n) must be <= length(dim(x)), got ",
         length(n), " > ", dimensions)
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
