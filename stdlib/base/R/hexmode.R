#' Numbers shown in base 16 or 8
#'
#' @param x numbers, or strings of digits.
#' @examples
#' as.hexmode(255)
#' format(as.hexmode(c(1, 255)))
#' as.octmode("777") & as.octmode("70")
as.hexmode <- function(x) {
  if (inherits(x, "hexmode")) return(x)
  .asBased(x, "hexmode", 16L, "^[0-9a-fA-F]+$", "'x' cannot be coerced to class \"hexmode\"")
}

#' @rdname as.hexmode
as.octmode <- function(x) {
  if (inherits(x, "octmode")) return(x)
  .asBased(x, "octmode", 8L, "^[0-7]+$", "'x' cannot be coerced to class \"octmode\"")
}

# Integers of a class, from whole numbers or strings of digits.
.asBased <- function(x, class, base, pattern, failure) {
  if (is.double(x) && all(is.na(x) | x == as.integer(x))) x <- as.integer(x)
  if (is.integer(x)) return(structure(x, class = class))
  if (is.character(x)) {
    given <- !is.na(x)
    if (all(grepl(pattern, x[given]))) {
      return(structure(strtoi(x, base), class = class))
    }
  }
  stop(simpleError(failure, sys.call(-1L)))
}

format.hexmode <- function(x, width = NULL, upper.case = FALSE, ...) {
  .formatBased(x, width, if (upper.case) "X" else "x")
}

format.octmode <- function(x, width = NULL, ...) .formatBased(x, width, "o")

# Digits of one width, with leading zeros.
.formatBased <- function(x, width, kind) {
  missing <- is.na(x)
  text <- rep.int(NA_character_, length(x))
  digits <- sprintf(paste0("%", kind), as.integer(unclass(x))[!missing])
  wide <- max(nchar(digits), width, 0L)
  text[!missing] <- paste0(strrep("0", wide - nchar(digits)), digits)
  names(text) <- names(x)
  dim(text) <- dim(x)
  dimnames(text) <- dimnames(x)
  text
}

as.character.hexmode <- function(x, ...) sprintf("%x", as.integer(unclass(x)))

as.character.octmode <- function(x, ...) sprintf("%o", as.integer(unclass(x)))

print.hexmode <- function(x, ...) {
  print(format(x), ...)
  invisible(x)
}

print.octmode <- print.hexmode

`[.hexmode` <- function(x, i) {
  class <- oldClass(x)
  y <- NextMethod("[")
  oldClass(y) <- class
  y
}

`[.octmode` <- `[.hexmode`

`!.hexmode` <- function(a) as.hexmode(bitwNot(as.hexmode(a)))

`&.hexmode` <- function(a, b) as.hexmode(bitwAnd(as.hexmode(a), as.hexmode(b)))

`|.hexmode` <- function(a, b) as.hexmode(bitwOr(as.hexmode(a), as.hexmode(b)))

`!.octmode` <- function(a) as.octmode(bitwNot(as.octmode(a)))

`&.octmode` <- function(a, b) as.octmode(bitwAnd(as.octmode(a), as.octmode(b)))

`|.octmode` <- function(a, b) as.octmode(bitwOr(as.octmode(a), as.octmode(b)))
