# Evaluates an expression and prints the seconds of processor time it took.
measure <- function(expr) {
  start <- proc.time()
  force(expr)
  cat(sum((proc.time() - start)[1:2]), "\n")
}
