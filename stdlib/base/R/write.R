#' Write data to a file
#'
#' Writes the elements of a vector or matrix in a number of columns.
#'
#' @param x a vector; a matrix is written column by column.
#' @param file a path or connection; `""` for the output.
#' @param ncolumns elements a line.
#' @param append add to the file?
#' @param sep what stands between elements.
#' @examples
#' write(1:10, "", ncolumns = 5)
#' write(t(matrix(1:6, 2)), "", ncolumns = 3, sep = ",")
write <- function(x, file = "data", ncolumns = if (is.character(x)) 1 else 5,
                  append = FALSE, sep = " ") {
  cat(as.character(x), file = file, sep = c(rep.int(sep, ncolumns - 1), "\n"), append = append)
}

#' Evaluate and print as at top level
#'
#' Evaluates expressions one by one, echoing each and printing visible values.
#'
#' @param exprs an expression, in braces if there are several.
#' @param evaluated is `exprs` an expression vector already?
#' @param local the environment.
#' @param print. print the values?
#' @param echo show the expressions?
#' @param max.deparse.length,width.cutoff,deparseCtrl,... see [source()].
#' @examples
#' withAutoprint({ x <- 2; x^2 })
withAutoprint <- function(exprs, evaluated = FALSE, local = parent.frame(),
                          print. = TRUE, echo = TRUE, max.deparse.length = Inf,
                          width.cutoff = max(20, getOption("width")),
                          deparseCtrl = c("keepInteger", "showAttributes", "keepNA"), ...) {
  if (!evaluated) {
    exprs <- substitute(exprs)
    exprs <- if (is.call(exprs) && identical(exprs[[1L]], quote(`{`))) {
      as.expression(as.list(exprs[-1L]))
    } else as.expression(exprs)
  }
  source(exprs = exprs, local = local, print.eval = print., echo = echo,
         max.deparse.length = max.deparse.length, width.cutoff = width.cutoff,
         deparseCtrl = deparseCtrl, ...)
}

#' Print a matrix
#'
#' An older way of printing a matrix.
#'
#' @param x a matrix.
#' @param rowlab,collab labels of rows and columns.
#' @param quote quote strings?
#' @param right align strings to the right?
#' @param na.print what stands for `NA`.
#' @param ... ignored.
#' @examples
#' prmatrix(matrix(1:4, 2), rowlab = c("a", "b"))
prmatrix <- function(x, rowlab = dn[[1]], collab = dn[[2]], quote = TRUE,
                     right = FALSE, na.print = NULL, ...) {
  x <- as.matrix(x)
  dn <- dimnames(x)
  if (!is.null(rowlab) || !is.null(collab)) {
    dimnames(x) <- list(
      if (!is.null(rowlab)) rep_len(as.character(rowlab), nrow(x)),
      if (!is.null(collab)) rep_len(as.character(collab), ncol(x))
    )
  }
  print.default(x, quote = quote, right = right, na.print = na.print)
  invisible(x)
}

#' Expand abbreviations
#'
#' The one element of `target` that begins with `input`.
#'
#' @param input an abbreviation.
#' @param target full words.
#' @param nomatch evaluated if nothing matches.
#' @examples
#' char.expand("med", c("mean", "median"))
char.expand <- function(input, target, nomatch = stop("no match")) {
  if (length(input) != 1L) stop("'input' must have length 1")
  if (!(is.character(input) && is.character(target))) {
    stop("'input' and 'target' must be character vectors")
  }
  place <- charmatch(input, target)
  if (anyNA(place)) eval(nomatch)
  target[place]
}

#' Single precision
#'
#' Vectors of doubles that compiled code takes as single precision.
#'
#' @param length the length.
#' @examples
#' length(single(3))
single <- function(length = 0L) structure(double(length), Csingle = TRUE)

#' Group equal elements
#'
#' A permutation that puts equal elements next to each other; its attribute
#' `ends` says where each group ends.
#'
#' @param ... vectors of one length: groups of the first, within them of the
#'   second, and so on.
#' @examples
#' grouping(c("b", "a", "b"))
grouping <- function(...) {
  keys <- list(...)
  if (!length(keys)) return(NULL)
  codes <- lapply(keys, function(key) match(key, sort(unique(key))))
  permutation <- do.call(order, c(codes, list(method = "radix")))
  ordered <- lapply(codes, `[`, permutation)
  n <- length(permutation)
  changes <- Reduce(`|`, lapply(ordered, function(code) code[-1L] != code[-n]))
  ends <- if (n) c(which(changes), n) else integer()
  structure(
    permutation, ends = ends, maxgrpn = if (n) max(diff(c(0L, ends))) else 0L,
    class = c("grouping", "integer")
  )
}

#' The null device
#'
#' The path of a file that takes everything and holds nothing.
#'
#' @examples
#' nullfile()
nullfile <- function() "/dev/null"

#' Mark a value as checked
#'
#' Its argument, unchanged: tells code checkers not to look into it.
#'
#' @param x any value.
#' @examples
#' dontCheck(3)
dontCheck <- function(x) x
