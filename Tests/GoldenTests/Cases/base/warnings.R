# The last warnings can be subset, counted and made unique.
f <- function(x) { warning("first"); warning("second"); warning("first"); x }
f(1)
w <- warnings()
w
class(w)
unique(w)
duplicated(w)
w[2:3]
c(w[1], w[2])
tail(w, 1)
summary(w)
summary(w[1])
summary(w[0])
w[0]
print(w, header = "All:\n")
g <- function(x) warning(strrep("m", x))
for (i in 62:70) g(i)
w <- warnings()
w
summary(w)
for (i in 1:60) warning(paste("w", i %% 7))
summary(warnings())
