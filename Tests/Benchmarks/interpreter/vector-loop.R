# Reading and writing elements of vectors in a loop.
run <- function(n) {
  x <- numeric(n)
  y <- numeric(n)
  for (i in 1:n) y[i] <- i / 2
  x[1L] <- 1
  for (i in 2:n) x[i] <- x[i - 1L] + y[i]
  x[n]
}
measure(run(1000000L))
