# Functions, promises and formulas made in a frame refer to it: they go together when nobody wants them, and not before.
mk <- function() { n <- 0; function() { n <<- n + 1; n } }
a <- mk(); b <- mk(); a(); a(); b(); print(c(a(), b()))
f <- function(k) { x <- numeric(1e5) + k; g <- function() h() + 1; h <- function() sum(x); fm <- y ~ x + z; p <- list(g, fm); r <- g(); environment(fm); r }
s <- 0; for (k in 1:300) s <- s + f(k); print(s)
r <- function(n) { g <- function() if (n == 0) 0 else 1 + r(n - 1); g() }
print(r(200)); for (i in 1:2000) r(20)
q <- function() { e <- environment(); delayedAssign("z", e); local({ u <- 1; v <- function() u; v() }) ; force(z); 7 }
for (i in 1:1000) q(); print(q())
gen <- function(x) { self <- environment(); get <- function() x; set <- function(v) x <<- v; self }
o <- lapply(1:1000, gen); o[[5]]$set(99); print(sum(sapply(o, function(z) z$get())))
ff <- function(n) { compose <- function(f, g) function(x) g(f(x)); h <- compose(function(x) x + n, function(x) x * 2); h(3) }
print(sum(sapply(1:2000, ff)))
tryCatch((function() { g <- function() stop("x"); x <- numeric(1e6); g() })(), error = function(e) print(conditionMessage(e)))
w <- function() { on.exit(g()); g <- function() cat("bye\n"); g2 <- function() g(); g2(); invisible() }
w(); w()
m <- function(l) { h <- function(i) l[[i]]; sapply(seq_along(l), h) }
print(m(list(1,2,3))); for (i in 1:500) m(as.list(1:50))
z <- function() { k <- function(n) if (n <= 1) 1 else n * k(n - 1); k }
print(z()(10))
kept <- z()
for (i in 1:100) z()
kept(5)
