# table
set.seed(1)
x <- runif(1e7)
y <- runif(1e7)
k <- as.integer(x * 100)
measure(table(k))
