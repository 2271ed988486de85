#' Factors
#'
#' `factor` returns the factor of `x`: integer codes with labels, the levels.
#' `ordered` makes one whose levels are ordered, `as.factor` and `as.ordered`
#' leave factors as they are, `addNA` makes missing values a level.
#'
#' @param x a vector.
#' @param levels the values `x` may have, in the order of the levels.
#' @param labels labels of the levels; equal labels merge levels.
#' @param exclude values that are no level.
#' @param ordered are the levels ordered?
#' @param nmax an upper bound of the number of levels.
#' @param ifany only if there are missing values.
#' @param ... further arguments of `factor`.
#' @examples
#' factor(c("b", "a", "b"))
#' factor(c(1, 2, 1), labels = c("one", "two"))
#' ordered(c("lo", "hi"), levels = c("lo", "hi"))
#' addNA(factor(c("a", NA)))
factor <- function(x = character(), levels, labels = levels, exclude = NA,
                   ordered = is.ordered(x), nmax = NA) {
  if (is.null(x)) x <- character()
  names <- names(x)
  y <- unique(x)
  if (missing(levels)) levels <- unique(as.character(y[order(y)]))
  force(ordered)
  exclude <- as.vector(exclude, typeof(x))
  levels <- levels[is.na(match(levels, exclude))]
  codes <- if (is.character(x)) {
    match(x, levels)
  } else if (is.object(x) && !is.object(y)) {
    match(as.character(x), as.character(levels))
  } else {
    match(as.character(y), as.character(levels))[match(x, y)]
  }
  names(codes) <- names
  count <- length(levels)
  labelCount <- length(labels)
  if (missing(labels)) {
    labels <- as.character(levels)
  } else if (labelCount == count) {
    labels <- as.character(labels)
    merged <- unique(labels)
    if (length(merged) < count) {
      codes[] <- match(labels, merged)[codes]
      labels <- merged
    }
  } else if (labelCount == 1L) {
    labels <- paste0(labels, seq_len(count))
  } else {
    stop(gettextf("invalid 'labels'; length %d should be 1 or %d",
                  labelCount, count), domain = NA)
  }
  .checkLevels(labels)
  attr(codes, "levels") <- labels
  class(codes) <- c(if (ordered) "ordered", "factor")
  codes
}

# Stops if a level occurs twice.
.checkLevels <- function(levels) {
  place <- anyDuplicated(levels)
  if (place) {
    stop(simpleError(
      gettextf("factor level [%d] is duplicated", place),
      quote(`levels<-`(`*tmp*`, value = as.character(levels)))
    ))
  }
}

#' @rdname factor
ordered <- function(x, ...) {
  if (!missing(...) || !is.ordered(x)) factor(x, ..., ordered = TRUE) else x
}

#' @rdname factor
as.factor <- function(x) {
  if (is.factor(x)) return(x)
  if (!is.object(x) && is.integer(x)) {
    levels <- sort.int(unique.default(x))
    codes <- match(x, levels)
    levels <- as.character(levels)
    if (!is.null(names(x))) names(codes) <- names(x)
    attr(codes, "levels") <- levels
    class(codes) <- "factor"
    return(codes)
  }
  factor(x)
}

#' @rdname factor
as.ordered <- function(x) {
  if (is.ordered(x)) x
  else if (is.factor(x)) {
    class(x) <- c("ordered", oldClass(x))
    x
  } else {
    factor(x, ordered = TRUE)
  }
}

#' @rdname factor
is.factor <- function(x) inherits(x, "factor")

#' @rdname factor
is.ordered <- function(x) inherits(x, "ordered")

#' @rdname factor
addNA <- function(x, ifany = FALSE) {
  if (!is.factor(x)) x <- factor(x)
  if (ifany && !anyNA(x)) return(x)
  levels <- levels(x)
  if (!anyNA(levels)) levels <- c(levels, NA)
  factor(x, levels = levels, exclude = NULL)
}

#' Levels of a factor
#'
#' The levels, their number, and replacement: by a character vector, or by a
#' list that names the new levels and gives the old ones of each.
#'
#' @param x a factor.
#' @param value the new levels.
#' @examples
#' f <- factor(c("a", "b"))
#' levels(f) <- c("x", "y")
#' f
#' nlevels(f)
nlevels <- function(x) length(levels(x))

levels.default <- function(x) attr(x, "levels")

`levels<-.factor` <- function(x, value) {
  current <- levels(x)
  attributes <- attributes(x)
  if (is.list(value)) {
    new <- rep.int(names(value), lengths(value))
    names <- unique(new)
    old <- unlist(value, use.names = FALSE)
    codes <- rep.int(NA_integer_, length(current))
    codes[match(old, current, nomatch = 0L)] <-
      match(new, names)[old %in% current]
    labels <- names
    map <- codes
  } else {
    if (length(current) > length(value)) {
      stop("number of levels differs")
    }
    labels <- as.character(value)
    merged <- unique(labels[!is.na(labels)])
    map <- match(labels, merged)
    labels <- merged
  }
  result <- map[as.integer(unclass(x))]
  attributes$levels <- labels
  attributes(result) <- attributes
  result
}

#' Drop unused levels
#'
#' @param x a factor or a data frame.
#' @param exclude values that are no level.
#' @param except columns to leave alone.
#' @param ... further arguments of methods.
#' @examples
#' droplevels(factor(c("a", "b"))[1])
droplevels <- function(x, ...) UseMethod("droplevels")

droplevels.factor <- function(x, exclude = if (anyNA(levels(x))) NULL else NA,
                              ...) {
  used <- sort(unique(as.integer(x)))
  dropped <- factor(as.character(x), levels = levels(x)[used],
                    exclude = exclude, ordered = is.ordered(x))
  attributes <- attributes(x)
  attributes$levels <- levels(dropped)
  order <- unique(c("levels", "class", names(attributes)))
  attributes(dropped) <- attributes[order]
  dropped
}

droplevels.data.frame <- function(x, except = NULL, exclude, ...) {
  chosen <- vapply(x, is.factor, NA)
  if (!is.null(except)) chosen[except] <- FALSE
  x[chosen] <- if (missing(exclude)) {
    lapply(x[chosen], droplevels)
  } else {
    lapply(x[chosen], droplevels, exclude = exclude)
  }
  x
}

as.character.factor <- function(x, ...) {
  codes <- as.integer(unclass(x))
  labels <- levels(x)
  text <- labels[codes]
  if (length(codes) && (!is.character(labels) || length(text) != length(codes) ||
        anyNA(text) && any(codes < 1L | codes > length(labels), na.rm = TRUE))) {
    stop("malformed factor")
  }
  text
}

as.logical.factor <- function(x, ...) as.logical(levels(x))[x]

as.vector.factor <- function(x, mode = "any") {
  switch(mode,
    any = , character = , logical = , list = {
      text <- levels(x)[as.integer(unclass(x))]
      if (mode == "list") as.list(x) else as.vector(text, mode)
    },
    as.vector(unclass(x), mode)
  )
}

as.list.factor <- function(x, ...) {
  attributes <- attributes(x)
  attributes$names <- NULL
  result <- lapply(unclass(x), function(code) {
    attributes(code) <- attributes
    code
  })
  names(result) <- names(x)
  result
}

`[.factor` <- function(x, ..., drop = FALSE) {
  y <- NextMethod("[")
  attr(y, "contrasts") <- attr(x, "contrasts")
  attr(y, "levels") <- attr(x, "levels")
  class(y) <- oldClass(x)
  if (drop) factor(y, exclude = if (anyNA(levels(x))) NULL else NA) else y
}

`[[.factor` <- function(x, ...) {
  y <- NextMethod("[[")
  attr(y, "contrasts") <- attr(x, "contrasts")
  attr(y, "levels") <- attr(x, "levels")
  class(y) <- oldClass(x)
  y
}

`[<-.factor` <- function(x, ..., value) {
  levels <- levels(x)
  class <- oldClass(x)
  if (is.factor(value)) value <- levels(value)[as.integer(unclass(value))]
  m <- match(value, levels)
  if (anyNA(m) && any(is.na(m) & !is.na(value))) {
    warning("invalid factor level, NA generated")
  }
  class(x) <- NULL
  x[...] <- m
  attr(x, "levels") <- levels
  class(x) <- class
  x
}

`[[<-.factor` <- function(x, ..., value) {
  levels <- levels(x)
  class <- oldClass(x)
  if (is.factor(value)) value <- levels(value)[as.integer(unclass(value))]
  m <- match(value, levels)
  if (anyNA(m) && any(is.na(m) & !is.na(value))) {
    warning("invalid factor level, NA generated")
  }
  class(x) <- NULL
  x[[...]] <- m
  attr(x, "levels") <- levels
  class(x) <- class
  x
}

`length<-.factor` <- function(x, value) {
  class <- oldClass(x)
  levels <- levels(x)
  x <- NextMethod()
  structure(x, levels = levels, class = class)
}

`is.na<-.factor` <- function(x, value) {
  class <- oldClass(x)
  class(x) <- NULL
  x[value] <- NA
  class(x) <- class
  x
}

c.factor <- function(..., recursive = TRUE) {
  parts <- list(...)
  if (!all(vapply(parts, is.factor, NA))) {
    return(NextMethod())
  }
  levelSets <- lapply(parts, levels)
  levels <- unique(unlist(levelSets))
  codes <- unlist(lapply(parts, function(part) {
    own <- levels(part)
    code <- as.integer(unclass(part))
    if (!identical(own, levels)) code <- match(own, levels)[code]
    names(code) <- names(part)
    code
  }))
  same <- all(vapply(levelSets, identical, NA, levelSets[[1L]]))
  isOrdered <- same && all(vapply(parts, is.ordered, NA))
  if (is.null(codes)) codes <- integer()
  structure(codes, levels = levels,
            class = c(if (isOrdered) "ordered", "factor"))
}

all.equal.factor <- function(target, current, ..., check.attributes = TRUE) {
  if (!is.factor(target)) return("'target' is not a factor")
  if (!is.factor(current)) return("'current' is not a factor")
  message <- if (check.attributes) attr.all.equal(target, current, ...)
  nax <- is.na(target)
  nay <- is.na(current)
  count <- sum(nax != nay)
  code <- if (count) {
    sprintf(ngettext(count, "%d, NA mismatch", "%d NA mismatches"), count)
  } else {
    all.equal(as.character(target), as.character(current),
              check.attributes = check.attributes, ...)
  }
  if (is.character(code)) message <- c(message, code)
  if (is.null(message)) TRUE else message
}

format.factor <- function(x, ...) {
  text <- as.character(x)
  format(structure(text, names = names(x), dim = dim(x),
                   dimnames = dimnames(x)), ...)
}

print.factor <- function(x, quote = FALSE, max.levels = NULL,
                         width = getOption("width"), ...) {
  ordered <- is.ordered(x)
  if (length(repeated <- .repeatedLevel(x))) warning(repeated, domain = NA)
  if (length(x) == 0L) {
    cat(if (ordered) "ordered" else "factor", "(0)\n", sep = "")
  } else {
    text <- as.character(x)
    extra <- attributes(x)
    extra$levels <- extra$class <- NULL
    attributes(text) <- extra
    print(text, quote = quote, ...)
  }
  if (is.null(max.levels) || isTRUE(max.levels)) max.levels <- NA
  if (is.na(max.levels) || max.levels > 0) {
    .printLevels(levels(x), ordered, quote, max.levels, width)
  }
  invisible(x)
}

# What is wrong with levels that are not all different.
.repeatedLevel <- function(x) {
  place <- anyDuplicated(levels(x))
  if (place) gettextf("duplicated level [%d] in factor", place)
}

# The line of levels under a factor, shortened to fit into `width`.
.printLevels <- function(levels, ordered, quote, most, width) {
  levels <- encodeString(levels, quote = if (quote) "\"" else "")
  count <- length(levels)
  separator <- if (ordered) " < " else " "
  if (is.na(most)) {
    room <- width - 15L
    used <- cumsum(nchar(levels, type = "w") + nchar(separator))
    tooLong <- which(used > room)
    most <- if (count <= 1L || used[count] <= room) count else {
      max(1L, tooLong[1L] - 1L)
    }
  }
  if (count > most) {
    shown <- c(levels[seq_len(max(1L, most - 1L))], "...",
               if (most > 1L) levels[count])
    cat(count, " Levels: ", paste(shown, collapse = separator), "\n", sep = "")
  } else {
    cat("Levels: ", paste(levels, collapse = separator), "\n", sep = "")
  }
}

summary.factor <- function(object, maxsum = 100L, ...) {
  missing <- is.na(object)
  levels <- levels(object)
  hasMissing <- any(missing)
  counts <- tabulate(as.integer(unclass(object)), length(levels))
  if (length(levels)) names(counts) <- levels
  total <- length(levels) + hasMissing
  if (total > maxsum) {
    kept <- maxsum - 1L - hasMissing
    order <- sort.list(counts, decreasing = TRUE)
    first <- order[seq_len(min(kept, length(order)))]
    rest <- sum(counts) - sum(counts[first])
    counts <- c(counts[first], "(Other)" = rest)
  }
  if (hasMissing) c(counts, "NA's" = sum(missing)) else counts
}

Ops.factor <- function(e1, e2) {
  if (!(.Generic %in% c("==", "!="))) {
    warning(gettextf("%s not meaningful for factors", sQuote(.Generic)))
    return(rep.int(NA, max(length(e1), if (!missing(e2)) length(e2))))
  }
  if (is.factor(e1) && is.factor(e2)) {
    levels1 <- levels(e1)
    levels2 <- levels(e2)
    if (length(levels1) != length(levels2) ||
        !all(sort.int(levels1, na.last = TRUE) ==
               sort.int(levels2, na.last = TRUE), na.rm = TRUE)) {
      stop("level sets of factors are different")
    }
  }
  text <- function(x) {
    if (!is.factor(x)) return(x)
    levels <- levels(x)
    levels[is.na(levels)] <- "NA"
    levels[as.integer(unclass(x))]
  }
  e1 <- text(e1)
  e2 <- text(e2)
  get(.Generic, mode = "function")(e1, e2)
}

Ops.ordered <- function(e1, e2) {
  comparisons <- c("<", ">", "<=", ">=", "==", "!=")
  if (!(.Generic %in% comparisons)) {
    warning(sprintf("'%s' is not meaningful for ordered factors", .Generic))
    return(rep.int(NA, max(length(e1), if (!missing(e2)) length(e2))))
  }
  if (.Generic %in% c("==", "!=")) return(NextMethod(.Generic))
  if (is.ordered(e1) && is.ordered(e2)) {
    if (!identical(levels(e1), levels(e2))) {
      stop("level sets of factors are different")
    }
    e1 <- as.integer(unclass(e1))
    e2 <- as.integer(unclass(e2))
  } else if (is.ordered(e1)) {
    e2 <- match(e2, levels(e1))
    e1 <- as.integer(unclass(e1))
  } else {
    e1 <- match(e1, levels(e2))
    e2 <- as.integer(unclass(e2))
  }
  get(.Generic, mode = "function")(e1, e2)
}

Math.factor <- function(x, ...) {
  stop(gettextf("%s not meaningful for factors", sQuote(.Generic)))
}

Summary.factor <- function(..., na.rm) {
  stop(gettextf("%s not meaningful for factors", sQuote(.Generic)))
}

Summary.ordered <- function(..., na.rm) {
  if (!(.Generic %in% c("max", "min", "range"))) {
    stop(gettextf("'%s' not defined for ordered factors", .Generic),
         domain = NA)
  }
  parts <- list(...)
  levels <- lapply(parts, levels)
  if (!all(vapply(parts, is.ordered, NA)) ||
      !all(vapply(levels, identical, NA, levels[[1L]]))) {
    stop(gettextf("'%s' is only meaningful for ordered factors if all arguments have the same level sets", .Generic))
  }
  codes <- lapply(parts, function(part) as.integer(unclass(part)))
  found <- do.call(.Generic, c(codes, na.rm = na.rm))
  factor(levels[[1L]][found], levels = levels[[1L]], ordered = TRUE)
}
