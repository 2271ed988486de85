#' Code that makes a value
#'
#' The lines of R code that stand for a value or an expression.
#'
#' @param expr any value.
#' @param width.cutoff lines are broken when they are longer, 20 to 500.
#' @param backtick whether names that are not syntactic stand in backquotes.
#' @param control what to keep: see `.deparseOpts`.
#' @param nlines how many lines at most; all if negative.
#' @examples
#' deparse(quote(x + y))
#' deparse(c(a = 1L, b = 2L))
deparse <- function(expr, width.cutoff = 60L,
                    backtick = mode(expr) %in%
                      c("call", "expression", "(", "function"),
                    control = c("keepNA", "keepInteger", "niceNames",
                                "showAttributes"),
                    nlines = -1L) {
  # The default is by far the most frequent: 1093 is its number.
  options <- if (missing(control)) 1093 else .deparseOpts(control)
  .Internal(deparse(expr, width.cutoff, backtick, options, nlines))
}

#' @rdname deparse
#' @param collapse what joins the lines.
#' @param ... arguments for `deparse`.
deparse1 <- function(expr, collapse = " ", width.cutoff = 500L, ...) {
  paste(deparse(expr, width.cutoff, ...), collapse = collapse)
}

#' Options of deparse
#'
#' The number that stands for a set of options.
#'
#' @param control names of options, `"all"`, `"exact"` or `NULL`.
#' @examples
#' .deparseOpts("keepInteger")
#' .deparseOpts(NULL)
.deparseOpts <- function(control) {
  if (!length(control)) return(0)
  if (is.numeric(control)) return(control)
  options <- c(
    keepInteger = 1, quoteExpressions = 2, showAttributes = 4, useSource = 8,
    warnIncomplete = 16, delayPromises = 32, keepNA = 64, S_compatible = 128,
    hexNumeric = 256, digits17 = 512, niceNames = 1024
  )
  everything <- setdiff(names(options), c("delayPromises", "S_compatible",
                                          "hexNumeric", "digits17"))
  choices <- c(names(options), "all", "exact")
  chosen <- choices[match(control, choices)]
  for (i in which(is.na(chosen))) {
    begun <- choices[startsWith(choices, control[i])]
    if (length(begun) == 1L) chosen[i] <- begun
  }
  if (anyNA(chosen)) {
    unknown <- paste(sQuote(control[is.na(chosen)]), collapse = ", ")
    stop(sprintf(
      ngettext(sum(is.na(chosen)), "deparse option %s is not recognized",
               "deparse options %s are not recognized"), unknown
    ), call. = FALSE, domain = NA)
  }
  if (all(c("all", "exact") %in% chosen)) {
    stop("\"all\" and \"exact\" are mutually exclusive")
  }
  if ("exact" %in% chosen) chosen <- c(chosen, everything, "hexNumeric")
  if ("all" %in% chosen) {
    chosen <- c(chosen, everything,
                if (!("hexNumeric" %in% chosen)) "digits17")
  }
  if (all(c("hexNumeric", "digits17") %in% chosen)) {
    stop("\"hexNumeric\" and \"digits17\" are mutually exclusive")
  }
  sum(options[intersect(names(options), chosen)])
}

#' Write a value as code
#'
#' Writes what `deparse` gives and returns the value, invisibly.
#'
#' @param x any value.
#' @param file a file name or a connection; `""` is the console.
#' @param control see `.deparseOpts`.
#' @examples
#' dput(c(a = 1, b = 2))
#' dput(factor(c("u", "v")))
dput <- function(x, file = "",
                 control = c("keepNA", "keepInteger", "niceNames",
                             "showAttributes")) {
  lines <- .Internal(deparse(x, 60L, TRUE, .deparseOpts(control), -1L))
  if (is.character(file) && nzchar(file)) {
    file <- file(file, "wt")
    on.exit(close(file))
  }
  cat(paste0(lines, "\n"), file = file, sep = "")
  invisible(x)
}
