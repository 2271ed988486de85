# x[i]
set.seed(1)
x <- runif(1e6)
y <- runif(1e6)
i <- as.integer(y * length(x)) + 1L
measure(x[i])
