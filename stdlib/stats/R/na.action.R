#' Handle missing values in objects
#'
#' `na.omit` and `na.exclude` return the object without the incomplete cases,
#' `na.fail` raises an error if there are any, `na.pass` returns it unchanged.
#'
#' @param object an R object, typically a data frame.
#' @param ... further arguments for methods.
#' @examples
#' na.omit(data.frame(x = c(1, NA, 3), y = c("a", "b", NA)))
#' na.omit(c(1, NA))
na.omit <- function(object, ...) UseMethod("na.omit")

na.omit.default <- function(object, ...) drop_incomplete(object, "omit")

na.omit.data.frame <- function(object, ...) drop_incomplete_rows(object, "omit")

#' @rdname na.omit
#' @examples
#' na.exclude(c(a = 1, b = NA))
na.exclude <- function(object, ...) UseMethod("na.exclude")

na.exclude.default <- function(object, ...) drop_incomplete(object, "exclude")

na.exclude.data.frame <- function(object, ...) {
  drop_incomplete_rows(object, "exclude")
}

#' @rdname na.omit
#' @examples
#' na.fail(1:3)
na.fail <- function(object, ...) UseMethod("na.fail")

na.fail.default <- function(object, ...) {
  complete <- complete.cases(object)
  if (any(!complete)) stop("missing values in object")
  object
}

#' @rdname na.omit
#' @examples
#' na.pass(c(1, NA))
na.pass <- function(object, ...) object

drop_incomplete <- function(object, kind) {
  if (!is.atomic(object)) return(object)
  dimensions <- dim(object)
  if (length(dimensions) > 2L) return(object)
  if (length(dimensions) == 2L) {
    missing <- rowSums(is.na(object)) > 0
    if (!any(missing)) return(object)
    omitted <- which(missing)
    names(omitted) <- rownames(object)[omitted]
    result <- object[-omitted, , drop = FALSE]
  } else {
    missing <- is.na(object)
    if (!any(missing)) return(object)
    omitted <- which(missing)
    result <- object[-omitted]
  }
  class(omitted) <- kind
  attr(result, "na.action") <- omitted
  result
}

drop_incomplete_rows <- function(object, kind) {
  rows <- .Internal(completeCases(lapply(object, plain_missing), nrow(object)))
  if (is.null(rows)) return(object)
  result <- object[rows[[1L]], , drop = FALSE]
  omitted <- rows[[2L]]
  names(omitted) <- row.names(object)[omitted]
  class(omitted) <- kind
  attr(result, "na.action") <- omitted
  result
}

# A column whose missing elements are NA: one of a class is asked which these are.
plain_missing <- function(column) {
  if (!is.object(column) || is.factor(column) || !is.atomic(column)) return(column)
  gone <- is.na(column)
  gone[gone] <- NA
  gone
}

#' Complete cases
#'
#' A logical vector: which cases (rows) have no missing values.
#'
#' @param ... vectors, matrices and data frames with the same number of cases.
#' @examples
#' complete.cases(data.frame(x = c(1, NA), y = 1:2))
complete.cases <- function(...) {
  complete <- NULL
  call <- sys.call()
  check <- function(x) {
    if (is.null(x)) return()
    if (is.raw(x)) {
      stop(simpleError("invalid 'type' (raw) of argument", sys.call(-1L)))
    }
    if (is.data.frame(x) || (is.list(x) && !is.object(x))) {
      if (is.data.frame(x) && !length(x)) join(rep.int(TRUE, nrow(x)))
      for (column in x) {
        if (is.list(column) && !is.data.frame(column) && !inherits(column, "POSIXlt")) {
          stop(simpleError("invalid 'type' (list) of argument", call))
        }
        check(column)
      }
    } else if (is.object(x) && is.list(x)) {
      join(!is.na(x))
    } else if (length(dim(x)) == 2L) {
      join(rowSums(is.na(x)) == 0)
    } else if (is.atomic(x)) {
      join(!is.na(x))
    } else {
      stop("invalid 'type' (", typeof(x), ") of argument")
    }
  }
  join <- function(found) {
    if (is.null(complete)) complete <<- as.vector(found)
    else if (length(complete) != length(found)) {
      stop(simpleError("not all arguments have the same length", sys.call(-2L)))
    } else {
      complete <<- complete & as.vector(found)
    }
  }
  for (x in list(...)) check(x)
  if (is.null(complete)) stop("no input has determined the number of cases")
  complete
}

#' Which cases were left out
#'
#' Returns the `na.action` of an object or a fitted model, or NULL.
#'
#' @param object an R object.
#' @param ... further arguments for methods.
#' @examples
#' na.action(na.omit(c(1, NA)))
na.action <- function(object, ...) UseMethod("na.action")

na.action.default <- function(object, ...) {
  if (is.list(object) && "na.action" %in% names(object)) object[["na.action"]]
  else attr(object, "na.action")
}

#' Describe the treatment of missing values
#'
#' @param x the result of `na.action`.
#' @param ... further arguments for methods.
#' @examples
#' naprint(na.action(na.omit(c(1, NA))))
naprint <- function(x, ...) UseMethod("naprint")

naprint.default <- function(x, ...) return("")

naprint.omit <- function(x, ...) {
  count <- length(x)
  sprintf(ngettext(count, "%d observation deleted due to missingness",
                   "%d observations deleted due to missingness"), count)
}

naprint.exclude <- function(x, ...) naprint.omit(x, ...)

#' Adjust for missing values
#'
#' `naresid` and `napredict` pad residuals and predictions with NA where
#' `na.exclude` left out cases.
#'
#' @param omit the result of `na.action`.
#' @param x residuals or predictions.
#' @param ... further arguments for methods.
#' @examples
#' naresid(na.action(na.exclude(c(1, NA, 3))), c(0.5, -0.5))
naresid <- function(omit, x, ...) UseMethod("naresid")

naresid.default <- function(omit, x, ...) x

naresid.exclude <- function(omit, x, ...) {
  if (length(omit) == 0 || !is.numeric(omit)) {
    stop("invalid argument 'omit'")
  }
  if (length(x) == 0L) return(x)
  total <- NROW(x) + length(omit)
  position <- rep.int(NA_integer_, total)
  position[-omit] <- seq_len(NROW(x))
  if (is.matrix(x)) {
    result <- x[position, , drop = FALSE]
    labels <- rownames(x)
    if (length(labels)) {
      labels <- labels[position]
      if (length(names(omit))) labels[omit] <- names(omit)
      rownames(result) <- labels
    }
  } else {
    result <- x[position]
    labels <- names(x)
    if (length(labels)) {
      labels <- labels[position]
      if (length(names(omit))) labels[omit] <- names(omit)
      names(result) <- labels
    }
  }
  result
}

#' @rdname naresid
#' @examples
#' napredict(NULL, 1:2)
napredict <- function(omit, x, ...) UseMethod("napredict")

napredict.default <- function(omit, x, ...) x

napredict.exclude <- function(omit, x, ...) naresid.exclude(omit, x)

#' Longest contiguous stretch without missing values
#'
#' @param object a time series or vector.
#' @param ... further arguments for methods.
#' @examples
#' na.contiguous(ts(c(NA, 1, 2, NA, 4)))
na.contiguous <- function(object, ...) UseMethod("na.contiguous")

na.contiguous.default <- function(object, ...) {
  times <- tsp(hasTsp(object))
  good <- if (is.matrix(object)) rowSums(is.na(object)) == 0 else !is.na(object)
  if (!any(good)) stop("all times contain an NA")
  runs <- rle(as.vector(good))
  ends <- cumsum(runs$lengths)
  lengths <- ifelse(runs$values, runs$lengths, 0L)
  best <- which.max(lengths)
  last <- ends[best]
  first <- last - runs$lengths[best] + 1L
  kept <- first:last
  omitted <- setdiff(seq_along(good), kept)
  result <- if (is.matrix(object)) object[kept, , drop = FALSE] else object[kept]
  tsp(result) <- c(times[1L] + (first - 1) / times[3L],
                   times[1L] + (last - 1) / times[3L], times[3L])
  if (is.matrix(result)) class(result) <- c("mts", "ts") else class(result) <- "ts"
  if (length(omitted)) {
    attr(omitted, "class") <- "omit"
    attr(result, "na.action") <- omitted
  }
  result
}
