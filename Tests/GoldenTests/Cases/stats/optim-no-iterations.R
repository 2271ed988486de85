# No step may be taken: nothing is counted.
f <- function(x) sum((x - 1)^2)
for (method in c("BFGS", "SANN")) {
  r <- optim(c(3, 4), f, method = method, control = list(maxit = 0))
  cat(method, r$par, r$value, r$counts, r$convergence, "\n")
}
for (method in c("Nelder-Mead", "CG")) {
  r <- optim(c(3, 4), f, method = method, control = list(maxit = 0))
  cat(method, r$value, r$counts, r$convergence, "\n")
}
