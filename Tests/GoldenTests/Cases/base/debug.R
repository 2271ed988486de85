f <- function(x) {
  y <- x + 1
  for (i in 1:2) y <- y * i
  if (y > 3) {
    z <- y
  } else z <- 0
  g(z)
}
g <- function(a) a * 2
debug(f)
f(1)
n
n
ls()
n
n
n
n
where
n
n
f(2)
c
isdebugged(f)
undebug(f)
isdebugged(f)
undebug(f)
debug("g")
isdebugged("g")
undebug(g)
f2 <- function(x) { a <- g(x); b <- g(a)
  a + b }
debugonce(f2)
f2(3)
n
s
n
a <- 100
nosuch

n
f2(3)
h <- function(x) {
  browser()
  x <- x + 1
  while (x < 2) {
    x <- x + 1
  }
  while (x < 3) x <- x + 1
  x
}
h(0)
n
n
n
n
n
n
n
n
loop <- function(n) { s <- 0
  for (i in 1:n) { s <- s + i
    if (i == 2) next
    s <- s * 2 }
  repeat { s <- s - 1; if (s < 5) break }
  s }
debugonce(loop)
loop(3)
n
n
n
f
f
n
v <- function() { on.exit(cat("bye\n")); return(4) }
debug(v)
v()
n
n
n
debuggingState(FALSE)
v()
debuggingState(TRUE)
m <- function(x) UseMethod("m")
m.default <- function(x) x
debugonce(m)
m(1)
n
n
w <- function(x) { k <- v(); k + x }
debugonce(w)
w(1)
n
n
n
n
v()
w(2)
where
c
c
undebug(v)
options(keep.source = TRUE)
p <- function(x) {
  y <- x +    1  # a remark
  if (y > 3) y else 0
}
debugonce(p)
p(1)
n
n
n
try(debug("nosuch"))
try(debug())
isdebugged(sum)
debug(3)
