#' Time an expression takes
#'
#' Seconds of user, system and elapsed time.
#'
#' @param expr the expression.
#' @param gcFirst ignored.
#' @examples
#' class(system.time(sum(1:10)))
system.time <- function(expr, gcFirst = TRUE) {
  before <- proc.time()
  on.exit(cat("Timing stopped at:", format(proc.time() - before), "\n"))
  expr
  after <- proc.time()
  on.exit()
  structure(after - before, class = "proc_time")
}

print.proc_time <- function(x, ...) {
  print(summary(x, ...), ...)
  invisible(x)
}

summary.proc_time <- function(object, ...) {
  times <- unclass(object)
  if (length(times) >= 5L && !anyNA(times[4L:5L])) {
    times[1L:2L] <- times[1L:2L] + times[4L:5L]
  }
  times <- times[1L:3L]
  names(times) <- c("user", "system", "elapsed")
  times
}
