# Runs of equal values, and back.
r <- rle(c(1, 1, 2, 2, 2, 3))
r
str(r)
inverse.rle(r)
unclass(r)
rle(c(TRUE, TRUE, NA, NA, FALSE))
rle(c("a", "a", "b"))
rle(character())
print(rle(c(1/3, 1/3, 2)), digits = 3)
rle(c(a = 1, b = 1, c = 2))$lengths
max(rle(c(0, 1, 1, 1, 0))$lengths)
try(rle(list(1)))
try(rle(factor("a")))
try(inverse.rle(list(1)))
