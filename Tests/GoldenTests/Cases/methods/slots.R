setClass("A", representation(x = "numeric", l = "list", f = "function", any = "ANY"))
a <- new("A", x = 1, l = list(k = 1))
a@x
a@x[3] <- 9
a@x
a@l$new <- "v"
names(a@l)
a@any <- NULL
a@any
a@x <- 5L
try(a@x <- "text")
try(a@nope <- 1)
try(a@nope)
try((1)@x)
slot(a, "x")
slot(a, "x") <- 7
a@x
try(slot(a, "x") <- "text")
slot(a, "x", check = FALSE) <- "text"
a@x
.hasSlot(a, "x")
.hasSlot(a, "nope")
slotNames("A")
getSlots("A")
b <- a
b@l <- list()
length(a@l)
isVirtualClass("A")
identical(a, a)
identical(a, b)
all.equal(new("A", x = 1), new("A", x = 2))
attributes(new("A", x = 1))$x
f <- function(o) { o@x <- 100; o@x }
f(a)
a@x
