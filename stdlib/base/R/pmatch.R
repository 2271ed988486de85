#' Partial string matching
#'
#' Positions in `table` of the strings that `x` abbreviates.
#'
#' @param x the values to be matched.
#' @param table the values to be matched against.
#' @param nomatch the value where nothing, or nothing unique, matches.
#' @param duplicates.ok may entries of `table` be used more than once?
#' @examples
#' pmatch("me", c("mean", "median"))
#' pmatch(c("med", "mea"), c("mean", "median"))
#' charmatch("me", c("mean", "median"))
pmatch <- function(x, table, nomatch = NA_integer_, duplicates.ok = FALSE) {
  .Internal(pmatch(
    as.character(x), as.character(table), nomatch, duplicates.ok
  ))
}

#' @rdname pmatch
charmatch <- function(x, table, nomatch = NA_integer_) {
  .Internal(charmatch(as.character(x), as.character(table), nomatch))
}
