#' Choose between two vectors, element by element
#'
#' Where `test` is TRUE the result has elements of `yes`, where it is FALSE those
#' of `no`, both recycled; NA stays NA. Attributes are those of `test`.
#'
#' @param test a logical vector.
#' @param yes,no vectors; evaluated only if needed.
#' @examples
#' x <- c(4, -9)
#' ifelse(x > 0, "up", "down")
ifelse <- function(test, yes, no) {
  if (!is.atomic(test)) {
    test <- as.logical(test)
  } else if (typeof(test) != "logical") {
    storage.mode(test) <- "logical"
  }
  sides <- .Internal(truths(test))
  yes <- if (sides %% 2L) .plainSide(yes, length(test))
  no <- if (sides >= 2L) .plainSide(no, length(test))
  .Internal(ifelse(test, yes, no))
}

# The elements that a side of ifelse() offers: objects are recycled by their own
# method of rep().
.plainSide <- function(x, size) {
  if (is.null(x)) stop("replacement has length zero", call. = FALSE)
  if (is.object(x)) unclass(rep(x, length.out = size)) else x
}
