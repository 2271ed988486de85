#' Look around after an error
#'
#' `recover`, as `options(error = recover)`, lets the user choose a function that is running and
#' look around in its frame as [browser()] does. `debugger` does so later in the frames that
#' `dump.frames` kept. In a script `recover` keeps the frames.
#'
#' @param dump what `dump.frames` made.
#' @examples
#' f <- function(x) recover()
#' f(1)
recover <- function() {
  count <- sys.nframe() - 1L
  calls <- sys.calls()[seq_len(count)]
  callees <- vapply(calls, function(call) deparse(call[[1L]], nlines = 1L)[1L], "")
  # Code of a tracer runs in the function that it was put in.
  traced <- which(callees %in% c(".doTrace", "methods::.doTrace", "base::.doTrace"))
  last <- if (length(traced)) {
    max(traced) - 1L
  } else {
    max(0L, which(!callees %in% c("recover", "stop", "Stop") &
      !vapply(calls, function(call) is.call(call[[1L]]), NA)))
  }
  if (last == 0L) {
    cat(gettext("No suitable frames for recover()\n"))
    return(invisible())
  }
  if (!interactive()) {
    assign("last.dump", keptFrames(calls, sys.frames()), envir = .GlobalEnv)
    cat(gettext("recover called non-interactively; frames dumped, use debugger() to view\n"))
    return(NULL)
  }
  frames <- sys.frames()
  labels <- limitedLabels(calls[seq_len(last)])
  repeat {
    chosen <- menu(labels, title = "\nEnter a frame number, or 0 to exit  ")
    if (!chosen) return(invisible())
    caller <- if (chosen > 1L) deparse(calls[[chosen - 1L]]) else "top level "
    cat("Called from: ", paste(caller, collapse = "\n"), "\n", sep = "")
    base::.browse(frames[[chosen]], "", NULL)
  }
}

#' @rdname recover
debugger <- function(dump = last.dump) {
  last.dump <- NULL
  if (missing(dump)) dump <- get("last.dump", envir = .GlobalEnv)
  if (!inherits(dump, "dump.frames")) {
    cat(gettextf("'dump' is not an object of class %s\n", dQuote("dump.frames")))
    return(invisible())
  }
  if (nzchar(message <- attr(dump, "error.message"))) cat(gettext("Message: "), message)
  labels <- names(dump)
  repeat {
    cat(gettext("Available environments had calls:\n"))
    cat(paste0(seq_along(labels), ": ", labels), sep = "\n")
    cat(gettext("\nEnter an environment number, or 0 to exit  "))
    chosen <- chosenFrame(length(labels))
    if (!chosen) return(invisible())
    cat(gettext("Browsing in the environment with call:\n   "), labels[chosen], "\n", sep = "")
    cat("Called from: debugger.look(ind)\n")
    base::.browse(dump[[chosen]], "", NULL)
  }
}

# The number that the user, or the next line of the script, gives; 0 at the end.
chosenFrame <- function(count) {
  repeat {
    line <- base::.browserLine("Selection: ")
    if (is.null(line)) return(0L)
    number <- suppressWarnings(as.integer(line))
    if (!is.na(number) && number >= 0L && number <= count) return(number)
  }
}

#' Keep the frames of a failure
#'
#' Saves the environments of the functions that are running, to be looked at later with
#' [debugger()]: for `options(error = )`.
#'
#' @param dumpto the name of the variable or file.
#' @param to.file write a file?
#' @param include.GlobalEnv save the workspace too?
#' @examples
#' f <- function() { x <- 1; dump.frames("frames") }
#' f()
#' names(frames)
dump.frames <- function(dumpto = "last.dump", to.file = FALSE, include.GlobalEnv = FALSE) {
  count <- sys.nframe() - 1L
  kept <- keptFrames(sys.calls()[seq_len(count)], sys.frames())
  if (include.GlobalEnv) {
    workspace <- list(.GlobalEnv = as.environment(as.list(.GlobalEnv, all.names = TRUE)))
    kept <- structure(c(workspace, unclass(kept)), class = "dump.frames",
                      error.message = attr(kept, "error.message"))
  }
  if (dumpto != "last.dump") assign(dumpto, kept)
  if (to.file) {
    if (dumpto == "last.dump") last.dump <- kept
    save(list = dumpto, file = paste(dumpto, "rda", sep = "."))
  } else {
    assign(dumpto, kept, envir = .GlobalEnv)
  }
  invisible()
}

keptFrames <- function(calls, frames) {
  structure(frames[seq_along(calls)], names = limitedLabels(calls),
            error.message = geterrmessage(), class = "dump.frames")
}
