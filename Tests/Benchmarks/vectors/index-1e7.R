# x[i]
set.seed(1)
x <- runif(1e7)
y <- runif(1e7)
i <- as.integer(y * length(x)) + 1L
measure(x[i])
