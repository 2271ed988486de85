# table
set.seed(1)
x <- runif(1e6)
y <- runif(1e6)
k <- as.integer(x * 100)
measure(table(k))
