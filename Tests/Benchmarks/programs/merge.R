# merge of 100,000 rows with 100,000 rows
set.seed(1)
a <- data.frame(key = sample(1e5), x = runif(1e5))
b <- data.frame(key = sample(1e5), y = runif(1e5))
measure(merge(a, b))
