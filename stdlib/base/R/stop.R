#' Stop with an error
#'
#' Signals an error made of the pasted arguments, or the condition given as the
#' only argument. Does not return.
#'
#' @param ... pieces of the message, or one condition object.
#' @param call. should the call of the caller be part of the message?
#' @param domain ignored: messages are not translated.
#' @examples
#' try(stop("value ", 3, " is too large", call. = FALSE))
#' tryCatch(stop("oops"), error = conditionMessage)
stop <- function(..., call. = TRUE, domain = NULL) {
  if (...length() == 1L && inherits(..1, "condition")) {
    if (nargs() > 1L) warning("additional arguments ignored in stop()")
    .Internal(stopCondition(..1, conditionMessage(..1), conditionCall(..1)))
  }
  .Internal(stop(call., .makeMessage(..., domain = domain)))
}

#' Text of a message
#'
#' Pastes its arguments, without separator, into one string.
#'
#' @param ... pieces of the message.
#' @param domain ignored: messages are not translated.
#' @param appendLF should the text end with a line feed?
#' @examples
#' .makeMessage("a", 1:3, appendLF = TRUE)
.makeMessage <- function(..., domain = NULL, appendLF = FALSE) {
  pieces <- list(...)
  text <- if (length(pieces)) {
    paste(unlist(lapply(pieces, as.character)), collapse = "")
  } else {
    ""
  }
  if (appendLF) paste0(text, "\n") else text
}

#' Check that all conditions hold
#'
#' Stops with a message that names the first expression that is not all `TRUE`;
#' returns `NULL` invisibly if every one is.
#'
#' @param ... expressions; the name of one, if any, is its error message.
#' @param exprs the expressions as one `{` block.
#' @param exprObject an expression object or a call to check.
#' @param local where to evaluate `exprs`: `TRUE` for the calling frame.
#' @examples
#' stopifnot(1 == 1, all.equal(pi, 3.1415927))
#' try(stopifnot("x must be positive" = -1 > 0))
stopifnot <- function(..., exprs, exprObject, local = TRUE) {
  count <- ...length()
  hasExprs <- !missing(exprs)
  if (hasExprs || !missing(exprObject)) {
    if (count > 0L || (hasExprs && !missing(exprObject))) {
      stop("Only one of expressions, 'exprs' and 'exprObject' may be specified")
    }
    where <- if (isTRUE(local)) {
      parent.frame()
    } else if (isFALSE(local)) {
      .GlobalEnv
    } else if (is.environment(local)) {
      local
    } else {
      stop("'local' must be TRUE, FALSE or an environment")
    }
    block <- if (hasExprs) substitute(exprs) else exprObject
    checks <- if (hasExprs && is.call(block) &&
                  identical(block[[1L]], quote(`{`))) {
      as.list(block)[-1L]
    } else if (!hasExprs && is.expression(block)) {
      as.list(block)
    } else {
      list(block)
    }
    return(invisible(eval(as.call(c(quote(stopifnot), checks)), where)))
  }
  for (index in seq_len(count)) {
    value <- ...elt(index)
    if (is.logical(value) && !anyNA(value) && all(value)) next
    label <- ...names()[index]
    message <- if (is.null(label) || is.na(label) || !nzchar(label)) {
      .stopifnotMessage(match.call(expand.dots = FALSE)$...[[index]], value)
    } else {
      label
    }
    depth <- sys.parent()
    stop(simpleError(message, if (depth > 0L) sys.call(depth)))
  }
  invisible()
}

# The words of `stopifnot` for the expression `check` that gave `value`.
.stopifnotMessage <- function(check, value) {
  isComparison <- is.call(check) && identical(check[[1L]], quote(all.equal))
  if (isComparison && (is.null(names(check)) || length(check) <= 3L)) {
    return(sprintf(
      "%s and %s are not equal:\n  %s",
      .shortDeparse(check[[2L]]), .shortDeparse(check[[3L]]),
      paste(value, collapse = "\n  ")
    ))
  }
  paste(.shortDeparse(check),
        if (length(value) != 1L) "are not all TRUE" else "is not TRUE")
}

# The first line of the deparsed expression, marked if there are more.
.shortDeparse <- function(expression) {
  lines <- deparse(expression, width.cutoff = 60L)
  if (length(lines) > 1L) paste(lines[1L], "....") else lines
}
