# Functions that take functions.
run <- function(n) {
  squares <- sapply(1:n, function(i) i * i)
  Reduce(function(a, b) a + b, squares, accumulate = FALSE)
}
measure(run(200000L))
