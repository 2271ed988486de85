#' Step functions
#'
#' `stepfun` makes a function that is constant between jumps; `knots` returns
#' where it jumps.
#'
#' @param x the places of the jumps.
#' @param y the values, one more than jumps.
#' @param f 0 for a right-continuous function, 1 for a left-continuous one.
#' @param ties how to treat equal `x`.
#' @param right whether intervals are closed on the right.
#' @examples
#' stepfun(1:3, c(0, 1, 3, 2))(c(0, 1, 2.5))
stepfun <- function(x, y, f = as.numeric(right), ties = "ordered", right = FALSE) {
  if (is.unsorted(x)) stop("stepfun: 'x' must be ordered increasingly")
  count <- length(x)
  if (count < 1) stop("'x' must have length >= 1")
  if (length(y) != count + 1L) stop("'y' must be one longer than 'x'")
  result <- approxfun(x, y[-if (f == 0) 1 else count + 1L], method = "constant",
                      yleft = y[1L], yright = y[count + 1L], f = f, ties = ties)
  class(result) <- c("stepfun", class(result))
  attr(result, "call") <- sys.call()
  result
}

#' @rdname stepfun
#' @examples
#' is.stepfun(ecdf(1:3))
is.stepfun <- function(x) is.function(x) && inherits(x, "stepfun")

#' @rdname stepfun
#' @param ... further arguments for methods.
#' @examples
#' as.stepfun(ecdf(1:3))
as.stepfun <- function(x, ...) UseMethod("as.stepfun")

as.stepfun.default <- function(x, ...) {
  if (is.stepfun(x)) x
  else stop("no 'as.stepfun' method available for 'x'")
}

#' @rdname stepfun
#' @param Fn a step function.
#' @examples
#' knots(ecdf(c(3, 1, 1)))
knots <- function(Fn, ...) UseMethod("knots")

knots.stepfun <- function(Fn, ...) eval(expression(x), envir = environment(Fn))

print.stepfun <- function(x, digits = getOption("digits") - 2, ...) {
  shown <- function(values) paste(formatC(values, digits = digits, width = digits + 1L), collapse = ", ")
  cat("Step function\nCall: ")
  print(attr(x, "call"), ...)
  environment <- environment(x)
  places <- knots.stepfun(x)
  count <- length(places)
  few <- function(values, label, n) {
    first <- seq_len(min(3L, n))
    later <- if (n >= 4L) max(4L, n - 1L):n else integer()
    paste0(shown(values[first]), if (n > 3L) ", ", if (n > 5L) " ..., ",
           if (length(later)) shown(values[later]))
  }
  cat(" x[1:", count, "] = ", few(places, "x", count), "\n", sep = "")
  values <- c(environment$yleft, environment$y[seq_len(count)])
  if (get("f", envir = environment) != 0) values <- c(environment$y, environment$yright)
  n <- count + 1L
  cat(n, " plateau levels = ", few(values, "y", n), "\n", sep = "")
  invisible(x)
}

summary.stepfun <- function(object, ...) {
  environment <- environment(object)
  count <- length(environment$x)
  cat("Step function with continuity 'f'=", format(environment$f), ", ",
      count, if (count <= 6) "knots at\n" else "knots with summary\n")
  print(if (count <= 6) environment$x else summary(environment$x))
  levels <- if (environment$f == 0) c(environment$yleft, environment$y)
    else c(environment$y, environment$yright)
  cat("  and\t", count + 1L, " plateau levels (y) ",
      if (count <= 6) "at\n" else "with summary\n", sep = "")
  print(if (count <= 6) levels else summary(levels))
  invisible()
}

#' Empirical distribution function
#'
#' Returns a step function that gives the share of values not greater than its
#' argument.
#'
#' @param x a numeric vector.
#' @examples
#' ecdf(c(1, 2, 2, 5))(2)
ecdf <- function(x) {
  x <- sort(x)
  count <- length(x)
  if (count < 1) stop("'x' must have 1 or more non-missing values")
  values <- unique(x)
  result <- approxfun(values, cumsum(tabulate(match(x, values))) / count,
                      method = "constant", yleft = 0, yright = 1, f = 0,
                      ties = "ordered")
  class(result) <- c("ecdf", "stepfun", class(result))
  assign("nobs", count, envir = environment(result))
  attr(result, "call") <- sys.call()
  result
}

print.ecdf <- function(x, digits = getOption("digits") - 2L, ...) {
  shown <- function(values) paste(formatC(values, digits = digits, width = digits + 1L), collapse = ", ")
  cat("Empirical CDF \nCall: ")
  print(attr(x, "call"), ...)
  values <- environment(x)$x
  count <- length(values)
  first <- seq_len(min(3L, count))
  later <- if (count >= 4L) max(4L, count - 1L):count else integer()
  cat(" x[1:", count, "] = ", shown(values[first]), if (count > 3L) ", ",
      if (count > 5L) " ..., ", if (length(later)) shown(values[later]), "\n", sep = "")
  invisible(x)
}

summary.ecdf <- function(object, ...) {
  values <- environment(object)$x
  result <- summary(values)
  attr(result, "header") <- paste0("Empirical CDF:\t  ", length(values),
                                   " unique values with summary\n")
  class(result) <- c("summary.ecdf", class(result))
  result
}

print.summary.ecdf <- function(x, ...) {
  cat(attr(x, "header"))
  bare <- x
  attr(bare, "header") <- NULL
  class(bare) <- setdiff(class(x), "summary.ecdf")
  print(bare, ...)
  invisible(x)
}

quantile.ecdf <- function(x, ...) {
  environment <- environment(x)
  counts <- round(diff(c(0, environment$y)) * environment$nobs)
  quantile(rep.int(environment$x, counts), ...)
}
