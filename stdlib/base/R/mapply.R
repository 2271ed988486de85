#' Apply a function to several vectors
#'
#' Calls `FUN` with the first elements of each argument in `...`, the second
#' elements, and so on; shorter ones are recycled. The results are simplified
#' like those of [sapply()].
#'
#' @param FUN a function.
#' @param ... vectors or lists.
#' @param MoreArgs list of further arguments, the same in each call.
#' @param SIMPLIFY simplify the result?
#' @param USE.NAMES take names from the first of `...`?
#' @examples
#' mapply(rep, 1:3, 3:1)
#' mapply(function(x, y) x + y, c(a = 1, b = 2), c(10, 20))
mapply <- function(FUN, ..., MoreArgs = NULL, SIMPLIFY = TRUE,
                   USE.NAMES = TRUE) {
  FUN <- match.fun(FUN)
  if (!is.null(MoreArgs) && !is.list(MoreArgs) && !is.pairlist(MoreArgs)) {
    stop("argument 'MoreArgs' of 'mapply' is not a list or pairlist")
  }
  answer <- .Internal(mapply(FUN, list(...), MoreArgs))
  if (USE.NAMES && ...length()) {
    first <- ..1
    if (!is.null(names(first))) {
      names(answer) <- names(first)
    } else if (is.character(first)) {
      names(answer) <- first[seq_along(answer)]
    }
  }
  if (!isFALSE(SIMPLIFY) && length(answer)) {
    simplify2array(answer, higher = (SIMPLIFY == "array"))
  } else {
    answer
  }
}

#' @rdname mapply
#' @param dots list of the vectors.
.mapply <- function(FUN, dots, MoreArgs) {
  .Internal(mapply(match.fun(FUN), dots, MoreArgs))
}
