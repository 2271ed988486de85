# match
set.seed(1)
x <- runif(1e7)
y <- runif(1e7)
k <- as.integer(x * 1e6); u <- as.integer(y * 1e6)
measure(match(k, u))
