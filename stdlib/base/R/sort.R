#' Sort a vector
#'
#' @param x a vector or another object that can be ordered.
#' @param decreasing descending order?
#' @param na.last put missing values last (TRUE), first (FALSE) or leave them
#'   out (NA)?
#' @param partial places whose elements are to be right.
#' @param method `"radix"` orders strings by their bytes.
#' @param index.return give the ordering permutation too?
#' @param ... arguments of methods.
#' @examples
#' sort(c(3, 1, 2))
#' sort(c(b = 2, a = 1), decreasing = TRUE)
#' sort(c("b", NA, "a"), na.last = TRUE)
sort <- function(x, decreasing = FALSE, ...) {
  if (!is.logical(decreasing) || length(decreasing) != 1L) {
    stop("'decreasing' must be a length-1 logical vector.\n",
         "Did you intend to set 'partial'?")
  }
  UseMethod("sort")
}

#' @rdname sort
sort.default <- function(x, decreasing = FALSE, na.last = NA, ...) {
  if (is.object(x)) {
    x[order(x, na.last = na.last, decreasing = decreasing)]
  } else {
    sort.int(x, na.last = na.last, decreasing = decreasing, ...)
  }
}

#' @rdname sort
sort.int <- function(x, partial = NULL, na.last = NA, decreasing = FALSE,
                     method = c("auto", "shell", "quick", "radix"),
                     index.return = FALSE) {
  isRadix <- identical(method, "radix")
  if (isRadix && (is.null(x) || is.complex(x) || is.raw(x) || !is.atomic(x))) {
    return(x[order(x, na.last = na.last, decreasing = decreasing, method = "radix")])
  }
  if (is.null(partial) && anyNA(decreasing)) {
    order(x, na.last = na.last, decreasing = decreasing, method = "radix")
  }
  if (!is.null(partial) && isRadix) {
    stop("'partial' sorting not supported by radix method")
  }
  if (!is.null(partial) && (index.return || decreasing || isTRUE(!na.last) || is.factor(x))) {
    stop("unsupported options for partial sorting")
  }
  if (is.object(x) && is.factor(x)) {
    return(x[order(x, na.last = na.last, decreasing = decreasing)])
  }
  if (!is.atomic(x)) stop("'x' must be atomic")
  names <- names(x)
  if (index.return && is.na(na.last) && anyNA(x)) x <- x[!is.na(x)]
  if (index.return || !is.null(names) && is.null(partial)) {
    places <- order(x, na.last = na.last, decreasing = decreasing,
                    method = if (isRadix) "radix" else "auto")
    sorted <- as.vector(x)[places]
    names(sorted) <- names[places]
    return(if (index.return) list(x = sorted, ix = places) else sorted)
  }
  x <- as.vector(x)
  missing <- if (anyNA(x)) x[is.na(x)]
  if (length(missing)) x <- x[!is.na(x)]
  sorted <- if (is.null(partial)) {
    .Internal(sort(x, decreasing, isRadix))
  } else {
    .Internal(psort(x, partial))
  }
  if (is.na(na.last) || !length(missing)) {
    sorted
  } else if (na.last) {
    c(sorted, missing)
  } else {
    c(missing, sorted)
  }
}

sort.POSIXlt <- function(x, decreasing = FALSE, na.last = NA, ...)
  x[order(as.POSIXct(x), na.last = na.last, decreasing = decreasing)]

#' Is a vector not in ascending order?
#'
#' @param x a vector.
#' @param na.rm leave missing values out?
#' @param strictly do equal elements count as not sorted?
#' @examples
#' is.unsorted(c(1, 3, 2))
#' is.unsorted(c(1, 1), strictly = TRUE)
is.unsorted <- function(x, na.rm = FALSE, strictly = FALSE) {
  if (length(x) <= 1L) return(FALSE)
  if (!na.rm && anyNA(x)) return(NA)
  if (na.rm && anyNA(x)) x <- x[!is.na(x)]
  if (is.object(x)) x <- if (is.data.frame(x)) x else xtfrm(x)
  if (is.data.frame(x)) {
    return(is.unsorted(do.call(order, unname(as.list(x))), strictly = strictly))
  }
  .Internal(is.unsorted(x, strictly))
}

#' Numbers that sort like an object
#'
#' @param x an object.
#' @examples
#' xtfrm(factor(c("b", "a")))
#' xtfrm(c("b", "a"))
xtfrm.default <- function(x) {
  if (is.numeric(x)) unclass(x)
  else as.vector(rank(x, ties.method = "min", na.last = "keep"))
}

xtfrm.factor <- function(x) as.integer(x)

xtfrm.Date <- function(x) as.numeric(x)

xtfrm.POSIXct <- function(x) as.numeric(x)

xtfrm.POSIXlt <- function(x) as.double(x)

xtfrm.difftime <- function(x) as.numeric(x)

xtfrm.AsIs <- function(x) {
  class <- setdiff(oldClass(x), "AsIs")
  oldClass(x) <- if (length(class)) class
  xtfrm(x)
}

xtfrm.data.frame <- function(x) {
  warning("cannot xtfrm data frames")
  xtfrm.default(x)
}
