optimize(function(x) (x - 1/3)^2, c(0, 1))
u <- uniroot(function(x) x^2 - 2, c(0, 2))
u$root
u$iter
f <- function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2
g <- function(x) c(-400 * x[1] * (x[2] - x[1]^2) - 2 * (1 - x[1]), 200 * (x[2] - x[1]^2))
optim(c(-1.2, 1), f)
optim(c(-1.2, 1), f, g, method = "BFGS")$counts
optim(c(-1.2, 1), f, g, method = "CG")
# What a function may not answer.
try(optimize(function(x) "a", c(0, 1)))
try(optimize(function(x) c(1, 2), c(0, 1)))
