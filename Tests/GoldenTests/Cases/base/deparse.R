# Calls with operators, parentheses only where they are needed.
quote((a + b) * c - -d^2)
quote(if (a) b else c)
quote({
  if (a) b else if (c) d
  for (i in x) {
    f(i)
  }
  while (TRUE) break
})
quote(function(x, y = 2, ...) x[[1]]$z@w)
as.call(list(as.name("*"), quote(a + b), quote(c)))
as.call(list(as.name("^"), quote(-a), quote(b^c)))
as.call(list(quote(function(x) x), 1))
quote(`my var` + `f g`(x, `b c` = 2))
quote(x[1, , drop = FALSE])
quote(!a %in% b && ~c)
# Lines are broken where they become long.
deparse(quote(f(abcdefgh, abcdefgh, abcdefgh, abcdefgh, abcdefgh, abcdefgh, abcdefgh)))
quote(y ~ aaaaaaaaaaaa + bbbbbbbbbbbbbbb + cccccccccccccc + ddddddddddddd + eeeeee)
deparse(quote(f(x, y)), width.cutoff = 20)
deparse(quote({a; b}), nlines = 2)
# Vectors.
deparse(1:10)
deparse(c(1L, 3L, NA))
deparse(c(1, 2.5, NA, Inf))
deparse(c(a = 1, b = 2))
deparse(NA_character_)
deparse("a\"b\n\\")
deparse(c(TRUE, NA))
deparse(list(a = 1, b = list("x", NULL)))
deparse(matrix(1:4, 2))
deparse(factor(c("u", "v")))
deparse(as.raw(c(1, 255)))
deparse(1e5)
deparse(100000L)
deparse(1/3)
deparse(letters)
deparse(structure(list(a = 1), class = "foo"))
# Functions.
f <- function(x, y = 2) { x + y }
deparse(f)
deparse(sum)
