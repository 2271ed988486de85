# nchar on a million strings
set.seed(1)
k <- as.integer(runif(1e6) * 5e5)
s <- paste0("key_", k)
measure(nchar(s))
