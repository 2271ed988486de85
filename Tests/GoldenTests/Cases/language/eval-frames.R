# eval in numbered frames.
options(error=expression(NULL))
x <- "global"
f <- function() { x <- 5; g <- function() { x<-6; evalq(x, -1) }; g() }
f()
f <- function() { x <- 5; g <- function() { x<-6; eval(quote(x), -1) }; g() }
f()
f <- function() { x <- 5; g <- function() { x<-6; eval(quote(x), -2) }; g() }
f()
f <- function() { x <- 5; g <- function() { x<-6; eval(quote(x), 1) }; g() }
f()
f <- function() { x <- 5; g <- function() { x<-6; eval(quote(x), 2) }; g() }
f()
f <- function() { x <- 5; g <- function() { x<-6; eval(quote(x), 3) }; g() }
f()
f <- function() { x <- 5; g <- function() { x<-6; eval(quote(x), 0) }; g() }
f()
evalq(x, -1)
eval(quote(x), -3)
eval(quote(x), 4)
eval(quote(x), NA)
eval(quote(x), "a")
eval(quote(x), 1:2)
eval(quote(x), -1:0)
