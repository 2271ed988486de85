#' Sequences
#'
#' `seq` makes regular sequences: from one number to another, in steps, or of a
#' given length. With one vector it counts the elements.
#'
#' @param from,to first and last value.
#' @param by step.
#' @param length.out desired length, rounded up.
#' @param along.with take the length of this argument.
#' @param ... arguments of methods.
#' @examples
#' seq(0, 1, length.out = 5)
#' seq(2, 11, by = 3)
#' seq(17)
#' seq(10, 1)
seq <- function(...) UseMethod("seq")

#' @rdname seq
seq.default <- function(from = 1, to = 1,
                        by = ((to - from)/(length.out - 1)),
                        length.out = NULL, along.with = NULL, ...) {
  if (...length()) .warnExtra(...names(), ...length(), sys.call())
  if (!missing(from) && is.null(from) && nargs() == 1L) return(integer())
  if (!missing(length.out) && is.null(length.out)) {
    stop("argument 'length.out' must be of length 1")
  }
  if (!missing(from) && is.object(from) && !missing(by) && !is.null(length.out)) {
    return(from + (seq_len(length.out) - 1L) * by)
  }
  .Internal(seq.default(
    if (!missing(from)) from, if (!missing(to)) to, if (!missing(by)) by,
    length.out, if (!missing(along.with)) list(along.with)[[1L]]
  ))
}

# Warns of arguments that a function takes but does not use.
.warnExtra <- function(names, count, call) {
  names <- if (is.null(names)) character(count) else names
  known <- names[nzchar(names)]
  quoted <- if (length(known)) paste(sQuote(known), collapse = ", ") else ""
  text <- sprintf(ngettext(
    count, "extra argument %s will be disregarded",
    "extra arguments %s will be disregarded"
  ), quoted)
  warning(paste0("In ", deparse(call)[1L], " :\n ", text), call. = FALSE,
          domain = NA)
}

#' Sequences of several lengths, end to end
#'
#' @param nvec lengths of the sequences.
#' @param from,by first elements and steps.
#' @param ... arguments of methods.
#' @examples
#' sequence(c(3, 2))
#' sequence(c(3, 2), by = -1L)
sequence <- function(nvec, ...) UseMethod("sequence")

sequence.default <- function(nvec, from = 1L, by = 1L, ...) {
  if (anyNA(nvec) || any(nvec < 0)) {
    stop("'lengths' must be a vector of non-negative integers")
  }
  if (!length(nvec)) return(integer())
  size <- length(nvec)
  starts <- rep_len(as.integer(from), size)
  steps <- rep_len(as.integer(by), size)
  unlist(lapply(seq_len(size), function(k) {
    seq.int(starts[k], by = steps[k], length.out = nvec[k])
  }), use.names = FALSE)
}
