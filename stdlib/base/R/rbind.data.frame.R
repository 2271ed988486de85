#' Combine data frames
#'
#' `rbind` puts the rows of data frames, lists and vectors under each other,
#' matching columns by name; `cbind` puts columns side by side.
#'
#' @name rbind-data-frame
#' @examples
#' rbind(data.frame(x = 1, y = "a"), data.frame(y = "b", x = 2))
#' cbind(data.frame(x = 1:2), z = 3:4)
NULL

cbind.data.frame <- function(..., deparse.level = 1) {
  data.frame(..., check.names = FALSE)
}

rbind.data.frame <- function(..., deparse.level = 1, make.row.names = TRUE,
                             stringsAsFactors = FALSE, factor.exclude = TRUE) {
  parts <- list(...)
  parts <- parts[lengths(parts) > 0L | vapply(parts, is.data.frame, NA)]
  isFrame <- vapply(parts, is.data.frame, NA)
  keep <- !(isFrame & lengths(parts) == 0L)
  if (!any(keep)) return(.emptyFrame(NULL))
  hasRows <- keep & (!isFrame | vapply(parts, NROW, 1L) > 0L)
  keep <- if (any(hasRows)) hasRows else seq_along(parts) == which(keep)[1L]
  parts <- parts[keep]
  isFrame <- isFrame[keep]
  parts <- lapply(parts, function(part) {
    if (is.matrix(part)) {
      as.data.frame(part, stringsAsFactors = stringsAsFactors)
    } else {
      part
    }
  })
  isFrame <- vapply(parts, is.data.frame, NA)
  pattern <- if (any(isFrame)) parts[[which(isFrame)[1L]]] else {
    if (is.atomic(parts[[1L]])) parts[[1L]] <- unname(as.vector(unclass(parts[[1L]])))
    as.data.frame(as.list(parts[[1L]]), stringsAsFactors = stringsAsFactors)
  }
  names <- names(pattern)
  width <- length(pattern)
  columnsOf <- vector("list", length(parts))
  for (k in seq_along(parts)) columnsOf[k] <- list(.partColumns(parts[[k]], names, width, k))
  sizes <- vapply(seq_along(parts), function(k) {
    if (isFrame[k]) .row_names_info(parts[[k]], 2L) else {
      max(0L, lengths(columnsOf[[k]]))
    }
  }, 1L)
  total <- sum(sizes)
  columns <- lapply(seq_len(width), function(j) {
    .stackColumn(lapply(columnsOf, .subset2, j), isFrame, stringsAsFactors)
  })
  names(columns) <- names
  rowNames <- if (make.row.names) .stackRowNames(parts, isFrame, sizes)
  attr(columns, "row.names") <- if (is.null(rowNames)) .set_row_names(total) else rowNames
  others <- attributes(pattern)
  for (name in setdiff(names(others), c("names", "row.names", "class"))) {
    attr(columns, name) <- others[[name]]
  }
  class(columns) <- oldClass(pattern)
  columns
}

# The columns of the k-th part in the order of `clabs`. Errors name the calls as in GNU R.
.partColumns <- function(xi, clabs, width, k) {
  match.names <- .matchedPlaces
  if (is.data.frame(xi)) {
    if (length(xi) != width) {
      stop(simpleError("numbers of columns of arguments do not match",
                       quote(rbind(deparse.level, ...))))
    }
    places <- match.names(clabs, names(xi))
    return(if (is.null(places)) as.list.data.frame(xi) else as.list.data.frame(xi)[places])
  }
  if (is.list(xi)) {
    if (length(unique(vapply(xi, NROW, 1L))) > 1L) {
      stop(simpleError("invalid list argument: all variables should have the same length",
                       quote(rbind(deparse.level, ...))))
    }
    places <- if (length(names(xi))) match.names(clabs, names(xi))
    return(if (is.null(places)) xi else xi[places])
  }
  if (length(xi) && width %% length(xi) != 0L) {
    warning(simpleWarning(gettextf(
      "number of columns of result, %d, is not a multiple of vector length %d of arg %d",
      width, length(xi), k, domain = NA), quote(rbind(deparse.level, ...))))
  }
  as.list(rep_len(xi, width))
}

# Where the wanted names are; nothing if they are in order.
.matchedPlaces <- function(clabs, own) {
  if (identical(own, clabs)) return(NULL)
  places <- .matchColumns(own, clabs)
  if (anyNA(places)) stop("names do not match previous names")
  places
}

# Where each of `names` is among the columns of a part; each is used once.
.matchColumns <- function(own, names) {
  if (anyDuplicated(names) || anyDuplicated(own)) {
    return(match(make.unique(names), make.unique(own)))
  }
  match(names, own)
}

# One column of the result: the pieces of the parts under each other.
.stackColumn <- function(pieces, isFrame, stringsAsFactors) {
  first <- pieces[[1L]]
  if (any(vapply(pieces, is.factor, NA))) return(.stackFactors(pieces, isFrame))
  if (length(dim(first)) == 2L) {
    return(do.call(rbind, pieces))
  }
  if (is.list(first) && !is.object(first) || inherits(first, "AsIs")) {
    stacked <- do.call(c, lapply(pieces, function(piece) {
      if (inherits(piece, "AsIs")) unclass(piece) else if (is.list(first)) as.list(piece) else piece
    }))
    return(if (inherits(first, "AsIs")) I(stacked) else stacked)
  }
  if (is.object(first)) {
    classes <- unique(lapply(pieces, oldClass))
    if (length(classes) == 1L) return(do.call(c, lapply(pieces, unname)))
    return(.assignedPieces(pieces))
  }
  plain <- lapply(pieces, function(piece) if (is.object(piece)) as.vector(piece) else piece)
  stacked <- unlist(plain, recursive = FALSE, use.names = FALSE)
  if (stringsAsFactors && is.character(stacked)) factor(stacked) else stacked
}

# Pieces of several classes under each other, as values of the first one's class.
.assignedPieces <- function(pieces) {
  sizes <- lengths(pieces)
  stacked <- pieces[[1L]][c(seq_len(sizes[1L]), rep.int(NA, sum(sizes[-1L])))]
  names(stacked) <- NULL
  start <- sizes[1L]
  for (k in seq_along(pieces)[-1L]) {
    xij <- pieces[[k]]
    ri <- start + seq_len(sizes[k])
    stacked[ri] <- if (is.factor(xij)) as.vector(xij) else xij
    start <- start + sizes[k]
  }
  stacked
}

# Factors, and values that become their levels, under each other.
.stackFactors <- function(pieces, isFrame) {
  first <- pieces[[1L]]
  if (!is.factor(first)) {
    if (is.character(first)) {
      return(unlist(lapply(pieces, as.character), use.names = FALSE))
    }
    return(unlist(lapply(pieces, function(p) if (is.factor(p)) as.character(p) else p)))
  }
  levels <- unique(unlist(Map(function(piece, isColumn) {
    if (is.factor(piece)) return(levels(piece))
    if (isColumn && is.character(piece)) {
      values <- unique(as.vector(piece))
      values[!is.na(values)]
    }
  }, pieces, isFrame)))
  codes <- unlist(lapply(pieces, function(piece) {
    if (is.factor(piece)) {
      code <- as.integer(unclass(piece))
      if (identical(levels(piece), levels)) code else match(levels(piece), levels)[code]
    } else {
      code <- match(as.character(piece), levels, incomparables = NA)
      if (any(is.na(code) & !is.na(piece))) .warnLevel(piece)
      code
    }
  }), use.names = FALSE)
  isOrdered <- all(vapply(pieces, function(piece) {
    is.ordered(piece) && identical(levels(piece), levels(first)) ||
      !is.factor(piece) && is.ordered(first)
  }, NA)) && length(levels) == nlevels(first)
  structure(codes, levels = levels, class = c(if (isOrdered) "ordered", "factor"))
}

# Warns of a value that is no level.
.warnLevel <- function(value) {
  warning(simpleWarning(
    "invalid factor level, NA generated",
    substitute(`[<-.factor`(`*tmp*`, ri, value = x), list(x = value))
  ))
}

# Row names of the result; NULL if they are automatic.
.stackRowNames <- function(parts, isFrame, sizes) {
  tags <- names(parts)
  if (is.null(tags)) tags <- character(length(parts))
  automatic <- vapply(seq_along(parts), function(k) {
    !isFrame[k] || .row_names_info(parts[[k]]) <= 0L ||
      identical(attr(parts[[k]], "row.names"), seq_len(sizes[k]))
  }, NA)
  # The tags of vectors alone make no row names.
  if (all(automatic) && !any(nzchar(tags[vapply(parts, is.list, NA)]))) return(NULL)
  before <- cumsum(c(0L, sizes))
  names <- lapply(seq_along(parts), function(k) {
    size <- sizes[k]
    if (size == 0L) return(NULL)
    own <- if (isFrame[k]) attr(parts[[k]], "row.names")
    else if (is.list(parts[[k]])) seq_len(size)
    else as.integer(before[k] + seq_len(size))
    if (!nzchar(tags[k])) return(own)
    if (size == 1L) return(tags[k])
    paste(tags[k], if (isFrame[k]) own else seq_len(size), sep = ".")
  })
  flat <- unlist(names)
  if (is.integer(flat)) {
    return(if (anyDuplicated(flat)) make.unique(as.character(flat), sep = "") else flat)
  }
  make.unique(as.character(flat), sep = "")
}
