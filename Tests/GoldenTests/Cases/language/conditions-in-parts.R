# Conditions with && and || whose parts are NA, no scalars or errors, in if and while.
f <- function(a, b, c) if (a > 1 && b < 2 && c) "yes" else "no"
f(2, 1, TRUE); f(2, 1, FALSE); f(2, 3, stop("not reached")); f(0, stop("x"), TRUE)
try(f(NA, 1, TRUE))
f(NA, 3, TRUE); f(NA, 1, FALSE); f(2, NA, FALSE)
try(f(2, 1, NA)); try(f("a", 1, TRUE)); try(f(2, 1, "b"))
try(f(2, numeric(0), TRUE))
g <- function(a, b) if (a == 1 || is.null(b) || b != 3) "yes" else "no"
g(1, stop("x")); g(2, NULL); g(2, 3); g(2, 4); g(NA, 4)
try(g(NA, 3)); try(g(2, NA)); g(factor("u"), 4)
try(g("1", list()))
h <- function(n) {
  i <- 0L
  while (i < n && i * i < 50) { i <- i + 1L; if (i %% 2L == 0L) next; if (i > 100L) break }
  i
}
h(5); h(100); try(h(NA))
k <- function(x) {
  total <- 0
  for (i in seq_along(x)) {
    if (is.na(x[i]) || x[i] < 0) next
    x[i] <- x[i] + i
    total <- total + x[[i]]
  }
  list(total, x)
}
k(c(1, NA, -2, 4)); k(1:3); k(list(1, 2)[[2]])
w <- function() { n <- 0; while (TRUE) { n <- n + 1; if (n == 3) next; if (n > 5) break }; n }
w()
r <- function(x) { y <- x; y[2] <- 10; x[[3]] <- 20; y2 <- y; y2[1L] <- y[2]; list(x, y, y2) }
r(c(1, 2, 3)); r(1:3); r(list(1, "a", TRUE))
s <- function(x, i) { x[i] <- x; x }
try(s(1:2, 1)); s(list(1), 1)
