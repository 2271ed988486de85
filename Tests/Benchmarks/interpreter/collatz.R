# Remainders and divisions of doubles.
collatz <- function(n) {
  longest <- 0
  for (i in 1:n) {
    x <- i
    steps <- 0
    while (x != 1) {
      if (x %% 2 == 0) x <- x / 2 else x <- 3 * x + 1
      steps <- steps + 1
    }
    if (steps > longest) longest <- steps
  }
  longest
}
measure(collatz(10000))
