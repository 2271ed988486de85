#' Look around in a function that is running
#'
#' `browser` interrupts the function that calls it and evaluates what is typed
#' in its frame, until `c`, `cont` or an empty line goes on, or `Q` gives up;
#' `where` shows the calls. `browserText` and `browserCondition` give the
#' arguments of the call of `browser`.
#'
#' @param text,condition what to remember for the other two.
#' @param expr stop only if this is true?
#' @param skipCalls how many calls to leave out of the message.
#' @param n which browser, 1 for the innermost.
#' @examples
#' f <- function(x) { browser(expr = x < 0); sqrt(x) }
#' f(4)
browser <- function(text = "", condition = NULL, expr = TRUE, skipCalls = 0L) {
  if (!isTRUE(as.logical(expr))) return(invisible())
  frame <- parent.frame()
  .browsers$contexts <- c(list(list(text = text, condition = condition)), .browsers$contexts)
  on.exit(.browsers$contexts <- .browsers$contexts[-1L])
  calls <- sys.calls()
  calls <- rev(calls[seq_len(length(calls) - 1L)])
  cat("Called from: ",
      if (length(calls)) deparse(calls[[min(1L + skipCalls, length(calls))]]) else "top level",
      "\n", sep = "")
  prompt <- paste0("Browse[", length(.browsers$contexts), "]> ")
  repeat {
    line <- .browserLine(prompt)
    if (is.null(line) || trimws(line) %in% c("", "c", "cont", "n", "s", "f")) break
    if (trimws(line) == "Q") invokeRestart("abort")
    if (trimws(line) == "where") {
      shown <- vapply(calls, function(call) deparse(call, nlines = 1L)[1L], "")
      cat(paste0("where ", seq_along(shown), ": ", shown, "\n"), "\n", sep = "")
    } else .browserEvaluate(line, frame)
  }
  invisible()
}

.browsers <- new.env(parent = emptyenv())

# A line typed at the prompt, or the next line of the script; NULL at the end.
.browserLine <- function(prompt) {
  if (interactive()) return(readline(prompt))
  cat(prompt)
  line <- readLines(stdin(), 1L)
  if (!length(line)) {
    cat("\n")
    return(NULL)
  }
  line
}

# Evaluates the expressions of a line, and of those it goes on in.
.browserEvaluate <- function(line, frame) {
  repeat {
    code <- tryCatch(parse(text = line, keep.source = FALSE), error = identity)
    if (!inherits(code, "error")) break
    more <- if (grepl("unexpected end of input", conditionMessage(code), fixed = TRUE)) {
      .browserLine("+ ")
    }
    if (is.null(more)) {
      cat("Error: ", conditionMessage(code), "\n", sep = "", file = stderr())
      return()
    }
    line <- c(line, more)
  }
  try(for (expression in as.list(code)) {
    result <- withVisible(eval(expression, frame))
    if (result$visible) print(result$value)
  })
}

.browserContext <- function(n) {
  if (length(.browsers$contexts) < n) {
    stop(simpleError("no browser context to query", sys.call(-1L)))
  }
  .browsers$contexts[[n]]
}

#' @rdname browser
browserText <- function(n = 1L) .browserContext(n)$text

#' @rdname browser
browserCondition <- function(n = 1L) .browserContext(n)$condition
