# Loops, switch, visibility.
for (i in c("a", "b")) cat(i, "")
cat("\n")
for (x in list(1, "z", TRUE)) print(x)
i <- 0
repeat { i <- i + 1; if (i %% 2 == 0) next; if (i > 6) break; cat(i, "") }
cat("\n")
while (TRUE) { i <- i - 1; if (i < 3) break }
i
f <- function(x) switch(x, a = , b = "AB", c = { "C" }, stop("unknown"))
f("a"); f("c")
try(f("q"))
switch(2, "one", "two", "three")
switch(4, "one", "two")
is.null(switch("z", a = 1))
g <- function() invisible(7)
g()
(g())
y <- g(); y
if (FALSE) 1
(if (FALSE) 1)
h <- function(x) if (x) "yes"
h(TRUE)
h(FALSE)
k <- function() { z <- 5 }
k()
print(k())
NULL
x <- c(b = 2, a = 1); x
{ 1; 2 }
function(x, y = 2) x + y
f2 <- function(n) { for (i in 1:n) if (i == 3) return(i); "none" }
f2(5); f2(2)
for (i in integer(0)) print("never")
i
s <- 0; for (k in seq(2, 10, by = 2)) s <- s + k; s
try(if (NA) 1)
try(if (c(TRUE, FALSE)) 1)
try(if (NULL) 1)
try(if ("maybe") 1)
if ("TRUE") "text"
TRUE && NA
FALSE && stop("not evaluated")
TRUE || stop("not evaluated")
NA || TRUE
xor(TRUE, FALSE)
sapply(c(1, 2), function(v) { if (v == 1) return("one"); "other" })
(\(x) x^2)(4)
c(1, 4, 9) |> sqrt() |> sum()
