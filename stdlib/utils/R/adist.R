#' Approximate string distances
#'
#' The generalized Levenshtein distance: the smallest weighted number of
#' insertions, deletions and substitutions.
#'
#' @param x,y character vectors.
#' @param costs the costs of insertions, deletions and substitutions.
#' @param counts give also how many of each, and which, as attributes?
#' @param fixed is `x` text, not a regular expression?
#' @param partial may `x` match a part of `y`?
#' @param ignore.case whether to ignore case.
#' @param useBytes ignored: text is compared by characters.
#' @examples
#' adist("kitten", "sitting")
#' drop(attr(adist("kitten", "sitting", counts = TRUE), "counts"))
#' adist("lasy", "1 lazy 2", partial = TRUE)
adist <- function(x, y = NULL, costs = NULL, counts = FALSE, fixed = TRUE,
                  partial = !fixed, ignore.case = FALSE, useBytes = FALSE) {
  weights <- .editCosts(costs)
  if (is.null(y)) y <- x
  labels <- if (!is.null(names(x)) || !is.null(names(y))) list(names(x), names(y))
  if (partial) return(partial_distances(x, y, weights, counts, fixed, ignore.case, labels))
  characters <- function(v) {
    if (is.list(v)) return(v)
    v <- as.character(v)
    if (ignore.case) v <- tolower(v)
    lapply(v, function(s) if (is.na(s)) NA else utf8ToInt(s))
  }
  first <- characters(x)
  second <- characters(y)
  size <- c(length(first), length(second))
  result <- matrix(0, size[1L], size[2L], dimnames = labels)
  numbers <- array(NA_real_, c(size, 3L), c(if (is.null(labels)) list(NULL, NULL) else labels,
                                            list(c("ins", "del", "sub"))))
  scripts <- matrix("", size[1L], size[2L], dimnames = labels)
  for (i in seq_along(first)) {
    for (j in seq_along(second)) {
      table <- edit_table(first[[i]], second[[j]], weights)
      result[i, j] <- table[length(table)]
      if (counts && !is.na(table[1L])) {
        steps <- edit_script(table, first[[i]], second[[j]], weights)
        numbers[i, j, ] <- tabulate(match(steps, c("I", "D", "S")), 3L)
        scripts[i, j] <- paste(steps, collapse = "")
      }
    }
  }
  if (counts) structure(result, counts = numbers, trafos = scripts) else result
}

# Distances of all beginnings, row by row; the inner minimum over insertions is
# a running minimum of the row less the cost of the way.
edit_table <- function(a, b, weights) {
  if (length(a) == 1L && is.na(a) || length(b) == 1L && is.na(b)) return(NA_real_)
  steps <- weights[["insertions"]] * seq.int(0, length(b))
  table <- matrix(0, length(a) + 1L, length(b) + 1L)
  table[1L, ] <- row <- steps
  for (i in seq_along(a)) {
    candidate <- c(
      row[1L] + weights[["deletions"]],
      pmin(row[-1L] + weights[["deletions"]],
           row[-length(row)] + weights[["substitutions"]] * (b != a[i])))
    table[i + 1L, ] <- row <- cummin(candidate - steps) + steps
  }
  table
}

# The way through the table, from its end: a match where there is one, else an
# insertion before a deletion before a substitution.
edit_script <- function(table, a, b, weights) {
  i <- length(a)
  j <- length(b)
  steps <- character()
  while (i > 0L || j > 0L) {
    here <- table[i + 1L, j + 1L]
    step <- if (i && j && a[i] == b[j]) "M"
    else if (j && here == table[i + 1L, j] + weights[["insertions"]]) "I"
    else if (i && here == table[i, j + 1L] + weights[["deletions"]]) "D"
    else "S"
    steps <- c(step, steps)
    if (step != "I") i <- i - 1L
    if (step != "D") j <- j - 1L
  }
  steps
}

partial_distances <- function(x, y, weights, counts, fixed, ignore.case, labels) {
  size <- c(length(x), length(y))
  bounds <- rep(NA_real_, 5L)
  result <- matrix(NA_real_, size[1L], size[2L], dimnames = labels)
  both <- if (is.null(labels)) list(NULL, NULL) else labels
  numbers <- array(NA_real_, c(size, 3L), c(both, list(c("ins", "del", "sub"))))
  places <- array(NA_real_, c(size, 2L), c(both, list(c("first", "last"))))
  for (i in seq_along(x)) {
    if (is.na(x[i])) next
    found <- .Internal(aregexec(as.character(x[i]), as.character(y), ignore.case,
                                as.integer(weights), bounds, fixed))
    for (j in seq_along(y)) {
      match <- found[[j]]
      if (length(match) < 5L) next
      numbers[i, j, ] <- match[length(match) - 2:0]
      places[i, j, ] <- match[1:2]
      result[i, j] <- sum(numbers[i, j, ] * weights)
    }
  }
  if (counts) structure(result, counts = numbers, offsets = places) else result
}

#' Approximate matches with groups
#'
#' Where the closest match of a regular expression lies in each text, and where
#' its groups do: a list as of [regexec()].
#'
#' @param pattern a regular expression.
#' @param text the texts.
#' @param max.distance,costs,ignore.case,fixed see [agrep()].
#' @param useBytes ignored: text is compared by characters.
#' @examples
#' x <- c("1 lazy", "1", "1 LAZY")
#' regmatches(x, aregexec("(lay)(sy)", x, max.distance = 2))
aregexec <- function(pattern, text, max.distance = 0.1, costs = NULL,
                     ignore.case = FALSE, fixed = FALSE, useBytes = FALSE) {
  pattern <- as.character(pattern)
  text <- as.character(text)
  weights <- as.integer(.editCosts(costs))
  size <- nchar(if (fixed) pattern[1L] else gsub("[][(){}*+?|\\^$]", "", pattern[1L]))
  bounds <- .editBounds(max.distance, size, max(weights))
  found <- .Internal(aregexec(pattern, text, ignore.case, weights, bounds, fixed))
  lapply(found, function(match) {
    if (length(match) == 1L) return(structure(match, match.length = match))
    ranges <- match[seq_len(length(match) - 3L)]
    odd <- seq.int(1L, length(ranges), 2L)
    structure(ranges[odd], match.length = ranges[odd + 1L] - ranges[odd] + 1L)
  })
}
