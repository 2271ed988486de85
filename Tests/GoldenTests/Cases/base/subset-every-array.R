# Subscripts of matrices and arrays.
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
m[, 1, drop = FALSE]
m[1, 2]
m[1, 2, drop = FALSE]
m["r1", "B"]
try(m["r1", "Z"])
try(m["z", 1])
try(m[3, 1])
try(m[1, 4])
m[-1, ]
m[-3, ]
try(m[c(-1, 1), ])
m[NA, 1]
m[NA, ]
m[NA_integer_, 2]
m[c(TRUE, FALSE), ]
try(m[c(TRUE, FALSE, TRUE), ])
m[, c(TRUE, NA, FALSE)]
m[0, ]
m[0, 0]
m[, 0]
m[integer(), 1]
m[cbind(1:2, 2:3)]
m[cbind(1:2, c(2, NA))]
m[cbind(1:2, c(2, 0))]
try(m[cbind(1:2, c(2, 4))])
try(m[cbind(1:2, c(-2, 1))])
m[cbind("r1", "B")]
m[cbind(c("r1", NA), "B")]
try(m[cbind("r1", "Q")])
m[m > 2]
m[[1, 2]]
m[["r1", "C"]]
try(m[["r1", "Q"]])
try(m[[3, 1]])
try(m[[1, 1:2]])
try(m[[1, 2, 3]])
try(m[[0, 1]])
try(m[[-1, 2]])
try(m[[NA, 1]])
m[[5]]
try(m[[cbind(1, 2)]])
try(m[1, 2, 3])
try(m[, , 1])
m[]
m[drop = TRUE]
m[, , drop = FALSE]
m[1, drop = FALSE]
m[drop = FALSE, 1, 2]
m[1, j = 2]
m[j = 1, i = 2]
try(m[list(1), 1])
try(m[quote(a), 1])
try(m[1, sum])
try(m[1 + (0+0i), 1])
try(m[as.raw(1), 1])
m[1.9, 2.9]
m[c(1, NA), c(2, NA)]
m[Inf, 1]
m[factor("r2"), ]
m[NULL, ]
m[, NULL]
m[character(), ]
a[1, 2, 3]
a[1, , ]
a[, , 1]
a[1, 2, ]
a[, , c(TRUE, FALSE)]
a[cbind(1, 2, 3)]
a[cbind(1, 2)]
try(a[, , 5])
try(a[1, 2])
a[-1, -1, -1]
a[-1, -1, -1, drop = FALSE]
a[0, 1, 1]
try(a["x", 1, 1])
a[[1, 2, 3]]
try(a[[1, 2, 5]])
array(1:3, 3, list(c("a", "b", "c")))[2:3]
array(1:3, 3, list(c("a", "b", "c")))[2, drop = FALSE]
array(1:3, 3, list(c("a", "b", "c")))["b"]
array(1:3, 3, list(k = c("a", "b", "c")))[2:3]
array(1:3, 3, list(k = c("a", "b", "c")))[c(TRUE, NA, FALSE)]
array(1:3, 3, list(c("a", "b", "c")))[1]
array(1:3, 3, list(c("a", "b", "c")))["zz"]
array(1:3, 3)[5]
