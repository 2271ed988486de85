# match on a million strings
set.seed(1)
s <- paste0("key_", as.integer(runif(1e6) * 5e5))
t <- paste0("key_", 1:1e5)
measure(match(s, t))
