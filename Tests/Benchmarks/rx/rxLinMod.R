# A linear model of a million rows: five numbers, and factors of 7 and 20 levels.
set.seed(1)
n <- 1e6
d <- data.frame(a = rnorm(n), b = runif(n) * 100, c = rexp(n), d = rnorm(n, 50, 10), e = runif(n),
                f = factor(sample(7, n, TRUE)), g = factor(sample(20, n, TRUE)))
d$y <- d$a + d$b / 50 + as.integer(d$f) / 3 + rnorm(n)
fit <- if (exists("rxLinMod")) rxLinMod else lm
measure.elapsed(fit(y ~ a + b + c + d + e + f + g, d))
