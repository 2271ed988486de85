#' Contingency tables
#'
#' Counts the combinations of the levels of some factors. `as.table` makes a
#' table of an array, `is.table` tells whether `x` is one.
#'
#' @param ... factors or vectors of one length, or one list or data frame.
#' @param exclude values that are not counted.
#' @param useNA count missing values: never, if there are any, or always.
#' @param dnn names of the dimensions.
#' @param deparse.level which arguments give names to dimensions: 0 named ones,
#'   1 symbols too, 2 all.
#' @param x an object.
#' @examples
#' table(c("a", "b", "a"))
#' table(x = c(1, 1, 2), y = c("u", "v", "v"))
#' table(c(1, NA), useNA = "ifany")
table <- function(..., exclude = if (useNA == "no") c(NA, NaN),
                  useNA = c("no", "ifany", "always"), dnn = list.names(...),
                  deparse.level = 1) {
  list.names <- function(...) {
    .dotNames(as.list(substitute(list(...)))[-1L], deparse.level)
  }
  useNA <- if (missing(useNA) && !missing(exclude) && !(NA %in% exclude)) {
    "ifany"
  } else {
    match.arg(useNA)
  }
  asked <- !missing(exclude)
  args <- list(...)
  if (length(args) == 1L && is.list(args[[1L]])) {
    args <- args[[1L]]
    if (length(dnn) != length(args)) {
      dnn <- if (is.null(names(args))) {
        paste(dnn[1L], seq_along(args), sep = ".")
      } else {
        names(args)
      }
    } else if (missing(dnn) && !is.null(names(args))) {
      dnn <- names(args)
    }
  }
  if (!length(args)) stop("nothing to tabulate")
  size <- length(args[[1L]])
  bin <- 0L
  shape <- integer()
  labels <- list()
  cells <- 1
  for (arg in args) {
    if (length(arg) != size) stop("all arguments must have the same length")
    part <- .tableFactor(arg, exclude, useNA, asked)
    bin <- bin + as.integer(cells) * (as.integer(unclass(part)) - 1L)
    count <- nlevels(part)
    shape <- c(shape, count)
    labels <- c(labels, list(levels(part)))
    cells <- cells * count
    if (cells > .Machine$integer.max) {
      stop("attempt to make a table with >= 2^31 elements")
    }
  }
  names(labels) <- dnn
  bin <- bin[!is.na(bin)]
  if (length(bin)) bin <- bin + 1L
  counts <- array(tabulate(bin, cells), shape, dimnames = labels)
  class(counts) <- "table"
  counts
}

# The factor that `table` counts for one of its arguments.
.tableFactor <- function(x, exclude, useNA, excludeGiven) {
  missing <- if (useNA != "no") {
    which(if (is.double(x)) is.na(x) & !is.nan(x) else is.na(x))
  }
  if (!is.factor(x)) {
    if (is.raw(x)) exclude <- NULL
    x <- factor(x, exclude = exclude)
  } else {
    kept <- levels(x)[is.na(match(levels(x), if (excludeGiven) exclude))]
    if (length(kept) < nlevels(x)) x <- factor(x, levels = kept, exclude = NULL)
  }
  if (useNA == "always" || useNA == "ifany" && length(missing) &&
      !(NA %in% exclude)) {
    labels <- levels(x)
    if (!anyNA(labels)) labels <- c(labels, NA)
    codes <- as.integer(unclass(x))
    codes[missing] <- match(NA, labels)
    x <- structure(codes, levels = labels, class = "factor")
  }
  x
}

# Names of the expressions of `...`: their own, or as `deparse.level` says.
.dotNames <- function(expressions, deparse.level) {
  names <- names(expressions)
  if (is.null(names)) names <- rep.int("", length(expressions))
  for (index in which(names == "")) {
    expression <- expressions[[index]]
    if (deparse.level == 2 || deparse.level == 1 && is.symbol(expression)) {
      names[index] <- deparse(expression, nlines = 1)[1L]
    }
  }
  names
}

#' @rdname table
is.table <- function(x) inherits(x, "table")

#' @rdname table
as.table <- function(x, ...) UseMethod("as.table")

as.table.default <- function(x, ...) {
  if (is.table(x)) return(x)
  if (!is.array(x) && !is.numeric(x)) stop("cannot coerce to a table")
  x <- as.array(x)
  x <- provideDimnames(x)
  class(x) <- c("table", oldClass(x))
  x
}

`[.table` <- function(x, i, j, ..., drop = TRUE) {
  y <- NextMethod()
  if (is.array(y) && !is.table(y)) class(y) <- oldClass(x)
  y
}

print.table <- function(x, digits = getOption("digits"), quote = FALSE,
                        na.print = "", zero.print = "0",
                        right = is.numeric(x) || is.complex(x),
                        justify = "none", ...) {
  shape <- dim(x)
  if (any(shape == 0L)) {
    extent <- paste(shape, collapse = " x ")
    cat("< table of extent ", extent, " >\n", sep = "")
    return(invisible(x))
  }
  text <- format(unclass(x), digits = digits, justify = justify)
  missing <- is.na(x)
  if (any(missing)) text[missing] <- na.print
  if (zero.print != "0" && any(zero <- !missing & x == 0)) {
    text[zero] <- zero.print
  }
  print(text, quote = quote, right = right, ...)
  invisible(x)
}

summary.table <- function(object, ...) {
  if (!is.table(object)) stop("object must be a table")
  total <- sum(object)
  rank <- length(dim(object))
  result <- list(n.vars = rank, n.cases = total)
  if (rank > 1L) {
    margins <- lapply(seq_len(rank), function(d) as.vector(apply(object, d, sum)) / total)
    expected <- Reduce(outer, margins) * total
    statistic <- sum((as.vector(object) - as.vector(expected))^2 /
                       as.vector(expected))
    freedom <- prod(vapply(margins, length, 1L)) - 1L -
      sum(vapply(margins, length, 1L) - 1L)
    result <- c(result, list(
      statistic = statistic, parameter = freedom,
      approx.ok = all(expected >= 5),
      p.value = stats::pchisq(statistic, freedom, lower.tail = FALSE)
    ))
  }
  call <- attr(object, "call")
  result$call <- call
  class(result) <- "summary.table"
  result
}

print.summary.table <- function(x, digits = max(1L, getOption("digits") - 3L),
                                ...) {
  if (!inherits(x, "summary.table")) stop(gettextf("'x' must inherit from class %s", dQuote("summary.table")))
  if (!is.null(x$call)) {
    cat("Call: ")
    print(x$call)
  }
  cat("Number of cases in table:", x$n.cases, "\n")
  cat("Number of factors:", x$n.vars, "\n")
  if (x$n.vars > 1L) {
    cat("Test for independence of all factors:\n")
    cat("\tChisq = ", format(round(x$statistic, max(0, digits - log10(x$statistic)))),
        ", df = ", format(x$parameter),
        ", p-value = ", format(x$p.value, digits = digits), "\n", sep = "")
    if (!x$approx.ok) cat("\tChi-squared approximation may be incorrect\n")
  }
  invisible(x)
}

as.data.frame.table <- function(x, row.names = NULL, ..., responseName = "Freq",
                                stringsAsFactors = TRUE, sep = "",
                                base = list(LETTERS)) {
  labels <- dimnames(provideDimnames(x, sep = sep, base = base))
  columns <- expand.grid(labels, KEEP.OUT.ATTRS = FALSE,
                         stringsAsFactors = stringsAsFactors)
  columns[[responseName]] <- c(unclass(x))
  if (!is.null(row.names)) attr(columns, "row.names") <- row.names
  columns
}

#' Sums over margins of a table
#'
#' `marginSums` returns the sums over the other dimensions, `proportions` the
#' table divided by them. `margin.table` and `prop.table` are older names.
#'
#' @param x a table or array.
#' @param margin the dimensions to keep; `NULL` for the sum of all.
#' @examples
#' m <- as.table(matrix(1:4, 2))
#' marginSums(m, 1)
#' proportions(m, 1)
marginSums <- function(x, margin = NULL) {
  if (is.data.frame(x) || !is.array(x) && !is.numeric(x)) stop("'x' is not an array")
  if (!length(margin)) return(sum(x))
  if (!is.array(x)) dim(x) <- length(x)
  sums <- apply(x, margin, sum)
  if (is.character(margin)) margin <- match(margin, names(dimnames(x)))
  dim(sums) <- dim(x)[margin]
  dimnames(sums) <- dimnames(x)[margin]
  class(sums) <- oldClass(x)
  sums
}

#' @rdname marginSums
margin.table <- function(x, margin = NULL) marginSums(x, margin)

#' @rdname marginSums
proportions <- function(x, margin = NULL) {
  if (length(margin)) sweep(x, margin, marginSums(x, margin), "/", check.margin = FALSE)
  else x / sum(x)
}

#' @rdname marginSums
prop.table <- function(x, margin = NULL) proportions(x, margin)

#' Count integers
#'
#' How often each of `1`, ..., `nbins` occurs in `bin`.
#'
#' @param bin a vector of positive integers, or a factor.
#' @param nbins the number of bins.
#' @examples
#' tabulate(c(1, 2, 2, 5))
tabulate <- function(bin, nbins = max(1L, bin, na.rm = TRUE)) {
  if (!is.numeric(bin) && !is.factor(bin)) {
    stop("'bin' must be numeric or a factor")
  }
  if (typeof(bin) != "integer") bin <- as.integer(bin)
  if (nbins > .Machine$integer.max) {
    stop("attempt to make a table with >= 2^31 elements")
  }
  nbins <- as.integer(nbins)
  if (is.na(nbins)) stop(gettextf("invalid '%s' value", "nbins"), domain = NA)
  .Internal(tabulate(bin, nbins))
}
