# sd
set.seed(1)
x <- runif(1e7)
y <- runif(1e7)

measure(sd(x))
