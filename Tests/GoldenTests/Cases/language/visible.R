# What is shown at top level, and what is not.
x <- 5
switch(3L, u = , v = x, s = { cat("arm\n"); x })
g <- function() switch("s", s = { cat("arm\n"); x })
g()
switch(2L, a = 1, {invisible(3); 5})
do.call("switch", list("a", a = quote({invisible(2); x})))
switch("a", a = invisible(3))
f <- function(a) a
f({invisible(3); x})
f(invisible(3))
(f(invisible(3)))
withVisible({invisible(3); x})$visible
withVisible(f(invisible(3)))$visible
withVisible(x <- 2)$visible
h <- function() withVisible(sys.call(-1))
h()
local({invisible(3); x})
tryCatch({invisible(3); x}, error = identity)
if (FALSE) 1
k <- function() { on.exit(invisible(3)); 4 }
k()
invisible(x) + 1
x[[list(1, 2)]] |> try()
try(c(1, NA):NULL)
