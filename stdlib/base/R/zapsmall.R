#' Round numbers that are small beside the others
#'
#' @param x a numeric vector.
#' @param digits how many digits the largest element is to keep.
#' @examples
#' zapsmall(c(1, 1e-20))
zapsmall <- function(x, digits = getOption("digits")) {
  if (length(digits) == 0L) stop("invalid 'digits'")
  missing <- is.na(x)
  if (all(missing)) return(x)
  largest <- max(abs(x[!missing]))
  places <- if (largest > 0) max(0, floor(digits - log10(largest) + 0.5)) else digits
  round(x, digits = places)
}
