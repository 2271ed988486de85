x <- c(a=1,b=2,c=3)
x[c(TRUE,NA,FALSE)]
x[-1]
x[c("a","zz")]
x[10]
x[0]
x[c(0,2)]
x[["b"]]
try(x[["zz"]])
try(x[[5]])
x[c(-1,-2)]
try(x[c(-1,2)])
m <- matrix(1:12,3,dimnames=list(letters[1:3],LETTERS[1:4]))
m[cbind(c(1,2),c(3,4))]
m[m>5]
m["a",]
m[,"B",drop=FALSE]
m[-1,c(TRUE,FALSE)]
m[cbind(c("a","b"),c("A","D"))]
try(m[4,1])
m[[2,3]]
m[["b","C"]]
m[2]
m[m>10] <- 0L
m
m[2,] <- 9L
m
m[cbind(1,1)] <- 100L
m
m["a","B"] <- NA
m
a <- array(1:24,2:4)
a[1,2,3]
a[,,1]
a[1,,,drop=FALSE]
dim(a[,1,])
a[cbind(1,2,3)]
a[a>20]
l <- list(a=1,b=list(c=2,d=list(e=3)))
l[["b"]][["d"]][["e"]]
l[[c("b","d","e")]]
l$b$d$e
l$z
l[["b"]]$c <- 10
l$n$m <- 5
str(l)
l[c("a","zz")]
l["a"] <- NULL
names(l)
l[["q"]] <- NULL
length(l)
