# Growing a list by one element at a time.
run <- function(n) {
  l <- list()
  for (i in 1:n) l[[length(l) + 1L]] <- i
  length(l)
}
measure(run(100000L))
