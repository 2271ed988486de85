# Factors whose levels are repeated or too few.
options(error = expression(NULL))
x <- factor(c("a", "b"))
attr(x, "levels") <- c("a", "a")
x
structure(1:4, levels = c("a", "b", "a", "b"), class = "factor")
structure(1:3, levels = "a", class = "factor")
y <- structure(c(1L, NA), levels = "a", class = "factor")
y
as.character(y)
