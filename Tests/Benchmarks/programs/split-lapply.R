# split and lapply: the means of groups
set.seed(1)
x <- runif(1e6)
g <- as.integer(runif(1e6) * 1000)
measure(lapply(split(x, g), mean))
