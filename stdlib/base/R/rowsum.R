#' Column sums of groups of rows
#'
#' @param x a numeric matrix, vector or data frame.
#' @param group the group of each row.
#' @param reorder sort the groups?
#' @param na.rm leave out missing values?
#' @param ... further arguments of methods.
#' @examples
#' rowsum(c(1, 2, 3), c("a", "b", "a"))
rowsum <- function(x, group, reorder = TRUE, ...) UseMethod("rowsum")

rowsum.default <- function(x, group, reorder = TRUE, na.rm = FALSE, ...) {
  if (!is.numeric(x)) stop("'x' must be numeric")
  if (length(group) != NROW(x)) stop("incorrect length for 'group'")
  if (anyNA(group)) warning("missing values for 'group'")
  groups <- unique(group)
  if (reorder) groups <- sort(groups, na.last = TRUE, method = "quick")
  x <- as.matrix(x)
  .Internal(rowsum(x, match(group, groups), length(groups), na.rm,
                   as.character(groups)))
}

rowsum.data.frame <- function(x, group, reorder = TRUE, na.rm = FALSE, ...) {
  if (!is.data.frame(x)) stop("not a data frame")
  if (length(group) != NROW(x)) stop("incorrect length for 'group'")
  if (anyNA(group)) warning("missing values for 'group'")
  if (!all(vapply(x, is.numeric, NA))) stop("non-numeric data frame in rowsum")
  groups <- unique(group)
  if (reorder) groups <- sort(groups, na.last = TRUE, method = "quick")
  code <- match(group, groups)
  columns <- lapply(x, function(column) {
    as.vector(.Internal(rowsum(as.matrix(column), code, length(groups), na.rm,
                               as.character(groups))))
  })
  structure(columns, row.names = as.character(groups), class = "data.frame")
}
