# local evaluates in a new environment under the caller's.
options(error = expression(NULL), showErrorCalls = FALSE)
g <- function(s, b) { local(a <- s) }
g(y, )
g(5)
f <- function() { x <- 1; local({ y <- x + 1; y * 2 }) }
f()
f <- function() { e <- environment(); local(identical(parent.frame(), e)) }
f()
local({ a <- 1; b <- 2; ls() })
e <- new.env()
local(z <- 9, envir = e)
e$z
h <- function(expr) local(expr)
h(1 + 1)
k <- function() { local(return(1)); 2 }
k()
counter <- local({ n <- 0; function() { n <<- n + 1; n } })
counter(); counter()
