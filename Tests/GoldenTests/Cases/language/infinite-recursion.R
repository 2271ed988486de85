# environment: R_ENABLE_JIT=0
# Recursion that does not end is an R error that can be caught.
options(error = expression(NULL))
f <- function() f()
f()
g <- function(n) g(n + 1)
tryCatch(g(1), error = function(e) print(class(e)))
try(f(), silent = TRUE); cat(geterrmessage())
p <- function(x = p()) x
tryCatch(p(), stackOverflowError = function(e) cat("overflow\n"))
withCallingHandlers(tryCatch(f(), error = function(e) conditionCall(e)), error = function(e) cat("calling\n"))
a <- function() b(); b <- function() a()
tryCatch(a(), expressionStackOverflowError = conditionMessage)
h <- function(n) if (n == 0) 0 else 1 + h(n - 1)
h(1000)
options(expressions = 100)
tryCatch(h(200), error = conditionMessage)
options(expressions = 5000)
options(expressions = 10)
options(expressions = 6e5)
r <- function(n) { on.exit(k <<- k + 1); r(n + 1) }
k <- 0
tryCatch(r(1), error = function(e) cat("caught\n")); k > 100
delayedAssign("x1", x1); x1
f2 <- function(x = x) x; f2()
f3 <- function(a = b, b = a) a; f3()
