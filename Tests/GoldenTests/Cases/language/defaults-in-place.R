f <- function(x, y = x * 2, z = y + length(x)) { x <- 10; c(x, y, z, missing(y), missing(z)) }
f(1); f(1, 2)
g <- function(a = a) a
try(g())
h <- function(a = b, b = a) a
try(h())
k <- function(a = undefinedThing + 1) a
try(k())
m <- function(x, n = length(x)) { x <- x[-1]; substitute(n) }
m(1:3)
p <- function(x, n = length(x)) { g <- function() n; x <- x[-1]; g() }
p(1:5)
q <- function(x = stop("no x"), y = -x) { if (missing(y)) 1 else y }
q(); q(y = 2)
r <- function(n = sys.call()) n
r()
s <- function(x, y = if (x > 1) "big" else "small") y
s(2)
t1 <- function(x, y = x) { x <- 5; y }
t1(3)
u <- function(n, m = n + 1) { for (i in 1:2) { if (i == 2) print(m) else n <- 100 } }
u(1)
