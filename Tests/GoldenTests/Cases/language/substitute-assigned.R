# substitute shows what was given for a parameter until the function assigns it.
options(error = expression(NULL))
h <- function(x) if (is.matrix(x)) d <- deparse(substitute(x)) else x <- x[1]
f <- function(x) { if (is.matrix(x)) d <- deparse(substitute(x)) else x <- x[1]; d }
f(matrix(1:4, 2))
f <- function(x) { x; x <- 3; substitute(x) }
f(a+b)
a <- b <- 2
f(a+b)
f <- function(x) { x[1] <- 3; substitute(x) }
f(a+b)
f <- function(x) { assign("x", 9); substitute(x) }
f(a+b)
f <- function(x, y) { if (x > 3) y <- 2; c(substitute(x), substitute(y)) }
f(a+b, a * b)
f(a, a * b)
f <- function(x) { for (x in 1:2) NULL; substitute(x) }
f(a)
f <- function(x = a + 1) { x; substitute(x) }
f()
f <- function(x = a + 1) { x <- 1; substitute(x) }
f()
f <- function(x, ...) { x <- x + 1; g(x, ...) }
g <- function(x, ...) c(substitute(x), substitute(list(...)))
f(a, a*b, k = 3)
