area <- function(x) UseMethod("area")
area.default <- function(x) x^2
area.circle <- function(x) pi * unclass(x)^2
x <- structure(2, class = "circle")
res <- debugcall(area(x), once = TRUE)
res
isdebugged(area.circle)
eval(res)
n
isdebugged(area.circle)
plain <- function(a) a + 1
debugcall(plain(1))
isdebugged(plain)
undebugcall(plain(1))
f <- function(x) { on.exit(print(returnValue())); x + 1 }
f(1)
g <- function(x) {
  on.exit(print(returnValue("none")))
  if (x) stop("e") else invisible(7)
}
g(FALSE)
try(g(TRUE))
returnValue()
h <- function() { on.exit({ print(returnValue()); 5 }); return(c(a = 1)) }
h()
