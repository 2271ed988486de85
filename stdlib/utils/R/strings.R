#' Wildcards to regular expressions
#'
#' @param pattern a pattern with the wildcards `*` and `?`.
#' @param trim.head,trim.tail whether to leave out a needless `^.*` or `.*$`.
#' @examples
#' glob2rx("abc.*")
glob2rx <- function(pattern, trim.head = FALSE, trim.tail = TRUE) {
  result <- gsub("([.({[])", "\\\\\\1", pattern)
  result <- gsub("?", ".", result, fixed = TRUE)
  result <- gsub("*", ".*", result, fixed = TRUE)
  result <- paste0("^", result, "$")
  if (trim.tail) result <- sub("\\.\\*\\$$", "", result)
  if (trim.head) result <- sub("^\\^\\.\\*", "", result)
  result
}

#' Character classes
#'
#' Which characters of a string belong to a class.
#'
#' @param x a string, or code points.
#' @param class the name of a class, such as `"alpha"`.
#' @examples
#' charClass("a1", "digit")
charClass <- function(x, class) {
  characters <- if (is.character(x)) {
    if (length(x) != 1L) stop("argument 'x' must be a length-1 character vector")
    strsplit(x, "")[[1L]]
  } else {
    intToUtf8(x, multiple = TRUE)
  }
  grepl(paste0("^[[:", class, ":]]$"), characters)
}

#' Captured groups as a data frame
#'
#' Applies a regular expression with groups to each string and returns a data
#' frame with the columns of `proto`.
#'
#' @param pattern a regular expression with groups.
#' @param x a character vector.
#' @param proto a data frame with the names and types wanted.
#' @param perl,useBytes passed on to `regexec`.
#' @examples
#' strcapture("(.)(\\d)", c("a1", "b2"), data.frame(x = "", n = 0L))
strcapture <- function(pattern, x, proto, perl = FALSE, useBytes = FALSE) {
  matches <- regmatches(x, regexec(pattern, x, perl = perl, useBytes = useBytes))
  groups <- length(proto)
  sizes <- lengths(matches)
  if (any(sizes > 0L & sizes != groups + 1L)) {
    stop("number of matches does not always match ncol(proto)")
  }
  columns <- lapply(seq_len(groups), function(i) {
    texts <- vapply(matches, function(m) if (length(m)) m[i + 1L] else NA_character_, "")
    target <- proto[[i]]
    if (is.factor(target)) factor(texts, levels = levels(target))
    else methods_as(texts, target)
  })
  names(columns) <- names(proto)
  as.data.frame(columns, optional = TRUE, stringsAsFactors = FALSE)
}

methods_as <- function(texts, target) {
  switch(class(target)[1L], character = texts, integer = as.integer(texts),
         numeric = as.numeric(texts), logical = as.logical(texts),
         complex = as.complex(texts), Date = as.Date(texts),
         POSIXct = as.POSIXct(texts), texts)
}

#' Encode and decode addresses
#'
#' Percent encoding of the characters that may not stand in an address.
#'
#' @param URL a string.
#' @param reserved whether to encode reserved characters too.
#' @param repeated whether to encode what looks encoded already.
#' @examples
#' URLencode("a b&c", reserved = TRUE)
URLencode <- function(URL, reserved = FALSE, repeated = FALSE) {
  if (length(URL) != 1L) {
    return(vapply(URL, URLencode, "", reserved, repeated, USE.NAMES = FALSE))
  }
  if (!repeated && grepl("%[[:xdigit:]]{2}", URL, useBytes = TRUE)) return(URL)
  allowed <- paste0("[^", if (!reserved) "][!$&'()*+,;=:/?@#",
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-",
                    "]")
  characters <- strsplit(URL, "")[[1L]]
  wrong <- grep(allowed, characters)
  for (i in wrong) {
    characters[i] <- paste0("%", toupper(as.character(charToRaw(characters[i]))), collapse = "")
  }
  paste(characters, collapse = "")
}

#' @rdname URLencode
#' @examples
#' URLdecode("a%20b")
URLdecode <- function(URL) {
  bytes <- charToRaw(URL)
  percent <- charToRaw("%")
  out <- raw()
  i <- 1L
  while (i <= length(bytes)) {
    if (bytes[i] == percent && i + 2L <= length(bytes)) {
      out <- c(out, as.raw(strtoi(rawToChar(bytes[i + 1:2]), 16L)))
      i <- i + 3L
    } else {
      out <- c(out, bytes[i])
      i <- i + 1L
    }
  }
  rawToChar(out)
}
