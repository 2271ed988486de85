# Making strings one at a time.
run <- function(n) {
  keys <- character(n)
  for (i in 1:n) keys[i] <- paste0("key_", i %% 5000L)
  length(unique(keys))
}
measure(run(100000L))
