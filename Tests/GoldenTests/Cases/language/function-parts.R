# Bodies, formals and environments of functions; calls as data.
options(error = expression(NULL))
f <- function(x, y = 2) x + y
body(f) <- quote(x * y)
f
f(3)
formals(f) <- alist(x = , y = 5, ... = )
f
f(3)
formals(f)$y <- 10
f(3)
environment(f) <- list2env(list(q = 1))
environmentName(environment(f))
body(f)[[1]] <- as.name("-")
f(3)
body(sum)
formals(sum)
formals(function() 1)
formals("f")
args(sum)
arity <- function(f) length(formals(f))
arity(f)
as.function(alist(a = , b = 2, a + b))(1)
as.call(list(as.name("sum"), 1, 2))
eval(as.call(list(as.name("sum"), 1, 2)))
cl <- quote(f(x, y = 2))
cl[[1]]
cl$y
cl$z <- 3
cl
cl[[2]] <- NULL
cl
as.list(cl)
names(cl)
