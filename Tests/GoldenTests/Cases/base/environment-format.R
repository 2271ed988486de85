# Environments as text.
format(globalenv())
format(baseenv())
format(list(globalenv(), 1))
str(globalenv())
str(baseenv())
str(asNamespace("stats"))
x <- 1
attr(x, "home") <- globalenv()
str(x)
str(y ~ x)
