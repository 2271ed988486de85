# Reduce over 100,000 numbers
x <- runif(1e5)
measure(Reduce(`+`, x, accumulate = TRUE))
