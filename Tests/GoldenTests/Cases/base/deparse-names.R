# Names of elements stand between quotes as they are; those of arguments are escaped.
odd <- c("a\\b", "a`b", "a\"b", "a\tb", "\u6f22 \u5b57", "NA")
x <- as.list(1:6)
names(x) <- odd
dput(x)
deparse(x)
dput(unlist(x))
dput(structure(1:2, `a\\b` = 3, `c"d` = 4, `e f` = 5))
x[1:3]
structure(1, `a\\b` = 2)
m <- matrix(1:4, 2, dimnames = list(`p\\q` = odd[1:2], `r"s` = odd[3:4]))
m
array(1:4, c(2, 1, 2), dimnames = list(NULL, NULL, `x\\y` = odd[1:2]))
format(odd)
str(x)

# Pairlists stay on one line.
x <- pairlist(1, `a b` = 2, c = structure(1:3, class = "zzz"), `d"e` = pairlist(3, `q r` = 4))
dput(x)
deparse(x)
dput(list(x, `z y` = x))
dput(structure(x, class = "foo", at = 3))
dput(as.pairlist(as.list(1:40)))
dput(formals(function(a, b = 2, `c d` = 3) 1))
attributes(as.pairlist(structure(list(a = 1), class = "my", foo = 1)))

# The penalty for scientific notation holds for code, too.
options(scipen = -3)
dput(c(1.3, -0.1, 297, 96.64356))
options(scipen = 30)
deparse(c(1e10, 1e-7))
options(scipen = 0)
`x y` <- list(`a b` = 1)
dump("x y", "")
try(dput(1, control = c("all", "exact")))
