# Operations keep the other slots of structures as long as the length stays.
setClass("MM", contains = "matrix", representation(lab = "character"))
m <- new("MM", matrix(1:4, 2), lab = "L")
m + 1
2^m
m * m
m + matrix(1:4, 2)
m == 1
m & TRUE
-m
sqrt(m)
trunc(m / 3)
range(m)
t(m)
m[1, ]
m %*% m
setClass("AM", contains = "array", representation(lab = "character"))
a <- new("AM", array(1:8, c(2, 2, 2)), lab = "A")
(a + 1L)@lab
is(a * a, "AM")
m + new("AM", array(1:4, c(2, 2)), lab = "A")
f <- function(x) x + 1
f(m)@lab
setClass("NS", contains = c("numeric", "nonStructure"), representation(u = "character"))
n <- new("NS", 1:3, u = "kg")
n + 1
exp(new("NS", 0, u = "kg"))
str(m)
