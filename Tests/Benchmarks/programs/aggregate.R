# means of groups
set.seed(1)
d <- data.frame(x = runif(1e5), g = as.integer(runif(1e5) * 100))
measure(aggregate(x ~ g, d, mean))
