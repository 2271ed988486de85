# Arguments are evaluated when first used, once, in the caller's frame.
f <- function(x) { print("in f"); x; x; invisible() }
f({print("forced"); 1})
g <- function(a, b = a * 2) { a <- 10; b }
g(1)
h <- function(x, y = {print("default"); x + 1}) { x <- 5; y }
h(1)
lazy <- function(x) { x <- 2; substitute(x) }
k <- function(x) function() x
a <- 1
fun <- k(a)
a <- 2
fun()
outer1 <- function() { v <- "outer"; inner <- function(p) { v <- "inner"; p }; inner(v) }
outer1()
force1 <- function(x) { force(x); function() x }
fs <- list(); for (i in 1:3) { local({ j <- i; fs[[j]] <<- function() j }) }
fs[[1]](); fs[[3]]()
try(f(undefinedVariable))
rec <- function(x = x) x
try(rec())
unused <- function(x, y) x
unused(1, stop("never"))
side <- 0
count <- function() { side <<- side + 1; side }
twice <- function(p) c(p, p)
twice(count())
w <- function(...) { args <- list(...); length(args) }
w(count(), count())
side
delayedAssign("later", {cat("now\n"); 42})
later + later
modify <- function(x) { x[1] <- 99; x }
original <- c(1, 2, 3)
modify(original)
original
