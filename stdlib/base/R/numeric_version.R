#' Version numbers
#'
#' `numeric_version` makes versions of strings like "1.10.2"; they compare part
#' by part. `package_version` needs at least two parts, `R_system_version` three.
#'
#' @param x strings.
#' @param strict stop at invalid strings, or make them missing?
#' @examples
#' v <- numeric_version(c("1.2.3", "1.10"))
#' v[1] < v[2]
#' max(v)
#' package_version("3.4.5")$minor
numeric_version <- function(x, strict = TRUE) {
  .make_numeric_version(x, strict, "([[:digit:]]+[.-]){0,}[[:digit:]]+")
}

#' @rdname numeric_version
package_version <- function(x, strict = TRUE) {
  if (is.list(x) && all(c("major", "minor") %in% names(x))) {
    return(package_version(paste(x[c("major", "minor")], collapse = ".")))
  }
  .make_numeric_version(x, strict, "([[:digit:]]+[.-]){1,}[[:digit:]]+",
                        "package_version")
}

#' @rdname numeric_version
R_system_version <- function(x, strict = TRUE) {
  .make_numeric_version(x, strict, "[[:digit:]]+\\.[[:digit:]]+\\.[[:digit:]]+",
                        c("R_system_version", "package_version"))
}

#' @rdname numeric_version
#' @param regexp what valid strings look like.
#' @param classes classes in front of `"numeric_version"`.
.make_numeric_version <- function(x, strict = TRUE, regexp, classes = NULL) {
  x <- as.character(x)
  parts <- rep.int(list(integer()), length(x))
  valid <- grepl(paste0("^", regexp, "$"), x)
  if (!all(valid) && strict) {
    stop(gettextf("invalid version specification %s",
                  paste(sQuote(unique(x[!valid])), collapse = ", ")),
         call. = FALSE, domain = NA)
  }
  parts[valid] <- lapply(strsplit(x[valid], "[.-]"), as.integer)
  class(parts) <- unique(c(classes, "numeric_version"))
  parts
}

#' @rdname numeric_version
is.numeric_version <- function(x) inherits(x, "numeric_version")

#' @rdname numeric_version
is.package_version <- function(x) inherits(x, "package_version")

#' @rdname numeric_version
as.numeric_version <- function(x) {
  if (is.numeric_version(x)) x else numeric_version(x)
}

#' @rdname numeric_version
as.package_version <- function(x) {
  if (is.package_version(x)) x else package_version(x)
}

#' @rdname numeric_version
getRversion <- function() {
  R_system_version(paste(R.version$major, R.version$minor, sep = "."))
}

# One string for each version, that sorts like the versions do.
.encode_numeric_version <- function(x) {
  parts <- unclass(x)
  longest <- max(lengths(parts), 0L)
  width <- nchar(max(unlist(parts), 0L))
  vapply(parts, function(part) {
    if (!length(part)) return(NA_character_)
    padded <- formatC(c(part, integer(longest - length(part))), width = width,
                      flag = "0", format = "d")
    paste(padded, collapse = ".")
  }, "")
}

# -1, 0 or 1 for each pair of versions.
.compareVersions <- function(first, second) {
  size <- max(length(first), length(second))
  if (!length(first) || !length(second)) return(integer())
  first <- rep_len(unclass(first), size)
  second <- rep_len(unclass(second), size)
  mapply(function(a, b) {
    if (!length(a) || !length(b)) return(NA_integer_)
    longest <- max(length(a), length(b))
    difference <- c(a, integer(longest - length(a))) - c(b, integer(longest - length(b)))
    place <- which(difference != 0L)
    if (length(place)) sign(difference[place[1L]]) else 0L
  }, first, second, USE.NAMES = FALSE)
}

Ops.numeric_version <- function(e1, e2) {
  if (nargs() == 1) {
    stop(gettextf("unary '%s' not defined for \"numeric_version\" objects", .Generic),
         domain = NA)
  }
  if (!(.Generic %in% c("<", ">", "==", "!=", "<=", ">="))) {
    stop(gettextf("'%s' not defined for \"numeric_version\" objects", .Generic),
         domain = NA)
  }
  order <- .compareVersions(as.numeric_version(e1), as.numeric_version(e2))
  get(.Generic, mode = "function")(order, 0)
}

Summary.numeric_version <- function(..., na.rm) {
  if (!(.Generic %in% c("max", "min", "range"))) {
    stop(gettextf("%s not defined for \"numeric_version\" objects", .Generic),
         domain = NA)
  }
  x <- do.call("c", lapply(list(...), as.numeric_version))
  missing <- is.na(x)
  if (any(missing)) {
    if (!na.rm) return(x[which(missing)[1L]])
    x <- x[!missing]
  }
  order <- order(xtfrm(x))
  switch(.Generic,
    max = x[order[length(order)]],
    min = x[order[1L]],
    range = x[order[c(1L, length(order))]]
  )
}

xtfrm.numeric_version <- function(x) {
  codes <- .encode_numeric_version(x)
  match(codes, sort(unique(codes), method = "radix"))
}

format.numeric_version <- function(x, ...) {
  text <- vapply(unclass(x), function(part) {
    if (length(part)) paste(part, collapse = ".") else NA_character_
  }, "")
  names(text) <- names(x)
  text
}

as.character.numeric_version <- function(x, ...) {
  as.character(format(x))
}

print.numeric_version <- function(x, quote = FALSE, ...) {
  text <- as.character(x)
  if (length(text) == 0L) {
    cat("<0 elements>\n")
  } else {
    text <- ifelse(is.na(text), NA_character_, sQuote(text))
    print(text, quote = quote, ...)
  }
  invisible(x)
}

`[.numeric_version` <- function(x, i, j) {
  class <- oldClass(x)
  parts <- if (missing(j)) {
    unclass(x)[i]
  } else {
    lapply(unclass(x)[i], `[`, j)
  }
  missing <- vapply(parts, function(part) length(part) == 0L || anyNA(part), NA)
  parts[missing] <- list(integer())
  class(parts) <- class
  parts
}

`[[.numeric_version` <- function(x, ..., exact = NA) {
  class <- oldClass(x)
  if (...length() == 1L && length(..1) < 2L) {
    parts <- list(unclass(x)[[...]])
  } else {
    index <- if (...length() == 1L) ..1 else c(..1, ..2)
    parts <- list(unclass(x)[[index[1L]]][[index[2L]]])
  }
  class(parts) <- class
  parts
}

`[<-.numeric_version` <- function(x, i, j, value) {
  class <- oldClass(x)
  parts <- unclass(x)
  if (missing(j)) {
    parts[i] <- unclass(as.numeric_version(value))
  } else {
    parts[i] <- Map(function(part, new) {
      part[j] <- as.integer(new)
      part
    }, parts[i], value)
  }
  class(parts) <- class
  parts
}

`[[<-.numeric_version` <- function(x, ..., value) {
  class <- oldClass(x)
  parts <- unclass(x)
  if (...length() == 1L && length(..1) < 2L) {
    parts[[..1]] <- unclass(as.numeric_version(value))[[1L]]
  } else {
    index <- if (...length() == 1L) ..1 else c(..1, ..2)
    parts[[index[1L]]][index[2L]] <- as.integer(value)
  }
  class(parts) <- class
  parts
}

`$.package_version` <- function(x, name) {
  name <- pmatch(name, c("major", "minor", "patchlevel"))
  if (is.na(name)) return(NULL)
  part <- vapply(unclass(x), function(version) version[name], 1L)
  part
}

c.numeric_version <- function(..., recursive = FALSE) {
  parts <- lapply(list(...), as.numeric_version)
  classes <- lapply(parts, class)
  values <- unlist(lapply(parts, unclass), recursive = FALSE)
  class(values) <- if (length(unique(classes)) == 1L) classes[[1L]] else "numeric_version"
  values
}

as.list.numeric_version <- function(x, ...) {
  class <- oldClass(x)
  lapply(seq_along(x), function(i) x[i])
}

duplicated.numeric_version <- function(x, incomparables = FALSE, ...) {
  duplicated(.encode_numeric_version(x), incomparables, ...)
}

unique.numeric_version <- function(x, incomparables = FALSE, ...) {
  x[!duplicated(x, incomparables, ...)]
}

is.na.numeric_version <- function(x) {
  vapply(unclass(x), function(part) length(part) == 0L, NA)
}

anyNA.numeric_version <- function(x, recursive = FALSE) any(is.na(x))

`is.na<-.numeric_version` <- function(x, value) {
  class <- oldClass(x)
  parts <- unclass(x)
  parts[value] <- list(integer())
  class(parts) <- class
  parts
}

# The versions that encoded strings stand for.
.decode_numeric_version <- function(x) {
  parts <- lapply(strsplit(unclass(x), ".", fixed = TRUE), function(part) {
    part <- as.integer(part)
    if (anyNA(part)) integer() else part
  })
  structure(parts, class = "numeric_version")
}
