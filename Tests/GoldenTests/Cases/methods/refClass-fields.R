P <- setRefClass("P", fields = c("x", "y"))
p <- P$new(x = 1, y = "a")
p
p$x <- "anything"
p$x
P$new()
Q <- setRefClass("Q", fields = c(n = "numeric", l = "list"))
Q$new()
q <- Q$new(n = 1)
q$l$new <- 5
names(q$l)
q$n[3] <- 9
q$n
q[["n"]]
q$field("n")
q$field("n", 4)
q$n
L <- setRefClass("L", fields = list(a = "numeric", b = "numeric"))
L$lock("a")
l <- L$new(a = 1, b = 2)
try(l$a <- 3)
l$b <- 5
l$a + l$b
L$lock()
L$accessors("b")
l <- L$new(a = 1, b = 3)
l$getB()
l$setB(7)
l$b
Circle <- setRefClass("Circle", fields = list(r = "numeric", area = function(value) {
  if (missing(value)) 3 * r^2 else r <<- sqrt(value / 3)
}))
circle <- Circle$new(r = 2)
circle$area
circle$area <- 75
circle$r
Node <- setRefClass("Node", fields = list(value = "ANY", rest = "ANY"))
Node$new(value = 1, rest = NULL)
Stack <- setRefClass("Stack", fields = list(items = "list"), methods = list(
  push = function(x) items[[length(items) + 1]] <<- x,
  pop = function() {
    last <- items[[length(items)]]
    items[[length(items)]] <<- NULL
    last
  },
  size = function() length(items)))
s <- Stack$new()
s$push(1)
s$push("b")
s$size()
s$pop()
s$size()
str(p)
