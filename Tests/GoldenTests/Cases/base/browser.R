f <- function(x) { browser(); x + 1 }
f(2)
x
y <- x * 10
y
c
g <- function(a) { f(a); "g done" }
g(1)
where
ls()
Q
1 + 1
h <- function() { browser("note", expr = FALSE); 5 }
h()
h2 <- function() { browser("note"); 5 }
h2()
browserText()
sum(1,
  2)
cont
f(9)
invisible(3)
x
c
