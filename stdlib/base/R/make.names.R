#' Names that need no quotes
#'
#' @param names strings to make names of.
#' @param unique should they differ?
#' @param allow_ are underscores allowed?
#' @param sep text between a name and the number that makes it unique.
#' @examples
#' make.names(c("a b", "1st", "if"))
#' make.unique(c("a", "a", "b", "a"))
make.names <- function(names, unique = FALSE, allow_ = TRUE) {
  names <- as.character(names)
  result <- .Internal(make.names(names, allow_))
  if (!unique) return(result)
  isGood <- names == result & !is.na(names)
  order <- order(!isGood)
  result[order] <- make.unique(result[order])
  result
}

#' @rdname make.names
make.unique <- function(names, sep = ".") .Internal(make.unique(names, sep))

#' Abbreviate strings
#'
#' Shortens strings to about `minlength` characters, such that they stay
#' different: lower-case vowels go first, then lower-case letters, from the end.
#'
#' @param names.arg strings.
#' @param minlength length wanted.
#' @param use.classes should lower-case letters go first?
#' @param dot add a dot to what was shortened?
#' @param strict keep to `minlength` even if results are equal?
#' @param method drop characters from the end, or from both sides?
#' @param named use the strings as names?
#' @examples
#' abbreviate(c("Alabama", "Arkansas"), 4)
abbreviate <- function(names.arg, minlength = 4L, use.classes = TRUE, dot = FALSE,
                       strict = FALSE, method = c("left.kept", "both.sides"),
                       named = TRUE) {
  if (minlength <= 0L) return(rep.int("", length(names.arg)))
  method <- match.arg(method)
  names.arg <- sub("^ +", "", as.character(names.arg))
  dups <- duplicated(names.arg)
  old <- if (any(dups)) unique(names.arg) else names.arg
  result <- old
  shorten <- function(x, length) {
    .Internal(abbreviate(x, length, use.classes))
  }
  isLong <- nchar(old, "c") > minlength & !is.na(old)
  result[isLong] <- shorten(old[isLong], minlength)
  if (!strict) {
    length <- minlength
    again <- rep.int(TRUE, length(old))
    repeat {
      twice <- duplicated(result)
      if (!any(twice & again)) break
      length <- length + 1L
      again <- result %in% result[twice]
      if (length > max(nchar(old, "c"), na.rm = TRUE)) break
      result[again] <- shorten(old[again], length)
    }
  }
  if (any(dups)) result <- result[match(names.arg, old)]
  if (dot) {
    changed <- names.arg != result
    result[changed] <- paste0(result[changed], ".")
  }
  if (named) names(result) <- names.arg
  result
}
