setClass("Num", contains = "numeric", representation(unit = "character"))
n <- new("Num", 1:3, unit = "cm")
n
n@.Data
n + 1
n * n
-n
sqrt(n)
n[2]
n[[2]]
length(n)
mean(n)
n == 2
sum(n)
n[2] <- 20
n
isS4(n)
isS4(n[1:2])
n@.Data <- c(7, 8)
n
setClass("L", contains = "list", representation(u = "character"))
l <- new("L", list(a = 1, b = "x"), u = "k")
l
names(l)
l$a
l[["b"]]
l$z <- 3
length(l)
sapply(l, class)
setClass("F", contains = "function", representation(u = "character"))
f <- new("F", function(x) x + 1, u = "k")
f(2)
setClass("M", contains = "matrix")
m <- new("M", matrix(1:4, 2))
m
m %*% m
m[1, ]
dim(m)
setClass("S", contains = "character")
s <- new("S", c("a", "b"))
s
nchar(s)
paste0(s, "!")
getClass("Num")
dput(n)
