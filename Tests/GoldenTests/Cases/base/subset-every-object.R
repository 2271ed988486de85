# Subscripts of objects; missing and surplus subscripts.
x <- c(a=1,b=2,c=3)
l <- list(a=1,b=list(c=2,d="z"),e=NULL)
m <- matrix(1:6,2,dimnames=list(c("r1","r2"),c("A","B","C")))
a <- array(1:24,c(2,3,4))
f <- factor(c("u","v","u"))
i <- 1:5
s <- letters[1:3]
cx <- c(1+2i,NA)
r <- as.raw(1:3)
d <- as.Date("2020-01-01")+0:2
array(1:6, c(1, 6, 1), list("x", letters[1:6], "y"))[1, 2:3, 1]
array(1:6, c(1, 6, 1), list("x", letters[1:6], "y"))[1, 2, 1]
array(1:6, c(1, 6, 1), list("x", letters[1:6], "y"))[, 2, ]
f[2]
f[4]
f[-1, drop = TRUE]
try(f[["a"]])
f[[2]]
f[NA]
f[c(1, NA)]
f["a"]
try(f[list(1)])
cx[3]
try(cx[[3]])
cx["a"]
r[5]
r[NA]
try(r[[5]])
r[-1]
d[5]
d[[2]]
d[-1]
try(d[["a"]])
s[5]
try(s[["q"]])
try(as.POSIXct(0:2, tz = "UTC")[5])
try(as.POSIXct(0:2, tz = "UTC")[[2]])
as.difftime(1:3, units = "mins")[2]
as.difftime(1:3, units = "mins")[[2]]
as.difftime(1:3, units = "mins")[7]
numeric_version(c("1.2", "2.3"))[[1]]
numeric_version(c("1.2", "2.3"))[[c(2, 1)]]
numeric_version(c("1.2", "2.3"))[1, 2]
structure(1:3, class = "foo", at = "z")[2]
structure(1:3, class = "factor", levels = c("a", "b", "c"))[2]
structure(1:3, names = c("a", NA, ""))[c("", NA)]
structure(1:3, names = c("a", NA, ""))[c("a", "NA")]
structure(1:3, names = c("a", "a", "b"))["a"]
ts(1:5)[2:3]
structure(list(1, 2), dim = c(1, 2))[1, 2]
structure(list(1, 2), dim = c(1, 2))[[1, 2]]
try(structure(list(1, 2:3), dim = c(1, 2))[[1, 3]])
try(x[1, ])
try(x[, 1])
x[, drop = FALSE]
try(x[[]])
l[[]]
x[]
l[]
x[[1, exact = TRUE]]
try(x[1, exact = TRUE])
x[i = 2]
x[[i = 2]]
x[]
try(x[[]])
l$a
try(`$`(l, 1))
l$a
l$a
x[3e+09]
x[c(1, 3e+09)]
x[-3e+09]
x[c(TRUE, TRUE, TRUE, TRUE)]
x[logical()]
x[!logical()]
letters[c(1, NA, 30)]
l[c("a", "zz")]
l[NA]
l[5]
l[-1]
l[c(TRUE, FALSE)]
as.pairlist(l)[2]
as.pairlist(l)["b"]
as.pairlist(l)[[2]]
as.pairlist(l)$b
pairlist(a = 1, b = 2)[["c"]]
formals(function(a, b = 2) 1)$b
formals(function(a, b = 2) 1)["b"]
