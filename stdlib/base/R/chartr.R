#' Change characters
#'
#' `chartr` replaces characters by others, `toupper` and `tolower` change their
#' case.
#'
#' @param old,new the characters to replace and those to put there; `a-f` is a
#'   range.
#' @param x a character vector, or what can be made one.
#' @param upper upper case, or lower case?
#' @examples
#' chartr("a-c", "A-C", "aabbcc")
#' toupper("été")
#' casefold("ABC", upper = FALSE)
chartr <- function(old, new, x) {
  for (name in c("old", "new")) {
    if (length(get(name)) > 1L) {
      warning(gettextf("argument '%s' has length > 1 and only the first element will be used",
                       name), domain = NA)
    }
  }
  if (!is.character(x)) x <- as.character(x)
  .Internal(chartr(old, new, x))
}

#' @rdname chartr
toupper <- function(x) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(toupper(x))
}

#' @rdname chartr
tolower <- function(x) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(tolower(x))
}

#' @rdname chartr
casefold <- function(x, upper = FALSE) if (upper) toupper(x) else tolower(x)
