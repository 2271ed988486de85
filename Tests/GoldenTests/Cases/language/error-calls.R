f <- function() g()
g <- function() h(1)
h <- function(x) stop("deep")
f()
