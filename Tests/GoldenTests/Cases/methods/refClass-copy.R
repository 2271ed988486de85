Inner <- setRefClass("Inner", fields = list(v = "numeric"))
Outer <- setRefClass("Outer", fields = list(inner = "Inner", n = "numeric"))
o <- Outer$new(inner = Inner$new(v = 1), n = 2)
deep <- o$copy()
deep$inner$v <- 50
o$inner$v
flat <- o$copy(shallow = TRUE)
flat$inner$v <- 60
o$inner$v
flat$n <- 3
o$n
o
Counter <- setRefClass("Counter", fields = list(count = "numeric"), methods = list(
  add = function(by = 1) {
    count <<- count + by
    invisible(.self)
  }))
counter <- Counter$new(count = 0)
for (i in 1:10) counter$add()
counter$count
counter$add(by = 5)$count
tryCatch(counter$add(1, 2, 3), error = function(e) cat(conditionMessage(e), "\n"))
tryCatch(counter$count <- "a", error = function(e) cat(conditionMessage(e), "\n"))
W <- setRefClass("W", fields = list(x = "numeric"), methods = list(f = function() { x <- 1; x }))
W$new(x = 5)$f()
