languageEl(quote(f(x, y)), 1)
languageEl(quote(f(x, y)), 2)
languageEl(quote(if (a) b else c), 1)
languageEl(quote(if (a) b else c), 3)
languageEl(quote(for (i in 1:3) x), 2)
languageEl(quote(while (a) b), 2)
languageEl(function(x, y = 2) x, 2)
languageEl(function(x, y = 2) x, "y")
z <- quote(f(x, y))
languageEl(z, 1) <- "g"
languageEl(z, 2) <- quote(k + 1)
z
w <- quote(if (a) b)
languageEl(w, 1) <- TRUE
w
g <- function(x, y) x
languageEl(g, "y") <- 3
g
isGrammarSymbol("foo")
# Bodies of methods
setClass("track", slots = c(x = "numeric", y = "numeric"))
setGeneric("first", function(object, ...) standardGeneric("first"))
setMethod("first", "track", function(object, ...) object@x)
m <- getMethod("first", "track")
body(m) <- quote(object@y)
class(m)
m
isGeneric("body<-")
setMethod("body<-", "track", function(fun, envir, value) {
  fun@x <- value
  fun
})
t1 <- new("track")
body(t1) <- 5
t1@x
f <- function(x) x + 1
body(f) <- quote(x * 2)
f(4)
