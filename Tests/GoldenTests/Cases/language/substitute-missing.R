# What substitute shows of a parameter that was not given.
f <- function(a, b = 2) deparse(substitute(a))
f()
f(x + y)
g <- function(a, ...) substitute(list(a, ...))
g(1, z)
k <- function(s, ..., a) str(substitute(a))
k(x)
str(quote(f(a = toupper(z))))
x <- list()
try(x[[c(1, 2)]])
options(error = expression(NULL))
x[[c(1, 2)]]
options(expressions = 100)
deep <- function(n) if (n > 0) deep(n - 1) else 0
deep(200)
options(expressions = 5000)
deep(200)
