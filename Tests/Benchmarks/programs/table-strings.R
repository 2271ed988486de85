# table of a million strings
set.seed(1)
s <- paste0("key_", as.integer(runif(1e6) * 500))
measure(table(s))
