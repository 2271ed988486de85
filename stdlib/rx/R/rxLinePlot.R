#' The data of line plots
#'
#' Reads the variables of a plot of lines, `y1 + y2 ~ x` with panels after a bar, from
#' any source. Nothing is drawn: the points are returned as a data frame of class
#' `rxLinePlot` with the columns `x`, `y`, `variable` when there are several on the
#' left, `groups`, and the panels, in the order of `x` within each line. With type
#' `"r"` or `"smooth"`, `fit` is the regression line or a local regression.
#'
#' @param formula a formula such as `y ~ x`, `y1 + y2 ~ x` or `y ~ x | f`.
#' @param data a data source, a path or a data frame.
#' @param groups a variable that makes a line for each of its values.
#' @param rowSelection,transforms,transformObjects,transformFunc,transformVars,transformPackages,transformEnvir
#'   rows and variables made on the way: see `rxTransform`.
#' @param blocksPerRead how many blocks of a file make a chunk.
#' @param type one or more of `"l"`, `"p"`, `"b"`, `"s"`, `"smooth"` and `"r"`.
#' @param reportProgress 0 for silence.
#' @param ... settings of a plot, which are not used.
#' @examples
#' head(rxLinePlot(mpg ~ wt, data = mtcars, groups = cyl))
#' head(rxLinePlot(mpg + qsec ~ hp, data = mtcars, type = "r"))
rxLinePlot <- function(formula, data, groups = NULL, rowSelection = NULL,
                       transforms = NULL, transformObjects = NULL,
                       transformFunc = NULL, transformVars = NULL,
                       transformPackages = NULL, transformEnvir = NULL,
                       blocksPerRead = rxGetOption("blocksPerRead"), type = "l",
                       reportProgress = rxGetOption("reportProgress"), ...) {
  formula <- as_model_formula(formula)
  if (length(formula) != 3L) stop("the formula must have a left side")
  unknown <- setdiff(type, c("l", "p", "b", "s", "smooth", "r"))
  if (length(unknown)) stop("unknown type of plot: \"", unknown[1L], "\"")
  parts <- panel_parts(formula)
  group <- substitute(groups)
  if (is.character(group)) group <- as.name(group)
  wish <- given_transformation()
  rows <- run_step(list(
    data = data, wish = wish, startRow = 1, numRows = -1, cellLimit = NULL,
    blocksPerRead = blocksPerRead, skipsMissingsFirst = FALSE, skipsMissings = FALSE,
    isTested = TRUE, report = report_level(data, reportProgress)), NULL)
  value <- function(expression) eval(expression, rows, environment(formula))
  left <- sum_parts(formula[[2L]])
  labels <- vapply(left, function(part) paste(deparse(part), collapse = " "), "")
  others <- lapply(parts$panels, value)
  names(others) <- vapply(parts$panels, function(part) paste(deparse(part), collapse = " "), "")
  if (!is.null(group)) others <- c(list(groups = value(group)), others)
  points <- lapply(seq_along(left), function(i) {
    own <- list(x = value(parts$variable), y = value(left[[i]]))
    if (length(left) > 1L) own$variable <- factor(rep(labels[i], nrow(rows)), labels)
    as.data.frame(c(own, others), optional = TRUE)
  })
  result <- do.call(rbind, points)
  result <- fitted_lines(result, type)
  structure(result, class = c("rxLinePlot", "data.frame"))
}

# The points line by line, with what is fitted to each line.
fitted_lines <- function(points, type) {
  lines <- points[setdiff(names(points), c("x", "y"))]
  line <- if (length(lines)) interaction(lines, drop = TRUE) else factor(rep(1L, nrow(points)))
  points <- points[order(line, points$x), , drop = FALSE]
  line <- sort(line)
  rownames(points) <- NULL
  if (!any(type %in% c("smooth", "r"))) return(points)
  points$fit <- NA_real_
  for (level in levels(line)) {
    own <- which(line == level & !is.na(points$x) & !is.na(points$y))
    if (length(own) < 2L) next
    points$fit[own] <- if ("r" %in% type) fitted(lm(y ~ x, points[own, ]))
      else lowess(points$x[own], points$y[own])$y
  }
  points
}

print.rxLinePlot <- function(x, ...) {
  print(structure(x, class = "data.frame"), ...)
  invisible(x)
}
