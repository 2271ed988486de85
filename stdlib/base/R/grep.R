#' Find and replace patterns
#'
#' `grep` tells which strings match a pattern, `grepl` whether each does, `sub`
#' and `gsub` replace the first or all matches.
#'
#' @param pattern a regular expression, or plain text if `fixed`.
#' @param x a character vector, or what can be made one.
#' @param ignore.case ignore the difference of cases?
#' @param perl is `pattern` of Perl's kind?
#' @param value give the strings rather than their numbers?
#' @param fixed is `pattern` plain text?
#' @param useBytes compare bytes, not characters?
#' @param invert give those that do not match?
#' @param replacement text to put in place of a match; `\\1` stands for its first
#'   group.
#' @examples
#' grep("an", c("banana", "cherry"))
#' grepl("^b", c("banana", "cherry"))
#' sub("(a)(n)", "\\2\\1", "banana")
#' gsub("\\b(\\w)", "\\U\\1", "two words", perl = TRUE)
grep <- function(pattern, x, ignore.case = FALSE, perl = FALSE, value = FALSE,
                 fixed = FALSE, useBytes = FALSE, invert = FALSE) {
  if (is.factor(x) && length(levels(x)) < length(x)) {
    found <- c(grepl(pattern, levels(x), ignore.case = ignore.case, perl = perl,
                     fixed = fixed, useBytes = useBytes), FALSE)
    places <- x
    places[is.na(places)] <- NA
    hit <- found[ifelse(is.na(unclass(places)), length(found), unclass(places))]
    hit <- which(if (invert) !hit else hit)
    return(if (value) structure(as.character(x[hit]), names = names(x)[hit]) else hit)
  }
  if (!is.character(x)) x <- structure(as.character(x), names = names(x))
  found <- .Internal(grep(as.character(pattern), x, ignore.case, value, perl, fixed,
                          useBytes, invert))
  found
}

#' @rdname grep
grepl <- function(pattern, x, ignore.case = FALSE, perl = FALSE, fixed = FALSE,
                  useBytes = FALSE) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(grepl(as.character(pattern), x, ignore.case, perl, fixed, useBytes))
}

#' @rdname grep
sub <- function(pattern, replacement, x, ignore.case = FALSE, perl = FALSE,
                fixed = FALSE, useBytes = FALSE) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(sub(as.character(pattern), as.character(replacement), x, ignore.case, perl,
                fixed, useBytes))
}

#' @rdname grep
gsub <- function(pattern, replacement, x, ignore.case = FALSE, perl = FALSE,
                 fixed = FALSE, useBytes = FALSE) {
  if (!is.character(x)) x <- as.character(x)
  .Internal(gsub(as.character(pattern), as.character(replacement), x, ignore.case, perl,
                 fixed, useBytes))
}
