# Frames: parent.frame, sys.function, assign in the caller, eval, local functions.
setter <- function(name, value) assign(name, value, envir = parent.frame())
f <- function() { x <- 1; setter("x", 5); x }
f()
g <- function() { setter("fresh", "made"); fresh }
g()
h <- function() { y <- 2; k <- function() { y <<- y + 1; y }; k(); k(); y }
h()
ev <- function() { z <- 10; eval(quote(z + 1)) }
ev()
ev2 <- function(df) with(df, a + b)
ev2(list(a = 1, b = 2))
evp <- function() { q <- 3; inner <- function() eval(quote(q * 2), parent.frame()); inner() }
evp()
sf <- function(n) { if (n == 0) return("done"); sys.function()(n - 1) }
sf(3)
depth <- function() sys.nframe()
depth()
wrap <- function() depth()
wrap()
caller <- function() deparse(sys.call(-1))
callme <- function(x) caller()
callme(1 + 1)
counter <- function() { i <- 0; function() { i <<- i + 1; i } }
c1 <- counter(); c2 <- counter()
c1(); c1(); c2()
exists("neverDefined")
e <- new.env(); assign("v", 1, e); local(v <- v + 1, envir = e); get("v", e)
rmtest <- function() { a <- 1; rm(a); exists("a", inherits = FALSE) }
rmtest()
envs <- function() { a <- 1; b <- 2; sort(ls()) }
envs()
ret <- function() { eval(quote(return(7))); "after" }
ret()
promiseReturn <- function() { id <- function(x) x; id(return("from promise")); "not here" }
promiseReturn()
arg <- function(x) { x; parent.frame() }
identical(arg(1), globalenv())
nested <- function() { v <- 1; (function() { v <- 2; (function() v)() })() }
nested()
redefine <- function() { `+` <- function(a, b) a * b; 3 + 4 }
redefine()
3 + 4
`if` <- function(a, b, c) "mine"
if (TRUE) 1 else 2
rm(`if`)
if (TRUE) 1 else 2
