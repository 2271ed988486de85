# Results may be stored in operands that nothing else uses, never in one that a variable or a promise has.
x <- c(a = 1, b = 2, c = 3)
y <- c(10, 20, 30)
f <- function(x, y) {
  z <- x * 2 + y
  w <- y + x * 2
  list(z = z, w = w, x = x, y = y)
}
str(f(x, y))
g <- function(x) { y <- x; y <- y + 1; y <- (y <- y * 2) + y; list(x, y) }
g(c(1, 2))
h <- function(v) { u <- v * 1; k <- function() u; u2 <- u - 1; c(k(), u2) }
h(c(5, 6))
m <- matrix(1:4 / 2, 2, dimnames = list(NULL, c("p", "q")))
(m * 2) - 1
1 / (m * 2)
y - (y - 1) * c(1, 2, 3)
identity(y * 1) + (identity(y) + 1)
(y * 2)[1:2] + c(p = 1, q = 2)
numeric(0) * 2 + 1
(c(1, NA) + NaN) * 1
local({ a <- y * 2; b <- a; a <- (a + 1) * 2; list(a, b) })
s <- structure(c(1, 2), class = "money")
(s * 2) + 1
(ts(c(1, 2, 3)) * 2) + 1
(function(a, b = a * 2) { a <- a * 3 + b; c(a, b) })(c(1, 2))
