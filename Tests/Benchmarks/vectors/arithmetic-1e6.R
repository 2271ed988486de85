# x * 2 + y
set.seed(1)
x <- runif(1e6)
y <- runif(1e6)

measure(x * 2 + y)
