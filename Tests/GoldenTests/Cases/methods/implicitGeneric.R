implicitGeneric("with")@signature
implicitGeneric("nchar")@package
own <- function(x, expr) "plain"
setGeneric("own", signature = "x")
kept <- setGenericImplicit("own")
kept@signature
own
own(1)
isGeneric("own")
# A generic function with other arguments than the function it hides does not call it.
setGeneric("sd", function(x, ...) standardGeneric("sd"))
try(sd(c(1, 2, 4)))
other <- function(x, y) 1
setGeneric("other", function(x, ...) standardGeneric("other"))
try(other(1))
same <- function(x, ...) "the default"
setGeneric("same", function(x, ...) standardGeneric("same"))
same(1)
setGeneric("lapply", function(X, FUN, ...) {
  standardGeneric("lapply")
})
lapply(1:2, class)
try(setGeneric("number", 5))
