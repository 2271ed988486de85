# Where code was written.
x <- parse(text = c("x  <- 1 # c", "f <- function(a) {  y", "  z }; g(", "2)"), keep.source = TRUE)
places <- attr(x, "srcref")
places
lapply(places, as.integer)
as.integer(attr(x, "wholeSrcref"))
attr(x, "srcfile")
class(attr(x, "srcfile"))
eval(x[[2]])
f
print(f, useSource = FALSE)
as.integer(attr(f, "srcref"))
lapply(attr(body(f), "srcref"), as.integer)
as.integer(attr(body(f), "wholeSrcref"))
x
x[2:3]
attributes(x[1])
getSrcref(f)
getSrcLocation(x)
getSrcLocation(f, "column")
getSrcLocation(f, "byte", first = FALSE)
getSrcFilename(x)
getSrcDirectory(f)
as.character(places[[2]])
as.character(places[[2]], useSource = FALSE)
print(places[[3]], useSource = FALSE)
summary(places[[1]])
g <- f
attr(g, "srcref") <- NULL
g
identical(f, g)
identical(f, g, ignore.srcref = FALSE)
removeSource(f)
b <- body(f)
b[[2]] <- quote(w)
names(attributes(b))
names(attributes(f))
formals(f) <- alist(q = 1)
attributes(f)
f
parse(text = "function(x)   x+1", keep.source = TRUE)
parse(text = "function(x)   x+1", keep.source = FALSE)
as.integer(attr(parse(text = "a;b;c d", n = 2, keep.source = TRUE), "wholeSrcref"))
attributes(parse(text = "", keep.source = TRUE))

# Files
e <- srcfilecopy("foo", c("a", "b\nc"), timestamp = as.POSIXct(0, origin = "1970-01-01", tz = "UTC"))
sort(ls(e))
e$lines
srcref(e, c(1, 1, 2, 1))
unclass(srcref(e, c(1L, 2L, 1L, 5L, 2L, 5L)))[1:8]
try(srcref(e, c(1, 1, 5)))
as.character(srcref(e, c(1, 1, 2, 1)), to = srcref(e, c(3, 1, 3, 1)))
getSrcLines(e, 2, 3)
class(srcfilealias("bar", e))
cat("f <- function(x)   x\nf\n", file = "written.R")
summary(parse("written.R", keep.source = TRUE))
getSrcFilename(parse("written.R", keep.source = TRUE))
getSrcLines(srcfile("written.R"), 1, 1)
try(unclass(e))

# Options
options(keep.source = TRUE)
h <- function(x)   {   # remark
  x  + 1 }
h
as.integer(attr(h, "srcref"))
quote(function(x)   x)
list(h, quote({a   }))

k <- function(n)   function(y) {y+n}
attr(k(2), "srcref")
eval(as.call(list(as.name("function"), NULL, 3)))
