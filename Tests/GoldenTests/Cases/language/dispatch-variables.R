# What methods know of their dispatch.
k <- function(x, ...) UseMethod("k")
k.a <- function(x, ...) {
  cat(.Generic, "<", .Class, ">\n")
  NextMethod()
}
k.b <- k.a
k.default <- function(x, ...) cat(.Generic, "[", .Class, "]\n")
k(structure(1, class = c("a", "b", "c")))
k(structure(1, class = c("x", "b")))
k(1)
k.integer <- k.a
k.numeric <- k.a
k(1L)
k(matrix(1L))
Ops.m <- function(e1, e2) {
  cat(.Generic, "<", .Class, ">", .Method, "|", environmentName(.GenericCallEnv),
      environmentName(.GenericDefEnv), "\n")
  NextMethod()
}
x <- structure(1, class = c("u", "m", "v"))
x + 1
1 + x
x == x
-x
Math.m <- function(x, ...) {
  cat(.Generic, "<", .Class, ">", .Method, "\n")
  NextMethod()
}
sqrt(x)
Summary.m <- function(..., na.rm) {
  cat(.Generic, "<", .Class, ">", .Method, na.rm, "\n")
  NextMethod()
}
max(x)
"[.m" <- function(x, i) {
  cat(.Generic, "<", .Class, ">", .Method, "\n")
  NextMethod()
}
x[1]
y <- function(a, b) UseMethod("y", b)
try(y(1, 2))
as.numeric.thing <- function(x, ...) 42
as.numeric(structure("7", class = "thing"))
as.double.thing <- function(x, ...) 43
as.numeric(structure("7", class = "thing"))
# lapply() and its like take the elements by the method of [[
"[[.aa" <- function(x, i) paste("element", i)
lapply(structure(list(1, 2), class = "aa"), identity)
vapply(structure(list(a = 1, b = 2), class = "aa"), identity, "")
sapply(structure(list(a = 1, b = 2), class = "aa"), nchar)
# Registered methods
registerS3method("print", "reg", function(x, ...) cat("registered\n"))
structure(1, class = "reg")
getS3method("print", "reg")
try(registerS3method("nogeneric", "reg", function(x) 1))
methods(class = "m")
