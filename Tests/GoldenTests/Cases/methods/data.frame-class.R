# Objects that extend data frames stay what they are when columns change.
setClass("DF", contains = "data.frame", representation(meta = "character"))
d <- new("DF", data.frame(a = 1:3, b = letters[1:3]), meta = "m")
d$a <- 4:6
d
is(d)
isS4(d)
d$c <- 1
d$b <- NULL
names(d)
d@meta
nrow(d)
lapply(d, class)
# Lists with names
setClass("NL", contains = "namedList", representation(m = "character"))
n <- new("NL", list(a = 1, b = 2), m = "k")
n
n$a
names(n)
# Environments and names
setClass("Env", contains = "environment", representation(t = "character"))
e <- new("Env", t = "T")
assign("x", 1, envir = e)
e$y <- 2
e[["z"]] <- 3
e$nothing
eval(quote(x + y), e)
evalq(x + z, e)
local(w <- 5, envir = e)
with(e, w + 1)
sort(ls(e))
e@t
setClass("Nm", contains = "name", representation(a = "numeric"))
new("Nm", as.name("q"), a = 1)
as(new("Nm", as.name("q"), a = 1), "name")
Acc <- setRefClass("Acc", fields = list(b = "numeric"))
a <- Acc$new(b = 3)
eval(quote(b), a)
with(a, b + 1)
a[["b"]] <- 4
a$b
try(a[["b"]] <- "text")
format(a)
