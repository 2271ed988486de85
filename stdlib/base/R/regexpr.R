#' Where patterns match
#'
#' `regexpr` gives the place of the first match in each string, `gregexpr` the
#' places of all, `regexec` and `gregexec` also those of the groups. Lengths are in the
#' attribute `match.length`; −1 means no match.
#'
#' @param pattern,ignore.case,perl,fixed,useBytes see [grep()].
#' @param text a character vector.
#' @examples
#' regexpr("an", "banana")
#' gregexpr("an", "banana")[[1]][1:2]
#' regmatches("tel 12-345", regexec("(\\d+)-(\\d+)", "tel 12-345"))
regexpr <- function(pattern, text, ignore.case = FALSE, perl = FALSE,
                    fixed = FALSE, useBytes = FALSE) {
  if (!is.character(text)) text <- as.character(text)
  .Internal(regexpr(as.character(pattern), text, ignore.case, perl, fixed, useBytes))
}

#' @rdname regexpr
gregexpr <- function(pattern, text, ignore.case = FALSE, perl = FALSE,
                     fixed = FALSE, useBytes = FALSE) {
  if (!is.character(text)) text <- structure(as.character(text), names = names(text))
  .Internal(gregexpr(as.character(pattern), text, ignore.case, perl, fixed, useBytes))
}

#' @rdname regexpr
regexec <- function(pattern, text, ignore.case = FALSE, perl = FALSE,
                    fixed = FALSE, useBytes = FALSE) {
  if (!is.character(text)) text <- structure(as.character(text), names = names(text))
  .Internal(regexec(as.character(pattern), text, ignore.case, perl, fixed, useBytes))
}

#' @rdname regexpr
gregexec <- function(pattern, text, ignore.case = FALSE, perl = FALSE,
                     fixed = FALSE, useBytes = FALSE) {
  if (!is.character(text)) text <- as.character(text)
  whole <- gregexpr(pattern, text, ignore.case, perl, fixed, useBytes)
  found <- regmatches(text, whole)
  Map(function(places, matches) {
    starts <- as.vector(places)
    if (length(starts) == 1L && (is.na(starts) || starts == -1L)) return(places)
    parts <- regexec(pattern, matches, ignore.case, perl, fixed, useBytes)
    result <- vapply(parts, function(p) as.vector(p), as.vector(parts[[1L]])) 
    lengths <- vapply(parts, attr, attr(parts[[1L]], "match.length"), "match.length")
    if (is.null(dim(result))) {
      dim(result) <- c(1L, length(parts))
      dim(lengths) <- dim(result)
    }
    result <- result + rep(starts - 1L, each = nrow(result))
    structure(result, match.length = lengths, useBytes = attr(places, "useBytes"),
              index.type = attr(places, "index.type"))
  }, whole, found)
}

#' Matched parts of strings
#'
#' Gives, or replaces, what [regexpr()] and its relatives found.
#'
#' @param x a character vector.
#' @param m places of matches in `x`.
#' @param invert give what lies between the matches?
#' @param value replacements.
#' @examples
#' x <- c("a1b22", "c")
#' regmatches(x, gregexpr("[0-9]+", x))
regmatches <- function(x, m, invert = FALSE) {
  if (length(x) != length(m)) {
    stop(gettextf("%s and %s must have the same length", sQuote("x"), sQuote("m")),
         domain = NA)
  }
  useBytes <- if (is.list(m)) any(unlist(lapply(m, attr, "useBytes"))) else any(attr(m, "useBytes"))
  if (is.list(m) && !isTRUE(invert) && length(m) && is.matrix(m[[1L]])) {
    return(Map(.matchedTable, x, m, USE.NAMES = FALSE))
  }
  if (!is.list(m) && isFALSE(invert)) {
    isFound <- !is.na(m) & m > -1L
    starts <- m[isFound]
    return(substring(x[isFound], starts, starts + attr(m, "match.length")[isFound] - 1L))
  }
  if (!is.list(m)) {
    lengths <- attr(m, "match.length")
    m <- lapply(seq_along(m), function(k) structure(m[k], match.length = lengths[k]))
  }
  result <- if (isTRUE(invert)) {
    Map(.between, x, m, USE.NAMES = FALSE)
  } else if (isFALSE(invert)) {
    Map(.matched, x, m, USE.NAMES = FALSE)
  } else {
    Map(.matchedAndBetween, x, m, USE.NAMES = FALSE)
  }
  names(result) <- names(x)
  result
}

.matched <- function(text, places) {
  if (is.na(text) || is.na(places[1L]) || places[1L] == -1L) return(character())
  substring(text, places, places + attr(places, "match.length") - 1L)
}

.matchedTable <- function(text, places) {
  if (!is.matrix(places)) return(character())
  result <- substring(text, places, places + attr(places, "match.length") - 1L)
  dim(result) <- dim(places)
  result
}

.between <- function(text, places) {
  if (is.na(text)) return(NA_character_)
  if (is.na(places[1L]) || places[1L] == -1L) return(text)
  ends <- places + attr(places, "match.length") - 1L
  substring(text, c(1L, ends + 1L), c(places - 1L, nchar(text)))
}

.matchedAndBetween <- function(text, places) {
  outside <- .between(text, places)
  inside <- .matched(text, places)
  if (!length(inside)) return(outside)
  c(rbind(outside, c(inside, "")))[-2L * length(outside)]
}

#' @rdname regmatches
`regmatches<-` <- function(x, m, invert = FALSE, value) {
  if (!length(x)) return(x)
  if (length(x) != length(m)) {
    stop(gettextf("%s and %s must have the same length", sQuote("x"), sQuote("m")),
         domain = NA)
  }
  if (!is.list(m)) {
    isFound <- !is.na(m) & m > -1L
    outside <- regmatches(x[isFound], structure(m[isFound], match.length =
      attr(m, "match.length")[isFound]), invert = TRUE)
    pairs <- vapply(outside, function(p) p[1:2], c("", ""))
    inside <- rep_len(as.character(value), sum(isFound))
    x[isFound] <- paste0(pairs[1L, ], inside, pairs[2L, ])
    return(x)
  }
  outside <- regmatches(x, m, invert = !invert)
  value <- rep_len(lapply(value, as.character), length(x))
  for (k in seq_along(x)) {
    kept <- outside[[k]]
    if (invert) {
      parts <- rep_len(value[[k]], length(kept) + 1L)
      x[k] <- paste0(c(rbind(parts, c(kept, ""))), collapse = "")
    } else if (length(kept) > 1L) {
      parts <- rep_len(value[[k]], length(kept) - 1L)
      x[k] <- paste0(c(rbind(kept, c(parts, ""))), collapse = "")
    }
  }
  x
}
