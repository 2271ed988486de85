# Sums are kept in extended precision, each addition rounded: all bits count.
set.seed(7)
show <- function(x) cat(sprintf("%a", c(sum(x), mean(x), sd(x), sum(rev(x)), sum(-x))), "\n")
for (n in c(15, 17, 1000, 65537)) {
  show(runif(n))
  show(rnorm(n))
  show(exp(20 * rnorm(n)))
  show(runif(n) + 1e6)
  show(rnorm(n) * 1e300 / n)
  show(rnorm(n) * 1e-310)
  show(c(1e16, runif(n)))
  show(ifelse(runif(n) < .001, 2^40, 2^-12 * (2 * floor(runif(n) * 50) + 1)))
}
show(c(rep(1, 64), rep(2^-63 * 1.5, 1e5)))
show(c(rep(1.25, 64), rep(2^-58 * c(1.5, 2.5, .5, 3.5), 1e4)))
show(c(runif(100), NA, runif(100)))
show(c(runif(100), Inf, runif(100)))
show(c(Inf, -Inf, runif(40)))
show(c(runif(100), rep(1.7e308, 40)))
