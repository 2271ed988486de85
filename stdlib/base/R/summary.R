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
  if (is.matrix(object)) return(summary.matrix(object, ...))
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
    return(structure(c(Length = "0", Class = class(object)[1L], Mode = mode(object)),
                     class = c("summaryDefault", "table")))
  }
  cells <- matrix("", size, 3L, dimnames = list(
    names(object), c("Length", "Class", "Mode")
  ))
  for (i in seq_len(size)) {
    element <- object[[i]]
    classes <- oldClass(element)
    cells[i, ] <- c(
      length(element),
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
  if (is.character(values)) return(values)
  finite <- is.finite(values)
  values[finite] <- zapsmall(values[finite])
  place <- match("NA's", names(values))
  if (is.na(place)) return(format(values, digits = digits, ...))
  c(format(values[-place], digits = digits, ...),
    "NA's" = as.character(values[[place]]))
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
  text <- format.summaryDefault(x, digits = digits)
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
  columns <- .summarisedColumns(object, maxsum, ...)
  cells <- lapply(columns, .summaryCells, digits)
  height <- max(lengths(cells))
  labelWidth <- vapply(cells, attr, 1L, "labelWidth")
  names <- names(columns)
  pad <- floor(labelWidth - nchar(names, type = "w") / 2)
  pad[pad < 0] <- 0
  text <- vapply(cells, function(cell) c(cell, rep.int(NA_character_, height - length(cell))),
                 character(height))
  text <- matrix(text, height, length(cells))
  dimnames(text) <- list(rep.int("", height), paste0(strrep(" ", pad), names))
  attr(text, "class") <- "table"
  text
}

# The summaries of the columns; a matrix among them has one for each column.
.summarisedColumns <- function(object, maxsum, ...) {
  parts <- lapply(as.list(object), summary, maxsum = maxsum, digits = 12L, ...)
  isFrame <- vapply(as.list(object), function(column) length(dim(column)) == 2L, NA)
  if (!any(isFrame)) return(parts)
  unlist(lapply(seq_along(parts), function(i) {
    if (!isFrame[i]) return(parts[i])
    column <- as.data.frame(object[[i]])
    inner <- lapply(as.list(column), summary, maxsum = maxsum, digits = 12L, ...)
    names(inner) <- paste(names(parts)[i], names(column), sep = ".")
    inner
  }), recursive = FALSE)
}

# "Min.   :1.0  " for each entry of a summary.
.summaryCells <- function(part, digits) {
  if (length(dim(part)) == 2L) {
    part <- c(Length = as.character(nrow(part)), Class = "-none-", Mode = "list")
  }
  values <- format(part, digits = digits)
  labels <- format(names(part))
  structure(paste0(labels, ":", values, "  "),
            labelWidth = as.integer(nchar(labels[1L], type = "w")))
}

