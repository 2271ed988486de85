Base <- setRefClass("Base", fields = list(x = "numeric"), methods = list(
  initialize = function(...) {
    initFields(...)
    if (length(x) == 0) x <<- 1
    .self
  },
  describe = function(prefix = "") cat(prefix, "Base", x, "\n")))
Derived <- setRefClass("Derived", contains = "Base", fields = list(y = "character"),
  methods = list(
    initialize = function(...) {
      callSuper(...)
      x <<- x + 100
    },
    describe = function(prefix = "") {
      cat("Derived", y, "\n")
      callSuper(prefix = "then")
    },
    twice = function() { describe(); describe("again") }))
Base$new()$x
Base$new(x = 5)$describe()
d <- Derived$new(y = "why")
d$x
d$twice()
is(d, "Base")
is(d)
Derived
Base$methods(double = function() 2 * x)
Base$new(x = 4)$double()
setGeneric("size", function(object) standardGeneric("size"))
setMethod("size", "Base", function(object) object$x)
size(d)
setMethod("show", "Derived", function(object) cat("<Derived>\n"))
d
Base$new(x = 2)
