# rows of a data frame
set.seed(1)
d <- data.frame(x = runif(1e6), k = as.integer(runif(1e6) * 1000), s = paste0("a", 1:1e6 %% 100))
measure(d[d$x > 0.5, ])
