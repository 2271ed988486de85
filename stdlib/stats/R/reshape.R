#' Reshape between wide and long form
#'
#' In wide form a row holds repeated measurements of a case in separate columns,
#' in long form each measurement is a row.
#'
#' @param data a data frame.
#' @param varying names of the columns, in wide form, of repeated variables.
#' @param v.names names of the variables in long form.
#' @param timevar,idvar names of the variables of time and of cases.
#' @param ids,times values of these, for the long form.
#' @param drop names of columns to leave out.
#' @param direction `"wide"` or `"long"`.
#' @param new.row.names names of the new rows.
#' @param sep the separator between names and times.
#' @param split how to split names: a list of `regexp`, `include`, `fixed`.
#' @examples
#' wide <- reshape(Indometh, v.names = "conc", idvar = "Subject",
#'                 timevar = "time", direction = "wide")
#' dim(wide)
reshape <- function(data, varying = NULL, v.names = NULL, timevar = "time",
                    idvar = "id", ids = 1L:NROW(data),
                    times = seq_along(varying[[1L]]), drop = NULL, direction,
                    new.row.names = NULL, sep = ".",
                    split = if (sep == "") {
                      list(regexp = "[A-Za-z][0-9]", include = TRUE)
                    } else {
                      list(regexp = sep, include = FALSE, fixed = TRUE)
                    }) {
  if (!is.character(sep) || length(sep) != 1L) stop("'sep' must be a character string")
  back <- attr(data, "reshapeLong")
  back_wide <- attr(data, "reshapeWide")
  if (missing(direction)) {
    if (!is.null(back_wide)) return(reshape_back_wide(data, back_wide, new.row.names))
    if (!is.null(back)) return(reshape_back_long(data, back, new.row.names))
    if (!is.null(varying)) direction <- "long" else stop("no 'reshapeWide' attribute, must specify 'varying'")
  }
  direction <- match.arg(direction, c("wide", "long"))
  if (direction == "wide") {
    if (!is.null(back) && missing(timevar) && missing(idvar) && is.null(v.names)) {
      return(reshape_back_long(data, back, new.row.names))
    }
    reshape_wide(data, timevar, idvar, varying, v.names, drop, new.row.names, sep)
  } else {
    if (missing(varying)) {
      if (is.null(back_wide)) stop("no 'reshapeWide' attribute, must specify 'varying'")
      return(reshape_back_wide(data, back_wide, new.row.names))
    }
    if (is.matrix(varying)) varying <- split(c(varying), row(varying))
    else if (is.atomic(varying)) {
      if (is.numeric(varying)) varying <- names(data)[varying]
      if (is.null(v.names)) {
        guessed <- guessed_variables(varying, split)
        varying <- guessed$varying
        v.names <- guessed$v.names
        if (missing(times)) times <- guessed$times
      } else {
        if (length(varying) %% length(v.names) != 0) {
          stop("length of 'v.names' does not evenly divide length of 'varying'")
        }
        count <- length(varying) %/% length(v.names)
        if (missing(times)) times <- seq_len(count)
        varying <- lapply(seq_along(v.names), function(i) {
          varying[seq.int(i, length(varying), by = length(v.names))]
        })
        names(varying) <- v.names
      }
      attr(varying, "v.names") <- v.names
      attr(varying, "times") <- times
    } else {
      varying <- lapply(varying, function(v) if (is.numeric(v)) names(data)[v] else v)
    }
    reshape_long(data, varying, v.names, timevar, idvar, ids, times, drop,
                 new.row.names)
  }
}

guessed_variables <- function(names, split) {
  parts <- if (isTRUE(split$include)) {
    position <- regexpr(split$regexp, names)
    if (any(position < 0)) stop("failed to guess time-varying variables from their names")
    cbind(substr(names, 1L, position), substr(names, position + 1L, nchar(names)))
  } else {
    pieces <- strsplit(names, split$regexp, fixed = isTRUE(split$fixed))
    if (any(lengths(pieces) != 2L)) stop("failed to guess time-varying variables from their names")
    do.call(rbind, pieces)
  }
  v_names <- unique(parts[, 1L])
  times <- unique(parts[, 2L])
  varying <- lapply(setNames(nm = v_names), function(v) names[parts[, 1L] == v])
  if (length(unique(lengths(varying))) != 1L) {
    stop("failed to guess time-varying variables from their names")
  }
  numbers <- suppressWarnings(as.numeric(times))
  list(varying = varying, v.names = v_names,
       times = if (anyNA(numbers)) times else numbers)
}

reshape_long <- function(data, varying, v.names, timevar, idvar, ids, times,
                         drop, new.row.names) {
  if (length(unique(lengths(varying))) != 1L) {
    stop("'varying' arguments must be the same length")
  }
  if (!is.null(drop)) {
    data <- data[, if (is.character(drop)) !(names(data) %in% drop) else -drop, drop = FALSE]
  }
  back <- list(varying = varying, v.names = v.names, idvar = idvar, timevar = timevar)
  if (is.null(v.names)) v.names <- vapply(varying, function(v) v[1L], "")
  all_varying <- unlist(varying)
  constant <- data[, !(names(data) %in% all_varying), drop = FALSE]
  count <- nrow(data)
  steps <- length(varying[[1L]])
  if (length(times) != steps) stop("'times' is wrong length")
  row_ids <- NULL
  if (length(idvar) == 1L && !(idvar %in% names(data))) {
    row_ids <- ids
    add_id <- TRUE
  } else {
    add_id <- FALSE
  }
  result <- constant[rep.int(seq_len(count), steps), , drop = FALSE]
  result[[timevar]] <- rep(times, each = count)
  for (i in seq_along(varying)) {
    result[[v.names[i]]] <- do.call(c, lapply(varying[[i]], function(varying.i) data[, varying.i]))
  }
  if (add_id) result[[idvar]] <- rep.int(row_ids, steps)
  row.names(result) <- if (is.null(new.row.names)) {
    paste(if (add_id) result[[idvar]] else interaction_labels(result[idvar]),
          result[[timevar]], sep = ".")
  } else {
    new.row.names
  }
  attr(result, "reshapeLong") <- back[c("varying", "v.names", "idvar", "timevar")]
  result
}

interaction_labels <- function(columns) {
  do.call(paste, c(unname(lapply(columns, as.character)), sep = "."))
}

reshape_wide <- function(data, timevar, idvar, varying, v.names, drop,
                         new.row.names, sep) {
  if (!is.null(drop)) {
    data <- data[, if (is.character(drop)) !(names(data) %in% drop) else -drop, drop = FALSE]
  }
  undo <- list(v.names = v.names, timevar = timevar, idvar = idvar)
  times <- unique(data[, timevar])
  if (anyNA(times)) warning("there are records with missing times, which will be dropped.")
  undo$times <- times
  if (is.null(v.names)) v.names <- setdiff(names(data), c(timevar, idvar))
  if (is.null(varying)) {
    varying <- outer(v.names, times, paste, sep = sep)
  } else if (is.list(varying)) {
    varying <- do.call(rbind, varying)
  } else if (is.vector(varying)) {
    varying <- matrix(varying, nrow = length(v.names))
  }
  undo$varying <- varying
  key <- if (length(idvar) > 1L) interaction(data[, idvar], drop = TRUE) else data[[idvar]]
  first <- !duplicated(key)
  constants <- setdiff(names(data), c(timevar, idvar, v.names))
  if (length(constants)) {
    same <- vapply(constants, function(name) {
      identical(as.vector(data[[name]]), as.vector(data[[name]][first][match(key, key[first])]))
    }, NA)
    if (any(!same)) {
      warning(gettextf("some constant variables (%s) are really varying",
                       paste(constants[!same], collapse = ",")), domain = NA)
    }
  }
  result <- data[first, !(names(data) %in% c(timevar, v.names)), drop = FALSE]
  keys <- key[first]
  for (i in seq_along(times)) {
    at <- which(data[[timevar]] == times[i])
    at <- at[!duplicated(key[at])]
    position <- match(keys, key[at])
    all_at <- which(data[[timevar]] == times[i])
    if (anyDuplicated(key[all_at])) {
      warning(gettextf("multiple rows match for %s=%s: first taken", timevar,
                       as.character(times[i])), domain = NA)
    }
    for (j in seq_along(v.names)) {
      result[[varying[j, i]]] <- data[[v.names[j]]][at][position]
    }
  }
  if (!is.null(new.row.names)) row.names(result) <- new.row.names
  attr(result, "reshapeWide") <- undo[c("v.names", "timevar", "idvar", "times", "varying")]
  result
}

reshape_back_wide <- function(data, back, new.row.names) {
  reshape_long(data, split(c(back$varying), row(back$varying)),
               if (is.null(back$v.names)) back$varying[, 1L] else back$v.names,
               back$timevar, back$idvar, seq_len(nrow(data)), back$times, NULL,
               new.row.names)
}

reshape_back_long <- function(data, back, new.row.names) {
  v_names <- back$v.names
  if (is.null(v_names)) v_names <- vapply(back$varying, function(v) v[1L], "")
  reshape_wide(data, back$timevar, back$idvar, do.call(rbind, back$varying),
               v_names, NULL, new.row.names, ".")
}
