#' Display the structure of an object
#'
#' Prints one line for each part of an object: its type, its size and its
#' first values.
#'
#' @param object any R object.
#' @param ... further arguments for methods: `max.level`, `vec.len`,
#'   `give.attr` and others, see `strOptions`.
#' @examples
#' str(list(a = 1:3, b = "text", c = list(TRUE, NULL)))
#' str(iris)
str <- function(object, ...) UseMethod("str")

str.data.frame <- function(object, ...) {
  arguments <- list(...)
  if (!is.data.frame(object)) {
    warning("str.data.frame() called with non-data.frame -- coercing to one.")
    object <- data.frame(object)
  }
  class <- oldClass(object)
  label <- if (length(class) > 1L) {
    others <- class[class != "data.frame"]
    paste0("Classes ", paste(sQuote(others), collapse = ", "), " and ")
  }
  columns <- length(object)
  cat(label, "'data.frame':\t", nrow(object), " obs. of  ", columns,
      " variable", if (columns != 1) "s", if (columns > 0) ":", "\n", sep = "")
  arguments$no.list <- TRUE
  # Attributes of columns show their length nevertheless.
  if (is.null(arguments$give.length)) {
    arguments$give.length <- FALSE
    arguments$attr.length <- TRUE
  }
  do.call(str.default, c(list(object), arguments), quote = TRUE)
}

#' @rdname str
#' @param strict.width `"no"`, `"cut"` or `"wrap"`: what to do with long lines.
#' @param digits.d digits of numbers.
#' @param vec.len how many elements are shown, times a factor for the type.
#' @param list.len how many components are shown.
#' @param deparse.lines how many lines of calls are shown.
#' @param drop.deparse.attr whether calls are shown without attributes.
#' @param formatNum the function that formats numbers.
#' @examples
#' strOptions(vec.len = 2)$vec.len
strOptions <- function(strict.width = "no", digits.d = 3L, vec.len = 4L,
                       list.len = 99L, deparse.lines = NULL,
                       drop.deparse.attr = TRUE,
                       formatNum = function(x, ...)
                         format(x, trim = TRUE, drop0trailing = TRUE, ...)) {
  list(strict.width = strict.width, digits.d = digits.d, vec.len = vec.len,
       list.len = list.len, deparse.lines = deparse.lines,
       drop.deparse.attr = drop.deparse.attr,
       formatNum = match.fun(formatNum))
}

str.default <- function(object, max.level = NA, vec.len = strO$vec.len,
                        digits.d = strO$digits.d, nchar.max = 128,
                        give.attr = TRUE,
                        drop.deparse.attr = strO$drop.deparse.attr,
                        give.head = TRUE, give.length = give.head,
                        width = getOption("width"), nest.lev = 0,
                        indent.str = paste(rep.int(" ", max(0, nest.lev + 1)),
                                           collapse = ".."),
                        comp.str = "$ ", no.list = FALSE, envir = baseenv(),
                        strict.width = strO$strict.width,
                        formatNum = strO$formatNum, list.len = strO$list.len,
                        deparse.lines = strO$deparse.lines, ...) {
  strO <- str_defaults()
  style <- list(
    max.level = max.level, vec.len = vec.len, digits.d = digits.d,
    nchar.max = nchar.max, give.attr = give.attr, give.head = give.head,
    give.length = give.length, width = width, nest.lev = nest.lev,
    indent.str = indent.str, comp.str = comp.str,
    drop.deparse.attr = drop.deparse.attr, strict.width = strict.width,
    formatNum = formatNum, list.len = list.len, deparse.lines = deparse.lines)
  style$attr.length <- list(...)$attr.length
  if (is.null(style$attr.length)) style$attr.length <- give.length
  if (strict.width %in% c("cut", "wrap")) {
    style$strict.width <- "no"
    return(str_within_width(object, style, strict.width, no.list))
  }
  fills <- missing(vec.len)
  if (isS4(object) && is.object(object)) {
    isReference <- is.environment(object) && is(object, "envRefClass")
    if (isReference) str_reference(object, style) else str_formal(object, style)
  } else if (is.function(object)) {
    str_function(object, style)
  } else if (is.null(object)) {
    cat(" NULL\n")
  } else if (is.list(object) || is.pairlist(object)) {
    str_list(object, style, no.list)
  } else if (is.atomic(object)) {
    str_atomic(object, style, fills)
  } else {
    str_other(object, style)
  }
  invisible()
}

str_defaults <- function() {
  chosen <- getOption("str")
  defaults <- strOptions()
  if (!is.list(chosen)) return(defaults)
  defaults[names(chosen)] <- chosen
  defaults
}

# Shows a part of an object, one level deeper if `deeper`.
str_part <- function(part, style, ...) {
  style$nest.lev <- style$nest.lev + 1
  style$indent.str <- paste(style$indent.str, "..")
  style$comp.str <- "$ "
  changes <- list(...)
  style[names(changes)] <- changes
  do.call(str, c(list(part), style), quote = TRUE)
}

str_within_width <- function(object, style, kind, no.list) {
  lines <- capture.output(
    do.call(str, c(list(object), style, list(no.list = no.list)), quote = TRUE))
  width <- style$width
  long <- nchar(lines, "w") > width
  if (kind == "cut") {
    lines[long] <- paste0(substr(lines[long], 1L, width - 2L), "..")
  } else {
    lines <- unlist(lapply(lines, function(line) {
      if (nchar(line, "w") > width) strwrap(line, width, exdent = 4L, prefix = "") else line
    }))
  }
  writeLines(lines)
}

str_function <- function(object, style) {
  if (is.primitive(object) && is.null(args(object))) {
    cat(".Primitive(\"", sub(".*\"(.*)\".*", "\\1", format(object)[1L]),
        "\") \n", sep = "")
  } else {
    lines <- deparse(args(object), width.cutoff = code_width(style))
    lines <- lines[-length(lines)]
    cat(paste(lines, collapse = "\n"), " \n", sep = "")
  }
  if (style$give.attr) str_attributes(object, style, character())
}

str_list <- function(object, style, no.list) {
  class <- oldClass(object)
  if (inherits(object, "numeric_version")) {
    return(str_hidden_list(object, style, class))
  }
  parts <- if (is.object(object)) unclass(object) else object
  count <- length(parts)
  names <- names(parts)
  hidden <- "names"
  if (is.data.frame(object)) hidden <- c("names", "row.names", "class")
  if (!no.list) {
    if (count == 0L) {
      cat(if (is.null(names)) " " else " Named ", "list()\n", sep = "")
    } else {
      kind <- if (is.pairlist(object) && !is.list(object)) "Dotted pair list"
        else if (is.pairlist(object) && typeof(object) == "pairlist") "Dotted pair list"
        else "List"
      cat(kind, " of ", count, "\n", sep = "")
    }
  }
  shallow <- !is.na(style$max.level) && style$nest.lev >= style$max.level
  if (!shallow && count > 0L) str_components(parts, count, names, style)
  if (style$give.attr) str_attributes(object, style, hidden)
}

str_components <- function(parts, count, names, style) {
  labels <- if (is.null(names)) rep.int("", count) else format(names)
  shown <- min(count, style$list.len)
  for (i in seq_len(shown)) {
    cat(style$indent.str, style$comp.str, labels[i], ":", sep = "")
    if (identical(parts[[i]], quote(expr = ))) cat(" symbol \n")
    else str_part(parts[[i]], style)
  }
  if (shown < count) cat(style$indent.str, " [list output truncated]\n", sep = "")
}

# A version: a list that looks like an atomic vector.
str_hidden_list <- function(object, style, class) {
  parts <- unclass(object)
  if (length(parts) == 1L) {
    cat(class_label(class), " hidden list of 1\n", sep = "")
    cat(style$indent.str, style$comp.str, ":", sep = "")
    return(str_part(parts[[1L]], style))
  }
  cat("List of ", length(parts), "\n", sep = "")
  for (i in seq_along(parts)) {
    cat(style$indent.str, style$comp.str, ":", sep = "")
    str_part(object[i], style)
  }
  str_attributes(object, style, "names")
}

class_label <- function(class) {
  paste0(if (length(class) > 1L) "Classes " else "Class ",
         paste0("'", class, "'", collapse = ", "), " ")
}

str_attributes <- function(object, style, hidden) {
  attributes <- attributes(object)
  attributes <- attributes[!names(attributes) %in% hidden]
  for (name in names(attributes)) {
    cat(style$indent.str, paste0("- attr(*, \"", name, "\")="), sep = "")
    value <- attributes[[name]]
    str_part(value, style, give.length = style$attr.length)
  }
}

str_other <- function(object, style) {
  class <- oldClass(object)
  label <- if (length(class)) class_label(class)
  if (is.environment(object)) {
    cat(label, format.default(object), " \n", sep = "")
    if (style$give.attr) str_attributes(object, style, "class")
    return(invisible())
  }
  if (is.symbol(object)) {
    cat(if (is.null(label)) " symbol " else paste0(label, " symbol "),
        as.character(object), "\n", sep = "")
    return(invisible())
  }
  if (is.expression(object)) {
    parts <- as.list(object)
    limit <- max(1, round(0.75 * style$vec.len))
    cat("  ", short_code(as.expression(parts[seq_len(min(length(parts), limit))]), style),
        if (length(parts) > limit) " ...", "\n", sep = "")
    return(invisible())
  }
  if (is.call(object)) {
    kind <- if (mode(object) == "call") "language "
      else paste0("language, mode \"", mode(object), "\": ")
    bare <- object
    attributes(bare) <- NULL
    cat(if (!is.null(label)) paste0(label, " ") else if (style$give.head) " ",
        if (style$give.head) kind, short_code(bare, style), "\n", sep = "")
    if (style$give.attr) {
      if (!is.null(label)) style$indent.str <- paste(style$indent.str, "..")
      str_attributes(object, style, c("class", "names"))
    }
    return(invisible())
  }
  cat(label, "<", typeof(object), ">\n", sep = "")
}

# Code on one line, cut to nchar.max characters.
short_code <- function(object, style) {
  if (is.call(object) && identical(object[[1L]], as.name("{"))) {
    inner <- vapply(as.list(object)[-1L], deparse1, "")
    text <- if (length(inner)) paste0("{  ", paste(inner, collapse = "; "), " }") else "{ }"
  } else {
    text <- paste(deparse(object, width.cutoff = code_width(style)), collapse = " ")
  }
  shortened(text, style)
}

code_width <- function(style) min(500L, max(20L, style$width - 10L))

str_formal <- function(object, style) {
  class <- class(object)
  slots <- methods::slotNames(class)
  package <- attr(class, "package")
  cat("Formal class '", class, "' [package \"", package, "\"] with ",
      length(slots), " slot", if (length(slots) != 1) "s", "\n", sep = "")
  labels <- format(slots)
  for (i in seq_along(slots)) {
    cat(style$indent.str, " ..@ ", labels[i], ":", sep = "")
    str_part(methods::slot(object, slots[i]), style,
             indent.str = paste(style$indent.str, ".. .."))
  }
  others <- attributes(object)
  for (name in setdiff(names(others), c(slots, "class", "srcref"))) {
    cat(style$indent.str, " ..$ ", name, ":", sep = "")
    str_part(others[[name]], style, indent.str = paste(style$indent.str, ".. .."))
  }
}

# A reference object: its fields, and the methods that its class adds.
str_reference <- function(object, style) {
  class <- class(object)
  fields <- methods:::.fieldsOf(object)
  count <- function(n, what) paste0(n, " ", what, if (n != 1) "s")
  cat("Reference class '", class, "' [package \"", attr(class, "package"), "\"] with ",
      count(length(fields), "field"), "\n", sep = "")
  if (!length(fields)) cat(" list()\n")
  str_components(fields, length(fields), names(fields), style)
  known <- methods:::.methodNames(object)
  own <- known$own
  cat(style$indent.str, "and ", count(length(known$all), "method"), sep = "")
  if (length(own)) {
    cat(", of which ", length(own), if (length(own) == 1L) " is" else " are",
        "  possibly relevant", if (is.na(style$max.level) || style$nest.lev < style$max.level) ":",
        "\n", sep = "")
    cat(strwrap(paste(own, collapse = ", "), indent = 2L, exdent = 2L,
                prefix = style$indent.str, width = style$width), sep = "\n")
  } else cat(".\n")
}

str_atomic <- function(object, style, fills) {
  if (is.factor(object)) return(str_factor(object, style))
  series <- inherits(object, "ts")
  class <- setdiff(oldClass(object), c("matrix", "array", "integer", "numeric",
                                       "character"))
  named <- !is.null(names(object)) && is.null(dim(object))
  kind <- if (series) "Time-Series" else atomic_kind(object)
  prefix <- paste0(" ", if (length(class) && !series) paste0("'", class[1L], "' "),
                   if (named) "Named ", kind)
  size <- size_label(object, style, series)
  values <- unclass(object)
  if (series) prefix_range <- time_range(object)
  if (length(values) == 0L) {
    cat(if (style$give.head) paste0(prefix, size, " "), "\n", sep = "")
  } else {
    head <- if (!style$give.head) ""
      else paste0(prefix, size, if (series) prefix_range, " ")
    shown <- shown_values(object, style, fills,
                          nchar(prefix, "w") + nchar(size, "w"))
    cat(head, paste(shown, collapse = " "), "\n", sep = "")
  }
  if (style$give.attr) {
    str_attributes(object, style, c(
      "dim", "class", if (series) "tsp", if (named) NULL else "names"))
  }
}

atomic_kind <- function(object) {
  switch(typeof(object), integer = "int", double = "num", character = "chr",
         logical = "logi", complex = "cplx", raw = "raw")
}

size_label <- function(object, style, series) {
  dim <- dim(object)
  count <- length(object)
  if (!is.null(dim)) {
    ranges <- ifelse(dim == 0L, "0 ", ifelse(dim == 1L, "1", paste0("1:", dim)))
    label <- paste0("[", paste(ranges, collapse = ", "),
                    if (length(dim) == 1L) "(1d)", "]")
    paste0(if (count) " ", label)
  } else if (count == 0L) {
    if (style$give.length) "(0)" else ""
  } else if (count == 1L && !series) {
    ""
  } else if (style$give.length) {
    paste0(" [1:", count, "]")
  } else {
    " "
  }
}

time_range <- function(object) {
  times <- tsp(object)
  paste0(" from ", format(times[1L], digits = 3), " to ",
         format(times[2L], digits = 3), ":")
}

# The first values as texts, followed by "..." if there are more.
shown_values <- function(object, style, fills, used) {
  class <- oldClass(object)
  isNumber <- is.numeric(object) || is.complex(object)
  values <- unclass(object)
  attributes(values) <- NULL
  count <- length(values)
  length <- style$vec.len
  if (is.character(values)) {
    limit <- if (fills) {
      first <- values[seq_len(min(count, style$width))]
      max(1, sum(cumsum(3 + nchar(first, type = "w", allowNA = TRUE, keepNA = FALSE)) <
                   style$width - (4 + 5 * style$nest.lev + used)))
    } else {
      round(length)
    }
    shown <- quoted_values(values[seq_len(min(count, limit))], style)
  } else {
    limit <- switch(
      typeof(values),
      logical = 1.5 * length,
      integer = if (isNumber) round(2.5 * length) else floor(length),
      double = if (isNumber) numbers_shown(values, style) else floor(length),
      complex = round(0.75 * length),
      raw = length)
    # Less than one truth or byte means all of them.
    shown <- if (limit > 0 && limit < 1) values
      else values[seq_len(min(count, floor(limit)))]
    shown <- if (isNumber) {
      if (inherits(object, "AsIs")) class(shown) <- class
      style$formatNum(shown, digits = style$digits.d)
    } else {
      as.character(shown)
    }
    if (is.logical(values)) shown <- sub("^ +", "", shown)
  }
  if (limit == 0) shown <- if (is.raw(values) || is.character(values)) "" else "NULL"
  if (!is.character(values)) shown <- shortened(paste(shown, collapse = " "), style)
  if (count > limit) c(shown, "...") else shown
}

# More numbers are shown if the few digits show them exactly.
numbers_shown <- function(values, style) {
  many <- round(2.5 * style$vec.len)
  first <- values[seq_len(min(length(values), many))]
  first <- first[!is.na(first)]
  size <- abs(first)
  moderate <- all(size == 0 | (size > 1e-10 & size < 1e10))
  exact <- moderate && all(abs(first - signif(first, style$digits.d)) <=
                             size * .Machine$double.eps)
  if (exact) many else round(1.25 * style$vec.len)
}

# There must be room for the note that text was cut.
check_nchar_max <- function(style, call) {
  if (style$nchar.max <= 16L) {
    stop(simpleError(sprintf("'nchar.max = %d' is too small", as.integer(style$nchar.max)), call))
  }
}

# Text of at most nchar.max characters.
shortened <- function(text, style) {
  if (nchar(text) <= style$nchar.max) return(text)
  paste0(substr(text, 1L, style$nchar.max - 15L), "| __truncated__")
}

quoted_values <- function(values, style) {
  quoted <- encodeString(values, quote = "\"", na.encode = FALSE)
  quoted[is.na(values)] <- "NA"
  long <- nchar(quoted, type = "w") > style$nchar.max
  if (any(long)) {
    check_nchar_max(style, quote(maybe_truncate(encObj)))
    quoted[long] <- paste0(strtrim(quoted[long], style$nchar.max - 16L),
                           "\"| __truncated__")
  }
  quoted
}

str_factor <- function(object, style) {
  levels <- levels(object)
  ordered <- is.ordered(object)
  count <- length(levels)
  separator <- if (ordered) "<" else ","
  quoted <- encodeString(levels, quote = "\"", na.encode = FALSE)
  quoted[is.na(levels)] <- "NA"
  shown <- count
  if (count > 1L) {
    widths <- cumsum(1L + nchar(quoted, type = "w"))
    if (widths[count] > 13) shown <- which.max(widths > 13)
  }
  text <- paste0(quoted_levels(quoted[seq_len(shown)], style), collapse = separator)
  if (shown < count) text <- paste0(text, separator, "..")
  head <- paste0(if (ordered) " Ord.factor" else " Factor", " w/ ", count,
                 " level", if (count != 1) "s", if (count) " " else "", text, ":")
  codes <- as.integer(object)
  limit <- round(2.5 * style$vec.len)
  values <- format(codes[seq_len(min(length(codes), limit))], trim = TRUE)
  if (limit == 0) values <- "NULL"
  values <- shortened(paste(values, collapse = " "), style)
  if (length(codes) > limit) values <- c(values, "...")
  cat(if (style$give.head) paste0(head, " "), paste(values, collapse = " "),
      "\n", sep = "")
  if (style$give.attr) {
    str_attributes(object, style, c("levels", "class"))
  }
}

quoted_levels <- function(quoted, style) {
  long <- nchar(quoted, type = "w") > style$nchar.max
  if (any(long)) check_nchar_max(style, quote(maybe_truncate(lev.att[seq_len(ml)])))
  quoted[long] <- paste0(substr(quoted[long], 1L, style$nchar.max - 16L),
                         "\"| __truncated__")
  quoted
}

str.Date <- function(object, ...) str_times(object, ...)

str.POSIXt <- function(object, ...) str_times(object, ...)

# Inside lists R reckons with 19 columns for each time.
str_times <- function(object, vec.len, nest.lev = 0, give.head = TRUE,
                      give.length = give.head, width = getOption("width"),
                      indent.str, ...) {
  count <- length(object)
  if (count == 0L) return(str.default(object, ...))
  class <- oldClass(object)[1L]
  limit <- if (missing(vec.len)) {
    texts <- format(object)[seq_len(min(count, 2L))]
    max(1, (width - 10 - 5 * nest.lev) %/% (max(nchar(texts), 2L, na.rm = TRUE) + 3L))
  } else if (missing(indent.str)) {
    round(vec.len)
  } else {
    min(round(vec.len), max(0, (width - nchar(indent.str, "w") - 31) %/% 19))
  }
  texts <- format(object)[seq_len(min(count, limit))]
  texts <- ifelse(is.na(texts), "NA", paste0("\"", texts, "\""))
  cat(" ", class, if (give.length) paste0("[1:", count, "]"), ", format: ",
      paste(texts, collapse = " "), if (count > limit) " ...", "\n", sep = "")
  invisible()
}
