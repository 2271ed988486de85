# Errors of loops, of calls of no function, of switch and of assignments, with their calls.
options(error = expression(NULL))
break
f <- function() break
f()
for (i in 1:3) (function() next)()
sapply(1:2, function(i) if (i == 2) next)
tryCatch(f(), error = function(e) print(e))
for (i in 1:3) eval(quote(if (i == 2) next else print(i)))
f <- function(x) for (i in 1:2) x
f(break)
for (j in 1:2) f(break)
j
for (i in new.env()) 1
for (i in quote(f(x))) 1
f <- function() for (i in sum) 1
f()
i <- 1
lockBinding("i", globalenv())
for (i in 1:2) 1
unlockBinding("i", globalenv())
(1)(2)
f <- function() NULL(1)
f()
f <- function(g) g$a(2)
f(list(a = 1))
switch("a")
switch(2, 1, )
f <- function() switch(1, , 2)
f()
1i %% 2
f <- function() 1i %/% 2
f()
class(NULL) <- "a"
baseenv()$pi <- 3
names(1) <- "a"
"x"[1] <- 3
makeActiveBinding("active", function() 1, globalenv())
active <- 2
x <- 1:3
length(x) <- NA_integer_
length(x) <- NA
x <- NULL
class(x) <- "list"
x
f <- function() 1
class(f) <- "numeric"
eval(quote(x + y), as.environment(list(x = 1, y = 2)))
base::nofun
stats:::nofun
ts(1:3)[0] + 1
structure(integer(), a = 5)[0] + 1L
A <- structure(integer(), a = 5)
A + 1L
A + 1:2
is.na(formals(function(a) 1))
bquote(f(x = .(NULL), ..(1:2)), splice = TRUE)
bquote(f(..(quote(a + b))), splice = TRUE)
print(as.call(list(quote(f), factor("u"), structure(1:2, note = "n"), c(a = 1))))
match.arg("x", "y")
