# Evaluates an expression again and again for a fifth of a second at least, after once to warm up, and prints the
# seconds that one evaluation takes: of processor time, or with `measure.elapsed` as the user waits, for what
# several threads do.
measure <- function(expr, clock = function() sum(proc.time()[1:2])) {
  code <- substitute(expr)
  frame <- parent.frame()
  eval(code, frame)
  times <- 0
  start <- clock()
  repeat {
    eval(code, frame)
    times <- times + 1
    spent <- clock() - start
    if (spent >= 0.2) break
  }
  cat(spent / times, "\n")
}

measure.elapsed <- function(expr) {
  eval.parent(call("measure", substitute(expr), function() proc.time()[[3]]))
}
