options(keep.source = TRUE)
f <- function(x) { g <- function(y) { y +   1 } # c
 g(x) }
removeSource(f)
removeSource(f)(1)
code <- parse(text = "h <- function(a) {  a   }; 1+1")
attributes(removeSource(code))
removeSource(code)
eval(removeSource(code)[[1]])
try(removeSource(1))
