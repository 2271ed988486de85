# Where conditions are said to come from, warnings at once, restarts of the top level.
options(error = expression(NULL))
tryCatch(stop("x"), finally = cat("finally\n"))
withRestarts(stop("a"), other = function() 1)
x <- withRestarts(stop("a"), abort = function() "aborted")
x
unclass(computeRestarts()[[1]])
warning("now", immediate. = TRUE)
f <- function() {
  warning("now", immediate. = TRUE)
  warning("later")
}
f()
f <- function(x) {
  try(x, silent = TRUE)
  try(x, silent = TRUE)
  1
}
f(stop("a"))
delayedAssign("late", stop("not yet"))
late
late
1 %in% quote(a)
f <- function(a, b) a %in% b
f(1)
f(1, sqrt("a"))
withCallingHandlers(warning("A"), warning = function(w) print(sys.call()))
within(list(a = 1), stop("inside"))
