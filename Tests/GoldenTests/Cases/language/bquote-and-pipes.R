# bquote with splicing, the native pipe, raw strings.
options(error = expression(NULL))
n <- 5; l <- list(1, quote(b), "c")
bquote(a + .(n))
bquote(f(..(l)), splice = TRUE)
bquote(f(..(l), k = .(n)), splice = TRUE)
bquote(f(..(l)))
bquote(function(x, y = .(n)) x + .(n))
bquote({ ..(l) }, splice = TRUE)
bquote(..(l), splice = TRUE)
bquote(.(as.name("zz")) ~ .(quote(a + b)))
c(1, 2, 3) |> sum()
c(1, 2, 3) |> (\(v) v * 2)()
4 |> sqrt() |> format(nsmall = 2)
mtc <- data.frame(a = 1:3, b = c(2, 4, 6))
mtc |> lm(b ~ a, data = _) |> coef() |> round(3)
quote(x |> f(y))
quote(x |> f(y = _))
1 |> 2
1 |> sum
1 |> f(_)
r"(a\b"c)"
r"---[x]--]---"
R"{a
b}"
'\u00e9\x41\101'
