# Frames kept after an error, and looking around in them.
f <- function(x) { y <- x + 1; g(y) }
g <- function(z) stop("oops ", z)
options(error = quote(dump.frames("kept")))
f(1)
names(kept)
class(kept)
attr(kept, "error.message")
ls(kept[[1]])
debugger(kept)
7
1
y
y * 2
c
2
z
c
0
options(error = quote(dump.frames("saved", TRUE, TRUE)))
value <- 17
f(2)
rm(value)
load("saved.rda")
names(saved)
get("value", saved[[1]])
options(error = recover)
f(3)
head(names(last.dump), 3)
options(error = NULL)
h <- function(a) recover()
h(2)
recover()
