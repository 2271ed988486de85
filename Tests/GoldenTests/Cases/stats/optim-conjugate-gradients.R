# Each update of the direction starts afresh after as many steps as there are parameters.
banana <- function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2
slope <- function(x) c(-400 * x[1] * (x[2] - x[1]^2) - 2 * (1 - x[1]), 200 * (x[2] - x[1]^2))
for (type in 1:3) {
  print(optim(c(-1.2, 1), banana, slope, method = "CG", control = list(type = type)))
}
