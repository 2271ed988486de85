setClass("Tagged", representation(tags = "character"), contains = "matrix")
setMethod("[", "Tagged", function(x, i, j, ..., drop = TRUE) {
  cat("subset\n")
  callNextMethod()
})
m <- new("Tagged", matrix(1:6, 3, 2), tags = letters[1:3])
m[, 2]
m[2, ]
m[2, 1]
m[5]
m[1:2, , drop = FALSE]
setMethod("[", signature("Tagged", "character"), function(x, i, j, ..., drop = TRUE) {
  i <- match(i, x@tags)
  callNextMethod()
})
m["b", 2]
setClass("Vec", contains = "numeric")
setMethod("[", "Vec", function(x, i, ...) new("Vec", callNextMethod()))
v <- new("Vec", c(5, 6, 7))
v[2:3]
v[-1]
setMethod("Arith", signature("Vec", "Vec"), function(e1, e2) new("Vec", callNextMethod()))
v + v
v * 2
