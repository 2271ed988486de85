str(uniroot(function(x) x^2 - 2, c(0, 2), tol = 1e-9)[c("root", "iter")])
try(uniroot(function(x) x, c(1, 2)))
round(optimize(function(x) (x - 1 / 3)^2, c(0, 1))$minimum, 5)
fit <- optim(c(-1.2, 1), function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2,
             method = "BFGS")
round(fit$par, 3)
fit$convergence
integrate(dnorm, -1.96, 1.96)
# What a function may not answer, and too few iterations.
try(uniroot(function(x) if (x > 0.4 && x < 0.6) NA else x - 0.5, c(0, 1)))
try(uniroot(function(x) x > 0.5, c(0, 1)))
uniroot(function(x) x^3 - 0.321, c(0, 1), maxiter = 2)$iter
try(uniroot(function(x) x^3 - 0.321, c(0, 1), maxiter = 1, check.conv = TRUE))
