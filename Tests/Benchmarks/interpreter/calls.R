# Calls with defaults, names and arguments that are calls themselves.
add <- function(x, y = x * 2, scale = 1) (x + y) * scale
twice <- function(x) x + x
run <- function(n) {
  s <- 0
  for (i in 1:n) s <- s + add(twice(i), scale = 2) + add(i, i + 1)
  s
}
measure(run(300000L))
