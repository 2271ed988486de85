# A regression tree of a million rows: five numbers, and factors of 7 and 20 levels.
set.seed(1)
n <- 1e6
d <- data.frame(a = round(rnorm(n), 2), b = round(runif(n) * 100), c = rexp(n), d = rnorm(n, 50, 10),
                e = sample(200, n, TRUE), f = factor(sample(7, n, TRUE)),
                g = factor(sample(20, n, TRUE)))
d$y <- d$a + d$b / 50 + as.integer(d$f) / 3 + (d$e > 120) + rnorm(n)
formula <- y ~ a + b + c + d + e + f + g
if (exists("rxDTree")) {
  measure.elapsed(rxDTree(formula, d, maxDepth = 10, cp = 1e-4, xVal = 0, minSplit = 3000,
                          minBucket = 1000))
} else {
  control <- rpart::rpart.control(maxdepth = 10, cp = 1e-4, xval = 0, minsplit = 3000,
                                  minbucket = 1000, maxsurrogate = 0, maxcompete = 0)
  measure.elapsed(rpart::rpart(formula, d, method = "anova", control = control))
}
