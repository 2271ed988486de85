# Recycling, integer overflow and what operators refuse.
1:3 + 1:2
1:6 + 1:2
1:3 + numeric()
.Machine$integer.max + 1L
-.Machine$integer.max - 2L
50000L * 50000L
5L%/%0L
5L%%0L
5%%0
-5%/%2
-5L%%3L
5%%-3
2L^2L
1L/2L
TRUE + TRUE
try("a" + 1)
1:2 + matrix(1:4, 2)
try(matrix(1:4, 2) + matrix(1:2, 1))
try(1:5 + matrix(1:4, 2))
c(a = 1) + c(b = 2)
1:2 == c(1, 3, 2)
NA & FALSE
NA | TRUE
try(1 & "a")
list(1) == 1
list(1, 2) == c(1, 3)
quote(a) == "a"
factor("a") + 1
try(as.Date("2020-01-01") + as.Date("2020-01-01"))
0L%/%0L
abs(-3L)
-(-.Machine$integer.max)
sum(.Machine$integer.max, 1L)
sum(c(.Machine$integer.max, 1L), 1.5)
prod(1:20)
mean(c(.Machine$integer.max, .Machine$integer.max))
1:3 > 2
!c(a = TRUE)
!1:2
try(!"a")
try(-"a")
-TRUE
try(+NULL)
NULL + 1
NULL > 1
5%/%0.3
1e+308 * 10
0/0
1L:3L * 2.5
0.5 + 1:2 * TRUE
try(Recall(1))
(function(n) if (n <= 1) 1 else n * Recall(n - 1))(5)
sapply(1:5, function(n) if (n < 2) n else Recall(n - 1) + Recall(n - 2))
3.5%%1
-7.5%/%2
Inf%%2
5%%Inf
-5%%Inf
1e+20%%3
NA_integer_ + 1L
bitwAnd(5L, 3L) + 0.5
1:0 + 1
integer() + 1:2
try(as.raw(1) + 1)
1:4 * c(0+1i, 2)
"b" > "a"
c(b = 1) > 0
try(list(1) + 1)
try(sum("a"))
try(sum(list(1)))
sum(NULL)
sum(TRUE, NA, na.rm = TRUE)
try(prod("a"))
mean("a")
1:3 %in% 2
2147483647L * 2L
46341L * 46341L
1:3 %*% 1:3
try(1:3 %*% 1:2)
matrix(1:4, 2) %*% 1:2
try(matrix(1:4, 2) %*% 1:3)
crossprod(1:3)
1:2 %o% 1:2
xor(1, 0)
isTRUE(c(TRUE, TRUE))
any(NA, TRUE)
all(NA, FALSE)
any(list(1))
all(logical())
any("TRUE")
