# The empty argument as a value: of formals, handed on.
fm <- formals(function(x, y = 2) 1)
is.symbol(fm$x)
is.name(fm[["x"]])
fm$x == ""
nzchar(as.character(fm$x))
deparse(fm$x)
mode(fm$x)
class(fm$x)
length(fm$x)
sapply(fm, is.symbol)
vapply(seq_along(fm), function(i) deparse(fm[[i]]), "")
f <- function(e) g(e) %in% TRUE
g <- function(x) is.symbol(x)
f(fm$x)
k <- function(a) is.name(fm[[a]])
k(1)
h <- function(a) is.symbol(a)
try(h())
try(is.symbol())
try(is.na())

f <- function(x, y = 2, ...) x
sapply(formals(f), mode)
sapply(formals(f), nchar)
lapply(formals(f), function(z) z)
Map(function(a) class(a), formals(f))

# Indices that are parameters without a value.
f <- function(x, i) x[i]; f(1:3); f(NULL)
h <- function(i) c(1, 2)[i]; h()
k <- function(x, i, j) x[i, j]; k(matrix(1:4, 2), 1); k(matrix(1:4, 2), , 2)
l <- function(x, i) x[[i]]; l(list(1, 2))
m <- function(x, i) { x[i] <- 0; x }; m(1:3)
n <- function(x, i, v) { x[i, ] <- v; x }; n(matrix(1:4, 2), v = 9)
d <- function(x, i, j) x[i, j, drop = FALSE]; d(matrix(1:4, 2), 1); d(data.frame(a = 1:2, b = 3:4), , "b")
