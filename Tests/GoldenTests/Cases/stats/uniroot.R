str(uniroot(function(x) x^2 - 2, c(0, 2), tol = 1e-9)[c("root", "iter")])
try(uniroot(function(x) x, c(1, 2)))
round(optimize(function(x) (x - 1 / 3)^2, c(0, 1))$minimum, 5)
fit <- optim(c(-1.2, 1), function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2,
             method = "BFGS")
round(fit$par, 3)
fit$convergence
integrate(dnorm, -1.96, 1.96)
