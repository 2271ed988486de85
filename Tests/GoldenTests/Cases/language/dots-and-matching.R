# Dots, partial matching, nested replacement.
options(error = expression(NULL))
f <- function(...) names(list(...))
f(a = 1, 2)
f <- function(...) ...names()
f(a = 1, 2)
f <- function(...) nargs()
f(1, 2, , 3)
f <- function(x, ...) UseMethod("f"); f.default <- function(x, ...) list(...)
f(1, k = 2)
f <- function(a, bcd, ...) c(a = missing(a), b = missing(bcd))
f(b = 1)
f <- function(abc, abd) 1
f(ab = 1)
f(abc = 1, abc = 2)
f(1, 2, 3)
f(zz = 1)
f <- function(..., abc) if (missing(abc)) "no" else abc
f(ab = 1)
f(abc = 1)
delayedAssign("lazy", { cat("evaluated\n"); 3 })
lazy + lazy
f <- function(x) { force(x); function() x }
f(2)()
fs <- lapply(1:2, function(i) function() i)
fs[[1]]()
forceAndCall(1, function(x, y) { x }, 1)
within(data.frame(a = 1:2, b = 3:4), { c <- a + b; d <- c * 2; rm(b) })
with(list(a = 1, b = 2), a + b)
eval(quote(x), list(x = 3))
eval(expression(a <- 1, a + 1))
evalq(z, list(z = 5))
eval(quote(zzz))
eval(5)
eval("a")
eval.parent(quote(n))
f()
f <- function() environmentName(parent.env(environment()))
f()
nchar(Sys.time()) > 0
`my var` <- 3
`my var`
"quoted" -> v; v
5 -> a -> b; c(a, b)
f <- function(x) { x$a$b[2] <- 5; x }
f(list(a = list(b = 1:3)))
x <- list(a = list(1, 2)); names(x$a[[2]])[1] <- "v"; x
`second<-` <- function(x, value) { x[2] <- value; x }
x <- 1:3; second(x) <- 10L; x
second(names(x)) <- "b"; x
x <- c(a = 1); x[["b"]] <- 2; x
m <- matrix(1:4, 2); dimnames(m) <- list(NULL, c("a", "b")); m[, "b"] <- 0L; m
l <- list(); l$a$b$c <- 1; str(l)
l[["x"]][["y"]] <- 2; str(l)
l["a"] <- NULL; str(l)
x <- 1:3; x[[2]] <- "z"; x
x[5] <- "q"; x
f <- function() { x[1] <- 9; x }
f(); x
levels(x) <- c("p"); attributes(x)
is.na(x) <- 2; x
substr(x, 1, 1) <- "W"; x
diag(m) <- 9L; m
body(f)[[2]] <- quote(x[1] <- 8); f()
