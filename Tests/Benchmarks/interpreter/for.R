# A counted loop with remainders.
run <- function(n) {
  s <- 0L
  for (i in 1:n) if (i %% 3L == 0L) s <- s + 1L
  s
}
measure(run(2000000L))
