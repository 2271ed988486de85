# Replacement of parts, nested and by user's functions.
x <- list(a = 1, b = list(c = 2, d = 1:3))
x$b$d[2] <- 20L
x$b$e$f <- "deep"
str(x)
names(x)[2] <- "B"
names(x)
y <- 1:5
y[8] <- 8L
y
y[["x"]] <- 1L
y
m <- matrix(0, 2, 2)
m[1, ] <- c(1, 2)
diag(m)[2] <- 9
m
dim(m) <- NULL
m
`second<-` <- function(x, value) { x[2] <- value; x }
z <- 1:3
second(z) <- 10L
z
`part<-` <- function(x, i, value) { x[[i]] <- value; x }
l <- list(1, 2)
part(l, 2)$k <- "nested"
str(l)
attr(z, "note") <- "hi"
attributes(z)
levels(ff <- factor(c("a", "b")))[1] <- "A"
v <- c(a = 1)
v["b"] <- 2
v
w <- NULL
w$first <- 1
w[["second"]] <- "two"
str(w)
g <- function() { v[1] <- 100; v["a"] }
g()
v
h <- function() { v[1] <<- 50; v }
h()
i <- 3; q <- c(1, 2, 3)
q[i <- 1] <- 10
q; i
a <- b <- c(1, 2)
a[1] <- 9
b
f <- function(n) { r <- numeric(0); for (k in seq_len(n)) r[k] <- k^2; r }
f(4)
e <- new.env()
e$val <- 1
e$val <- e$val + 1
e[["val"]]
try(undefinedThing[1] <- 2)
try(5 <- 3)
x[["a"]] <- NULL
names(x)
body(f)[[2]] <- quote(r <- "changed")
"str" -> s2
s2
