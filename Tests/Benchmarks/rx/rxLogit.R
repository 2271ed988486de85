# A logistic regression of a million rows: five numbers, and factors of 7 and 20 levels.
set.seed(1)
n <- 1e6
d <- data.frame(a = rnorm(n), b = runif(n) * 100, c = rexp(n), d = rnorm(n, 50, 10), e = runif(n),
                f = factor(sample(7, n, TRUE)), g = factor(sample(20, n, TRUE)))
d$y <- as.integer(runif(n) < plogis(-1 + d$a / 2 + d$b / 200 + as.integer(d$g) / 20))
fit <- if (exists("rxLogit")) rxLogit else function(...) glm(..., family = binomial())
measure.elapsed(fit(y ~ a + b + c + d + e + f + g, d))
