# A function means what its environment says, wherever it ran before.
e <- new.env(); e$sum <- function(...) "mine"
f <- function() sum(1, 2)
f()
g <- f; environment(g) <- e
g(); f(); g()
e2 <- new.env(); e3 <- new.env(); assign("+", function(a, b) "plus", e3)
h <- function() 4 + 1
environment(h) <- e2; h()
environment(h) <- e3; h()
environment(h) <- globalenv(); h()
# The functions inside a function move with it.
outer <- function() { inner <- function() max(1, 2); inner() }
outer()
e$max <- function(...) "largest"
moved <- outer; environment(moved) <- e
moved(); outer(); moved()
# The same expression, evaluated in several places.
make <- quote(function(x) length(x))
a <- eval(make, new.env()); a(1:3)
e4 <- list2env(list(length = function(x) "long"))
b <- eval(make, e4); b(1:3); a(1:3)
d <- eval(make, list(length = function(x) "list")); d(1); a(1:2); b(1)
local({ `(` <- function(x) "bracket"; k <- function() (1); k() })
# From a place where the name is bound to one where it is not.
e5 <- new.env(); e5$rev <- function(x) "turned"
local({ r <<- function() rev(1:2) }, envir = e5)
free <- r; environment(free) <- globalenv()
free(); r(); free()
# Names bound later count as well.
late <- new.env(); l <- function() nchar("abc"); environment(l) <- late
l(); late$nchar <- function(x) "counted"; l(); rm("nchar", envir = late); l()
