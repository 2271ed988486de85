# An element of a sequence read twice in an argument that is wanted while a function is looked up.
m <- function(c) identity(c(1))
f <- function(r) { n <- 3L; m(r[n] - r[n]) }
f(1:3)
smoothEnds(1:3)
smoothEnds(c(1, 5, 2, 8, 3), 5)
