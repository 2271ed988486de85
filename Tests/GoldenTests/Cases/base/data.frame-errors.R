# What is wrong with an index or a value, and the call that says so.
d <- data.frame(a = 1:3, b = letters[1:3])
try(d[["a", "b"]])
try(d[[5, "b"]])
try(d[list(1)])
try(d[c(-1, 1), ])
e <- d
try(e[2, ] <- NULL)
try(e[2:3, ] <- NULL)
try(dimnames(e) <- list(1:2, 1:2))
try(dimnames(e) <- list(NULL, c("p", "q")))
try(dimnames(e) <- list(c("x", "y", "z"), NULL))
dimnames(e) <- list(c("x", "y", "z"), c("p", "q"))
e
names(e) <- NULL
e
t(e)
as.matrix(e)
