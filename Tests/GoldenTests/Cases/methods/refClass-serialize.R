# Fields keep their classes when an object is written and read again.
Acc <- setRefClass("Acc", fields = list(bal = "numeric", log = "list", double = function() 2 * bal),
  methods = list(dep = function(x) {
    bal <<- bal + x
    invisible(.self)
  }))
a <- Acc$new(bal = 3)
file <- tempfile()
saveRDS(a, file)
b <- readRDS(file)
b$bal
b$dep(5)$bal
b$double
try(b$bal <- "a")
class(b)
b
a$bal
d <- unserialize(serialize(a, NULL))
d$dep(1)$bal
save(a, file = file)
a$bal <- 100
load(file)
a$bal
# Bindings of environments keep their marks
e <- new.env()
makeActiveBinding("now", function() "computed", e)
assign("fixed", 1, envir = e)
lockBinding("fixed", e)
f <- unserialize(serialize(e, NULL))
f$now
bindingIsActive("now", f)
bindingIsLocked("fixed", f)
try(f$fixed <- 2)
