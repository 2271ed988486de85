# An element of a list as text: lists in it are flattened, classes do not matter.
format(list(1:3, NULL, list(1, "a", list(2)), factor(c("u", "v")), mean = quote(x + y),
            as.name("b"), 1i, list(), as.Date("2020-01-01"), y ~ x, c(a = 1.5, b = 2), "z",
            list(factor("q"), 1), list(NULL), data.frame(a = 1:2, b = 3:4),
            expression(a, b), list(quote(a + b), 1:3)))
format(matrix(list(1, "a", NULL, 2:3), 2))
format(matrix(as.raw(1:4), 2))
toString(list(1:300 / 7))
noquote(structure("a", class = "own"))
print(noquote(c(a = "x"), right = TRUE))

# Arrays beyond max.print.
options(max.print = 12)
array(1:24, c(2, 3, 4))
array(1:24, c(4, 3, 2))
array(1:16, c(4, 2, 2))
options(max.print = 1)
array(1:16, c(4, 2, 2))
options(max.print = 99999)
array(0, c(3, 0, 2), list(c("a", "long", "b"), NULL, NULL))
array(0, c(3, 0, 0), list(c("a", "long", "b"), NULL, NULL))

# Lines of cat are filled by bytes.
cat(rep("\u00e9\u00e9", 10), fill = 20)
cat("abcd", "\n", "x", fill = 6)
cat("abc", "\n", fill = 5)
