# Subscripts of vectors, lists and language.
x <- c(a = 1, b = 2, c = 3)
l <- list(a = 1, b = list(c = 2, d = "z"), e = NULL)
m <- matrix(1:6, 2, dimnames = list(c("r1", "r2"), c("A", "B", "C")))
a <- array(1:24, c(2, 3, 4))
f <- factor(c("u", "v", "u"))
i <- 1:5
s <- letters[1:3]
cx <- c(1 + (0+2i), NA)
r <- as.raw(1:3)
d <- as.Date("2020-01-01") + 0:2
try(x[c(-1, NA)])
try(x[c(-1, 1)])
x[-5]
x[0]
x[c(0, 2, 0)]
x[NA]
x[NA_integer_]
x[c(TRUE, NA)]
x[c(TRUE, FALSE, TRUE, TRUE, TRUE)]
x["d"]
x[c("a", "d", NA)]
try(x[list(1)])
try(x[quote(a)])
try(x[sum])
x[NULL]
x[character()]
x[1.9]
x[-1.9]
x[1e+10]
x[-1e+10]
x[Inf]
x[-Inf]
x[NaN]
try(x[1 + (0+0i)])
try(x[as.raw(1)])
x[factor("b")]
x[[1]]
x[["a"]]
try(x[["d"]])
try(x[[4]])
try(x[[0]])
try(x[[-1]])
try(x[[NA]])
try(x[[NA_character_]])
try(x[[NULL]])
try(x[[c(1, 2)]])
x[[TRUE]]
try(x[[FALSE]])
x[["a", exact = FALSE]]
try(x[[1, 2]])
try(x[1, 2])
try(x$a)
l$a
l$b$d
l[["b"]][["c"]]
l[[c("b", "d")]]
l[[c(2, 1)]]
try(l[[c(2, 3)]])
l[[c("b", "zz")]]
try(l[[c("q", "zz")]])
l[[c(1, 1)]]
try(l[[c(1, 2)]])
try(l[[c(1, 1, 1)]])
l[[c(2, 2, 1)]]
l[["zz"]]
try(l[[7]])
try(l[[-1]])
try(l[[c(-1, -2)]])
try(l[[0]])
l[[NA]]
try(l[[NULL]])
l[[NA_integer_]]
l[[Inf]]
try(l[[1e+10]])
l[["b", exact = NA]]
list(abc = 1)[["ab", exact = FALSE]]
list(abc = 1)[["ab", exact = NA]]
list(abc = 1)[["ab"]]
list(abc = 1)$ab
list(abc = 1, abd = 2)$ab
options(warnPartialMatchDollar = TRUE)
list(abc = 1)$ab
options(warnPartialMatchDollar = FALSE)
(list(abc = 1)[["ab", exact = 1:2]])
list(abc = 1)[["ab", exact = "a"]]
NULL[[1]]
NULL[1]
NULL$a
NULL[["a"]]
NULL[1, 2]
try(sum[1])
try(sum[[1]])
try(sum$a)
try(mean$a)
try(mean[1])
try(quote(x)[1])
try(quote(x)[[1]])
try(quote(x)$a)
quote(f(x, y))[-1]
quote(f(x, b = y))$b
quote(f(x, b = y))["b"]
expression(a, b + c)[2]
expression(a, b + c)[[2]]
try(expression(a, b + c)[[3]])
try(globalenv()[1])
try(globalenv()[[1]])
globalenv()[["nonexist"]]
globalenv()$x
try(globalenv()[[c("x", "l")]])
m[1, ]
m[, 1]
