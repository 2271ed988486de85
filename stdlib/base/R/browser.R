#' Look around in a function that is running
#'
#' `browser` interrupts the function that calls it and evaluates what is typed
#' in its frame. `c` or `cont` goes on, `n` or an empty line to the next
#' statement, `s` into the next function that is called, `f` to the end of the
#' loop or function, `Q` gives up; `where` shows the calls. `browserText` and
#' `browserCondition` give the arguments of the call of `browser`.
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
  calls <- rev(.browserCalls(sys.nframe()))
  if (!.Internal(debugLevels(frame))[2L]) {
    cat("Called from: ",
        if (length(calls)) deparse(calls[[min(1L + skipCalls, length(calls))]]) else "top level",
        "\n", sep = "")
  }
  .Internal(debugFollow(frame, .browse(frame, text, condition)))
  invisible()
}

.browsers <- new.env(parent = emptyenv())

# Stops before a statement of a function that is stepped through; answers how to go on.
.debugStep <- function(statement, label, source, frame) {
  cat("debug", if (!is.null(source)) c(" at ", .sourceLine(source)), ": ", label, sep = "")
  attributes(statement) <- NULL
  print(statement)
  .browse(frame, "", NULL)
}

# Where a statement was written: `file#line`.
.sourceLine <- function(source) {
  file <- attr(source, "srcfile")$filename
  paste0(if (length(file) && !file %in% c("", "<text>")) file, "#", source[1L])
}

# Asks what to do in a frame until that is to go on: by "n", "s", "f" or "c".
.browse <- function(frame, text, condition) {
  own <- sys.nframe() - 1L
  level <- 1L + length(.browsers$contexts) + .Internal(debugLevels(frame))[1L]
  prompt <- paste0("Browse[", level, "]> ")
  calls <- .browserCalls(own)
  .browsers$contexts <- c(list(list(text = text, condition = condition, first = own, last = own)),
                          .browsers$contexts)
  on.exit(.browsers$contexts <- .browsers$contexts[-1L])
  repeat {
    line <- .browserLine(prompt)
    if (is.null(line)) return("n")
    switch(trimws(line),
           c = , cont = return("c"),
           n = , s = , f = return(trimws(line)),
           Q = invokeRestart("abort"),
           where = .browserWhere(calls),
           if (nzchar(trimws(line))) .browserEvaluate(line, frame, calls)
           else if (!isTRUE(getOption("browserNLdisabled"))) return("n"))
  }
}

.browserWhere <- function(calls) {
  shown <- vapply(rev(calls), function(call) deparse(call, nlines = 1L)[1L], "")
  cat(if (length(shown)) paste0("where ", seq_along(shown), ": ", shown, "\n"), "\n", sep = "")
}

# The calls below frame `own`, without those that browsers made to evaluate what was typed.
.browserCalls <- function(own) {
  calls <- sys.calls()[seq_len(own - 1L)]
  hidden <- unlist(lapply(.browsers$contexts, function(context) context$first:context$last))
  calls[!seq_along(calls) %in% hidden]
}

# A line typed at the prompt, or the next line of the script; NULL at the end.
.browserLine <- function(prompt) {
  if (interactive()) return(readline(prompt))
  cat(prompt)
  line <- readLines(stdin(), 1L)
  if (length(line)) line
}

# Evaluates the expressions of a line, and of those it goes on in.
.browserEvaluate <- function(line, frame, calls) {
  repeat {
    code <- tryCatch(parse(text = line), error = identity)
    if (!inherits(code, "error")) break
    more <- if (grepl("unexpected end of input", conditionMessage(code), fixed = TRUE)) {
      .browserLine("+ ")
    }
    if (is.null(more)) {
      message <- sub("^<text>:[0-9]+:[0-9]+: ([^\n]*).*", "\\1", conditionMessage(code))
      cat("Error: ", message, " in \"", line[length(line)], "\"\n", sep = "", file = stderr())
      return()
    }
    line <- c(line, more)
  }
  # What is typed is evaluated in as many frames as this.
  below <- list(count = function() sys.nframe() - 1L)
  tryCatch({
    .browsers$contexts[[1L]]$last <- withVisible(eval(quote(count()), below))$value
    for (expression in as.list(code)) {
      result <- withVisible(eval(expression, frame))
      if (result$visible) print(result$value)
    }
  }, error = function(e) .browserError(e, calls))
}

# Shows an error of what was typed, as the top level would.
.browserError <- function(e, calls) {
  if (identical(conditionCall(e)[[1L]], quote(eval))) e$call <- NULL
  cat(sub("^Error : ", "Error: ", try(stop(e), silent = TRUE)), file = stderr())
  if (interactive() || is.null(conditionCall(e))) return()
  calls <- c(calls, if (!any(vapply(calls, identical, NA, conditionCall(e)))) conditionCall(e))
  names <- vapply(calls, function(call) deparse(call[[1L]], nlines = 1L)[1L], "")
  cat("Calls: ", paste(names, collapse = " -> "), "\n", sep = "", file = stderr())
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
