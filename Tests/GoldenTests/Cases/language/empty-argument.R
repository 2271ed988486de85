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
