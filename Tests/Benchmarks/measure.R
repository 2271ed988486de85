# Evaluates an expression again and again for a fifth of a second at least, after once to warm up, and prints the
# seconds of processor time that one evaluation takes.
measure <- function(expr) {
  code <- substitute(expr)
  frame <- parent.frame()
  eval(code, frame)
  times <- 0
  start <- sum(proc.time()[1:2])
  repeat {
    eval(code, frame)
    times <- times + 1
    spent <- sum(proc.time()[1:2]) - start
    if (spent >= 0.2) break
  }
  cat(spent / times, "\n")
}
