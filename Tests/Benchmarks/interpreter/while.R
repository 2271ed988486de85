# A loop over integer and double scalars.
run <- function(n) {
  i <- 0L
  s <- 0
  while (i < n) {
    i <- i + 1L
    s <- s + i * 2
  }
  s
}
measure(run(2e6))
