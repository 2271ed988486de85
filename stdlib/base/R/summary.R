#' Summaries
#'
#' For numbers the quartiles and the mean, for factors the counts of levels, for
#' other vectors length, class and mode; for a data frame these of each column.
#'
#' @param object an object.
#' @param maxsum how many levels of a factor are shown.
#' @param digits number of significant digits.
#' @param quantile.type type of the quartiles, see [quantile()].
#' @param ... further arguments of methods.
#' @examples
#' summary(c(1, 2, 4, NA))
#' summary(factor(c("a", "b", "a")))
#' summary(data.frame(x = 1:4, y = c("a", "b", "c", "d")))
summary <- function(object, ...) UseMethod("summary")

summary.default <- function(object, ..., digits, quantile.type = 7) {
  if (is.factor(object)) return(summary.factor(object, ...))
  if (is.matrix(object)) {
    return(if (missing(digits)) summary.matrix(object, ...)
           else summary.matrix(object, digits = digits, ...))
  }
  value <- if (is.logical(object)) {
    .summaryLogical(object)
  } else if (is.numeric(object)) {
    .summaryNumeric(object, digits, quantile.type)
  } else if (is.recursive(object) && !is.language(object)) {
    return(.summaryList(object))
  } else {
    c(Length = length(object), Class = class(object), Mode = mode(object))
  }
  class(value) <- c("summaryDefault", "table")
  value
}

.summaryLogical <- function(object) {
  counts <- table(object, exclude = NULL, useNA = "ifany")
  names <- names(counts)
  counts <- as.character(as.vector(counts))
  names[is.na(names)] <- "NA's"
  names(counts) <- names
  c(Mode = "logical", counts)
}

.summaryNumeric <- function(object, digits, quantile.type) {
  missing <- is.na(object)
  object <- object[!missing]
  quartiles <- stats::quantile(object, names = FALSE, type = quantile.type)
  value <- c(quartiles[1L:3L], mean(object), quartiles[4L:5L])
  if (!missing(digits)) value <- signif(value, digits)
  names(value) <- c("Min.", "1st Qu.", "Median", "Mean", "3rd Qu.", "Max.")
  if (any(missing)) c(value, "NA's" = sum(missing)) else value
}

# Length, class and mode of each element of a list.
.summaryList <- function(object) {
  if (is.function(object) && !length(object) == 1L) object <- as.list(object)
  size <- length(object)
  if (!size) {
    return(structure(c(Length = "0", Class = class(object), Mode = mode(object)),
                     class = c("summaryDefault", "table")))
  }
  cells <- matrix("", size, 3L, dimnames = list(
    names(object), c("Length", "Class", "Mode")
  ))
  sizes <- format(vapply(seq_len(size), function(i) length(object[[i]]), 1L))
  for (i in seq_len(size)) {
    element <- object[[i]]
    classes <- oldClass(element)
    cells[i, ] <- c(
      sizes[i],
      if (length(classes)) classes[1L] else "-none-",
      mode(element)
    )
  }
  class(cells) <- "table"
  cells
}

format.summaryDefault <- function(x, digits = max(3L, getOption("digits") - 3L),
                                  ...) {
  if (inherits(x, "Date") || inherits(x, "POSIXct")) {
    return(.formatTimes(x, digits, ...))
  }
  values <- unclass(x)
  if (is.character(values)) return(format(values))
  finite <- is.finite(values)
  values[finite] <- zapsmall(values[finite])
  place <- match("NA's", names(values))
  if (is.na(place)) return(format(values, digits = digits, ...))
  invisible(c(format(values[-place], digits = digits, ...),
              "NA's" = as.character(values[[place]])))
}

# Dates and times of a summary as text, the number of missing ones last.
.formatTimes <- function(x, digits, ...) {
  class <- setdiff(oldClass(x), c("summaryDefault", "table"))
  count <- attr(x, "NAs")
  class(x) <- class
  text <- format(x, digits = digits, ...)
  if (length(count)) c(text, "NA's" = as.character(count)) else text
}

print.summaryDefault <- function(x, digits = max(3L, getOption("digits") - 3L), ...) {
  if (inherits(x, "Date") || inherits(x, "POSIXct")) {
    print.default(format.summaryDefault(x, digits = digits), ...)
    return(invisible(x))
  }
  text <- if (is.character(x)) unclass(x) else format.summaryDefault(x, digits = digits)
  if (is.numeric(x) && !("NA's" %in% names(x))) text[is.na(x)] <- ""
  if (...length() && "quote" %in% ...names()) print.default(text, ...)
  else print.default(text, quote = FALSE, ...)
  invisible(x)
}

summary.matrix <- function(object, ...) {
  summary.data.frame(as.data.frame.matrix(object), ...)
}

summary.data.frame <- function(object, maxsum = 7L,
                               digits = max(3L, getOption("digits") - 3L), ...) {
  width <- length(object)
  if (!width) {
    empty <- array(character(), c(0L, 0L))
    return(structure(empty, class = "table"))
  }
  parts <- lapply(as.list(object), summary, maxsum = maxsum, digits = 12L, ...)
  columns <- lapply(seq_along(parts), function(i) {
    if (length(dim(parts[[i]])) == 2L) .summaryTableColumn(parts[[i]], names(parts)[i])
    else .summaryColumn(parts[[i]], names(parts)[i], digits)
  })
  height <- max(lengths(lapply(columns, `[[`, "cells")))
  text <- vapply(columns, function(column) {
    c(column$cells, rep.int(column$blank, height - length(column$cells)))
  }, character(height))
  text <- matrix(text, height, length(columns))
  dimnames(text) <- list(rep.int("", height), vapply(columns, `[[`, "", "title"))
  attr(text, "class") <- "table"
  text
}

# "Min.   :1.0  " for each entry of a summary.
.summaryColumn <- function(part, name, digits) {
  values <- format(part, digits = digits)
  labels <- format(names(values))
  pad <- floor(nchar(labels[1L], type = "w") - nchar(name, type = "w") / 2)
  list(
    cells = paste0(labels, ":", values, "  "),
    blank = NA_character_,
    title = paste0(strrep(" ", max(0, pad)), name)
  )
}

# The summary of a matrix, data frame or list, whose columns stand side by side.
.summaryTableColumn <- function(part, name) {
  cells <- format(unclass(part))
  width <- nchar(cells[1L], type = "w")
  titles <- paste(name, trimws(colnames(part)), sep = ".")
  titles <- vapply(titles, format, "", width = width, justify = "centre")
  list(
    cells = as.vector(apply(cells, 1L, paste, collapse = "  ")),
    blank = strrep("  ", ncol(part) - 1L),
    title = paste(titles, collapse = "  ")
  )
}
