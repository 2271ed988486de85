#' The studentized range distribution
#'
#' Distribution function and quantile function of the range of `nmeans` normal
#' means over an independent standard error.
#'
#' @param q quantiles.
#' @param p probabilities.
#' @param nmeans the number of means in a group.
#' @param df the degrees of freedom of the standard error.
#' @param nranges the number of groups whose largest range is taken.
#' @param lower.tail whether probabilities are P(X <= x), else P(X > x).
#' @param log.p whether probabilities are given as logarithms.
#' @examples
#' ptukey(3.5, 4, 20)
ptukey <- function(q, nmeans, df, nranges = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(ptukey(q, nranges, nmeans, df, lower.tail, log.p))

#' @rdname ptukey
#' @examples
#' qtukey(0.95, 3, 10)
qtukey <- function(p, nmeans, df, nranges = 1, lower.tail = TRUE, log.p = FALSE)
  .Internal(qtukey(p, nranges, nmeans, df, lower.tail, log.p))
