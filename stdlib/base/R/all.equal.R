#' Almost equal?
#'
#' `TRUE` if two objects agree up to a small relative difference of numbers,
#' else a character vector that describes the differences.
#'
#' @param target,current the objects.
#' @param tolerance differences below it do not count.
#' @param scale divide differences by it; `NULL`: by the mean size of `target`.
#' @param countEQ count equal elements in means?
#' @param formatFUN function that formats a difference.
#' @param check.attributes compare attributes too?
#' @param check.names compare names too?
#' @param use.names match components by name?
#' @param check.environment compare environments of functions?
#' @param all.names compare names that begin with a dot?
#' @param evaluate evaluate promises?
#' @param ... further arguments of methods.
#' @examples
#' all.equal(1, 1 + 1e-10)
#' all.equal(1, 1.1)
#' all.equal(c(a = 1), c(b = 1))
all.equal <- function(target, current, ...) UseMethod("all.equal")

all.equal.default <- function(target, current, ...) {
  if (is.language(target) || is.function(target)) {
    return(all.equal.language(target, current, ...))
  }
  if (is.environment(target) || is.environment(current)) {
    return(all.equal.environment(target, current, ...))
  }
  if (is.recursive(target) && typeof(target) != "S4") return(all.equal.list(target, current, ...))
  message <- switch(mode(target),
    integer = , complex = , numeric = all.equal.numeric(target, current, ...),
    character = all.equal.character(target, current, ...),
    logical = , raw = all.equal.raw(target, current, ...),
    S4 = attr.all.equal(target, current, ...),
    if (data.class(target) != data.class(current)) {
      gettextf("target is %s, current is %s", data.class(target), data.class(current))
    }
  )
  if (is.logical(message) || length(message)) message else TRUE
}

# The collected differences, TRUE if there are none.
.differences <- function(message) if (length(message)) message else TRUE

# Differences of lengths are reported once, not among the attributes too.
.withoutLengths <- function(message) {
  message[!grepl("\\bLengths\\b", as.character(message))]
}

# "target is numeric, current is character" if the kinds differ.
.kindsDiffer <- function(target, current) {
  if (data.class(target) != data.class(current)) {
    paste0("target is ", data.class(target), ", current is ", data.class(current))
  }
}

all.equal.numeric <- function(target, current, tolerance = sqrt(.Machine$double.eps),
                              scale = NULL, countEQ = FALSE,
                              formatFUN = function(err, what) format(err), ...,
                              check.attributes = TRUE) {
  if (!is.numeric(tolerance)) stop("'tolerance' should be numeric")
  if (!is.numeric(scale) && !is.null(scale)) stop("'scale' should be numeric or NULL")
  if (!is.logical(check.attributes)) {
    stop(gettextf("'%s' must be logical", "check.attributes"), domain = NA)
  }
  message <- if (check.attributes) {
    attr.all.equal(target, current, tolerance = tolerance, scale = scale, ...)
  }
  if (!is.null(kinds <- .kindsDiffer(target, current))) return(c(message, kinds))
  target <- as.vector(target)
  current <- as.vector(current)
  missing <- is.na(target)
  if (length(target) != length(current)) {
    kind <- if (is.complex(target)) "Complex" else "Numeric"
    return(c(.withoutLengths(message), paste0(kind, ": lengths (", length(target), ", ",
                             length(current), ") differ")))
  }
  if (any(missing != is.na(current))) {
    return(c(message, paste("'is.NA' value mismatch:", sum(is.na(current)),
                            "in current", sum(missing), "in target")))
  }
  skip <- missing | target == current
  if (all(skip)) return(.differences(message))
  isScaled <- !is.null(scale)
  if (length(scale) > 1L && length(scale) == length(skip)) scale <- scale[!skip]
  count <- if (countEQ) sum(!missing) else sum(!skip)
  size <- if (countEQ) sum(abs(target[!missing])) / count else NULL
  target <- target[!skip]
  current <- current[!skip]
  if (is.integer(target) && is.integer(current)) target <- as.double(target)
  errors <- abs(target - current)
  if (length(scale) > 1L) errors <- suppressWarnings(errors / scale)
  difference <- sum(errors) / count
  what <- if (!isScaled) {
    scale <- if (is.null(size)) sum(abs(target)) / count else size
    if (is.finite(scale) && scale > tolerance) {
      difference <- difference / scale
      "relative"
    } else {
      "absolute"
    }
  } else {
    if (!all(scale > 0)) stop("scale > 0 is not TRUE")
    if (length(scale) == 1L) difference <- difference / scale
    if (all(abs(scale - 1) < 1e-07)) "absolute" else "scaled"
  }
  if (is.complex(target)) what <- paste(what, "Mod")
  if (is.na(difference) || difference > tolerance) {
    message <- c(message, paste("Mean", what, "difference:", formatFUN(difference, what)))
  }
  .differences(message)
}

all.equal.character <- function(target, current, ..., check.attributes = TRUE) {
  if (!is.character(target)) return("'target' is not a character vector")
  message <- if (check.attributes) attr.all.equal(target, current, ...)
  if (!is.character(current) || data.class(target) != data.class(current)) {
    kinds <- .kindsDiffer(target, current)
    return(c(message, kinds))
  }
  .compareElements(target, current, message, "string compare", "string mismatch",
                   "string mismatches")
}

all.equal.raw <- function(target, current, ..., check.attributes = TRUE) {
  message <- if (check.attributes) attr.all.equal(target, current, ...)
  if (data.class(target) != data.class(current)) {
    return(c(message, .kindsDiffer(target, current)))
  }
  .compareElements(target, current, message, "comparison", "element mismatch",
                   "element mismatches", TRUE)
}

# Compares strings or other elements one by one.
.compareElements <- function(target, current, message, verb, one, many, isRaw = FALSE) {
  sizes <- c(length(target), length(current))
  if (sizes[1L] != sizes[2L]) {
    message <- .withoutLengths(message)
    count <- min(sizes)
    text <- if (isRaw) {
      sprintf("Lengths (%d, %d) differ (comparison on first %d components)",
              sizes[1L], sizes[2L], count)
    } else {
      sprintf("Lengths (%d, %d) differ (string compare on first %d)",
              sizes[1L], sizes[2L], count)
    }
    message <- c(message, text)
    target <- target[seq_len(count)]
    current <- current[seq_len(count)]
  }
  missing <- is.na(target)
  if (any(missing != is.na(current))) {
    return(c(message, paste("'is.NA' value mismatch:", sum(is.na(current)),
                            "in current", sum(missing), "in target")))
  }
  different <- sum(as.vector(target != current)[!missing])
  if (different > 0L) {
    message <- c(message, paste(different, if (different == 1L) one else many))
  }
  .differences(message)
}

all.equal.list <- function(target, current, ..., check.attributes = TRUE,
                           use.names = TRUE) {
  if (!is.logical(check.attributes)) {
    stop(gettextf("'%s' must be logical", "check.attributes"), domain = NA)
  }
  message <- if (check.attributes) attr.all.equal(target, current, ...)
  target <- unclass(target)
  current <- unclass(current)
  if (!is.list(target) && !is.vector(target)) {
    return(c(message, "target is not list-like"))
  }
  if (!is.list(current) && !is.vector(current)) {
    return(c(message, "current is not list-like"))
  }
  sizes <- c(length(target), length(current))
  if (sizes[1L] != sizes[2L]) {
    count <- min(sizes)
    message <- c(.withoutLengths(message), paste("Length mismatch: comparison on first", count,
                                                 "components"))
  }
  count <- min(sizes)
  byName <- use.names && !is.null(names(target)) && !is.null(names(current)) &&
    identical(names(target)[seq_len(count)], names(current)[seq_len(count)])
  for (i in seq_len(count)) {
    label <- if (byName) {
      paste0("Component ", dQuote(names(target)[i]))
    } else {
      paste("Component", i)
    }
    difference <- all.equal(target[[i]], current[[i]],
                            check.attributes = check.attributes,
                            use.names = use.names, ...)
    if (is.character(difference)) {
      message <- c(message, paste0(label, ": ", difference))
    }
  }
  .differences(message)
}

all.equal.language <- function(target, current, ...) {
  kinds <- c(mode(target), mode(current))
  message <- NULL
  if (kinds[1L] != kinds[2L]) {
    message <- paste0("Modes of target, current: ", kinds[1L], ", ", kinds[2L])
  }
  if (is.expression(target) && is.expression(current)) {
    return(all.equal.list(target, current, ...))
  }
  first <- paste(deparse(target), collapse = "\n")
  second <- paste(deparse(current), collapse = "\n")
  difference <- if (identical(first, second)) {
    NULL
  } else if (startsWith(first, second)) {
    "current is a subset of target"
  } else if (startsWith(second, first)) {
    "target is a subset of current"
  } else {
    "target, current do not match when deparsed"
  }
  .differences(c(message, difference))
}

all.equal.function <- function(target, current, check.environment = TRUE, ...) {
  message <- all.equal.language(target, current, ...)
  if (!check.environment || !is.function(current)) return(message)
  if (identical(environment(target), environment(current))) return(message)
  scopes <- all.equal.environment(environment(target), environment(current), ...)
  if (isTRUE(scopes)) return(message)
  c(if (is.character(message)) message, scopes)
}

all.equal.formula <- function(target, current, ...) {
  if (length(target) != length(current)) {
    return(paste0("target, current differ in having response: ",
                  length(target) == 3L, ", ", length(current) == 3L))
  }
  if (!identical(deparse(target), deparse(current))) {
    "formulas differ in contents"
  } else {
    TRUE
  }
}

all.equal.environment <- function(target, current, all.names = TRUE,
                                  evaluate = TRUE, ...) {
  if (!is.environment(target)) return("'target' is not an environment")
  if (!is.environment(current)) return("'current' is not an environment")
  if (identical(target, current)) return(TRUE)
  components <- function(scope) {
    mget(ls(scope, all.names = all.names), envir = scope)
  }
  all.equal.list(components(target), components(current), ...)
}

#' @rdname all.equal
attr.all.equal <- function(target, current, ..., check.attributes = TRUE,
                           check.names = TRUE) {
  message <- NULL
  if (mode(target) != mode(current)) {
    message <- paste0("Modes: ", mode(target), ", ", mode(current))
  }
  if (length(target) != length(current)) {
    message <- c(message, paste0("Lengths: ", length(target), ", ", length(current)))
  }
  first <- attributes(target)
  second <- attributes(current)
  if (check.names) {
    names1 <- names(target)
    names2 <- names(current)
    if (length(names1) && length(names2)) {
      count <- min(length(names1), length(names2))
      difference <- all.equal.character(names1[seq_len(count)], names2[seq_len(count)])
      if (is.character(difference)) message <- c(message, paste("Names:", difference))
    } else if (length(names1)) {
      message <- c(message, "names for target but not for current")
    } else if (length(names2)) {
      message <- c(message, "names for current but not for target")
    }
  }
  first$names <- second$names <- NULL
  if (check.attributes && (length(first) || length(second))) {
    if (length(first)) first <- first[order(names(first))]
    if (length(second)) second <- second[order(names(second))]
    if (!length(first)) first <- NULL
    if (!length(second)) second <- NULL
    difference <- all.equal(first, second, ...)
    if (is.character(difference)) {
      message <- c(message, paste("Attributes: <", difference, ">"))
    }
  }
  message
}
