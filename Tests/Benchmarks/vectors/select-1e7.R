# x[x > 0]
set.seed(1)
x <- runif(1e7)
y <- runif(1e7)
x <- x - 0.5
measure(x[x > 0])
