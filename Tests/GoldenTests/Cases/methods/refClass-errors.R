# What is refused, and what locked fields, accessors and copies do.
Acc <- setRefClass("Acc", fields = list(bal = "numeric", owner = "character", log = "list"),
  methods = list(dep = function(x, by = 1, ...) {
    "Puts money on the account."
    bal <<- bal + x
    invisible(.self)
  }))
Acc$lock("owner", "log")
Acc
Acc$lock()
try(Acc$lock("nosuch"))
Acc$help(dep)
try(Acc$new(foo = 1))
try(Acc$new(bal = "x"))
a <- Acc$new(bal = 1, owner = "Z")
try(a$owner <- "Y")
try(a$nosuch)
try(a$nosuch <- 1)
try(a$field("nosuch"))
try(a$field("nosuch", 1))
a$field("bal", 5)
a$field("bal")
Acc$accessors("bal")
b <- Acc$new(bal = 3)
b$setBal(9)
b$getBal()
try(b$setBal("a"))
try(setRefClass("Bad", contains = "nosuch"))
try(setRefClass("Bad", fields = list(a = 1)))
try(setRefClass("Bad", fields = list(a = "nosuchclass")))
try(setRefClass("Bad", fields = list(next1 = "Bad")))
try(setRefClass("Bad", fields = list("a")))
try(getRefClass("nosuch"))
try(getRefClass(a))
Virt <- setRefClass("Virt", contains = "VIRTUAL", fields = list(x = "numeric"))
try(Virt$new())
Holder <- setRefClass("Holder", fields = list(a = "Acc", d = "data.frame", f = "factor"))
h <- Holder$new()
h$a
h$d
# copy() makes the new object by new()
Loud <- setRefClass("Loud", fields = list(x = "numeric"), methods = list(
  initialize = function(...) {
    cat("made\n")
    callSuper(...)
  },
  check = function() {
    n <- x
    x <- 1
    n
  }))
l <- Loud$new(x = 1)
k <- l$copy()
k$x
Loud$methods(more = function() x)
Stack <- setRefClass("Stack", fields = list(items = "list"), methods = list(
  push = function(x) items[[length(items) + 1]] <<- x))
Stack$methods(push = function(x) callSuper(x))
try(Stack$new()$push(1))
# Methods of one object can be traced
s <- Stack$new()
d <- Loud$new(x = 2)
d$trace(check, quote(cat("checking\n")))
d$check()
d$untrace(check)
d$check()
d$usingMethods("check")
