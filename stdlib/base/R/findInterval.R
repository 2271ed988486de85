#' Intervals that contain numbers
#'
#' For each element of `x` the number of the interval of `vec` that contains it:
#' how many elements of `vec` are not larger.
#'
#' @param x numbers.
#' @param vec ascending numbers.
#' @param rightmost.closed does the last interval contain its right end?
#' @param all.inside count what is outside to the first or the last interval?
#' @param left.open are intervals open on the left and closed on the right?
#' @examples
#' findInterval(c(0, 1.5, 3), 1:3)
findInterval <- function(x, vec, rightmost.closed = FALSE, all.inside = FALSE,
                         left.open = FALSE) {
  if (!identical(FALSE, is.unsorted(vec))) {
    stop("'vec' must be sorted non-decreasingly and not contain NAs")
  }
  .Internal(findInterval(as.double(vec), as.double(x), rightmost.closed,
                         all.inside, left.open))
}

#' Codes of intervals
#'
#' @param x numbers.
#' @param breaks ascending break points.
#' @param right are intervals closed on the right?
#' @param include.lowest does the outermost interval contain its open end?
#' @examples
#' .bincode(c(1, 2, 3), c(1, 2, 4))
.bincode <- function(x, breaks, right = TRUE, include.lowest = FALSE) {
  if (!is.numeric(x)) x <- as.double(x)
  if (!is.numeric(breaks)) breaks <- as.double(breaks)
  .Internal(bincode(as.double(x), as.double(breaks), right, include.lowest))
}
