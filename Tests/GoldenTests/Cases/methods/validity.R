setClass("Positive", representation(x = "numeric"),
  validity = function(object) if (all(object@x > 0)) TRUE else "not positive")
new("Positive", x = 1)
try(new("Positive", x = -1))
p <- new("Positive", x = 1)
p@x <- -1
try(validObject(p))
validObject(p, test = TRUE)
setClass("Small", contains = "Positive",
  validity = function(object) c(if (any(object@x > 9)) "too large",
                                if (length(object@x) > 2) "too long"))
try(new("Small", x = c(10, 1, 1)))
try(new("Small", x = c(-10, 1, 1)))
validObject(new("Small", x = 3))
setValidity("Positive", function(object) if (length(object@x)) TRUE else "empty")
new("Positive", x = -3)
try(new("Small", x = numeric()))
is.function(getValidity(getClass("Positive")))
