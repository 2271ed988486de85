# Parts of calls keep their names, that in the place of the function too.
given <- quote(list(i = 1:3, j = 4))
rest <- given[-1]
names(rest)
rest
as.list(rest)
sapply(rest, class)
rest$i
rest["i"]
names(rest) <- c("u", "v")
names(rest)
names(as.call(list(f = quote(g), 2)))
identical(as.call(list(u = quote(f), 2)), as.call(list(quote(f), 2)))
names(unserialize(serialize(rest, NULL)))
arguments <- function(...) names(substitute(list(...))[-1])
arguments(i = 1:3)
arguments(1, k = 2)
names(substitute(f(x), list(x = 1)))
names(given[c(2, 1)])
