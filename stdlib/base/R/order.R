#' Ordering permutation
#'
#' The places of the elements of the first vector in ascending order; equal ones
#' are ordered by the following vectors and then left as they were.
#'
#' @param ... vectors of one length.
#' @param na.last put missing values last (TRUE), first (FALSE) or leave them
#'   out (NA)?
#' @param decreasing descending order? For `"radix"` one value for each vector.
#' @param method `"radix"` orders strings by their bytes.
#' @param x an atomic vector.
#' @param partial not supported here.
#' @examples
#' order(c(3, 1, 2))
#' order(c("b", "a"), decreasing = TRUE)
#' order(c(1, 1, 2), c(3, 2, 1))
order <- function(..., na.last = TRUE, decreasing = FALSE,
                  method = c("auto", "shell", "radix")) {
  keys <- list(...)
  if (length(keys) == 1L && is.null(keys[[1L]])) return(integer())
  isRadix <- identical(method, "radix")
  if (!isRadix && length(decreasing) > 1L) decreasing <- decreasing[1L]
  for (k in seq_along(keys)) {
    x <- keys[[k]]
    if (is.object(x) && !is.factor(x)) keys[[k]] <- as.vector(xtfrm(x))
  }
  .Internal(order(keys, na.last, decreasing, isRadix))
}

#' @rdname order
sort.list <- function(x, partial = NULL, na.last = TRUE, decreasing = FALSE,
                      method = c("auto", "shell", "quick", "radix")) {
  isRadix <- identical(method, "radix")
  if (!is.null(partial)) .NotYetUsed("partial != NULL")
  if (is.object(x)) {
    return(order(x, na.last = na.last, decreasing = decreasing,
                 method = if (isRadix) "radix" else "auto"))
  }
  if (!is.atomic(x)) {
    stop("'x' must be atomic for 'sort.list', method \"shell\" and \"quick\"\n",
         "Have you called 'sort' on a list?")
  }
  .Internal(order(list(x), na.last, decreasing, isRadix))
}
