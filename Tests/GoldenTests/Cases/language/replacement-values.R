# What a replacement function knows of its value.
options(error = expression(NULL))
`foo<-` <- function(x, ..., value) stop("a")
y <- 1
foo(y) <- c(1 + 1, 2)
foo(y, 1 + 2) <- c(1 + 1, 2)
`bar<-` <- function(x, value) { print(sys.call()); print(match.call()); print(substitute(value)); x }
bar(y) <- 1 + 1
bar(y[1]) <- sum(y)
z <- list(a = 1)
bar(names(z)) <- "b"
names(bar(z)) <- toupper("c")
e <- new.env()
e$f <- function() invisible(3)
e$v <- 9
e$f()
e$v
e[["v"]]
g <- function() { e$f(); e$v }
g()
