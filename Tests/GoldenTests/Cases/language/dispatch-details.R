# Methods get the arguments of the generic as they came; defaults of builtins report the calls of GNU R.
options(error = expression(NULL))
Ops.one <- function(e1, e2) NextMethod()
structure("a", class="one") + 1
structure("a", class="one") == quote(b)
-structure("a", class="one")
Math.one <- function(x, ...) NextMethod()
sqrt(structure("a", class="one"))
Summary.one <- function(..., na.rm) NextMethod()
sum(structure("a", class="one"), 2)
`[.one` <- function(x, i) NextMethod()
structure(1:3, class="one")[list(1)]
`[[.one` <- function(x, i) NextMethod()
structure(1:3, class="one")[[5]]
`$.one` <- function(x, name) NextMethod()
structure(1:3, class="one")$a
`[<-.one` <- function(x, i, value) NextMethod()
x <- structure(1:3, class="one"); x[list(1)] <- 2
`[[<-.one` <- function(x, i, value) NextMethod()
x[[1:2]] <- 3
x[[9]] <- 3L; x
`$<-.one` <- function(x, name, value) NextMethod()
x$a <- 3
`names<-.one` <- function(x, value) NextMethod()
names(x) <- 1:20
`length<-.one` <- function(x, value) NextMethod()
length(x) <- -1
`dim<-.one` <- function(x, value) NextMethod()
dim(x) <- 4:5
`levels<-.one` <- function(x, value) NextMethod()
levels(x) <- "b"; x
length.one <- function(x) NextMethod()
length(x)
rep.one <- function(x, ...) NextMethod()
rep(x, times = -1)
c.one <- function(...) NextMethod()
c(x, 1)
as.character.one <- function(x, ...) NextMethod()
as.character(x)
seq_along(x)
unlist(structure(list(1,x), class="one"))
d <- function(x, ...) { x <- structure(1, class="two"); UseMethod("d") }
d.one <- function(x, ...) { cat("one", class(x), "\n"); x }
d.two <- function(x, ...) { cat("two", class(x), "\n"); x }
d.default <- function(x, ...) { cat("default", class(x), "\n"); x }
d(x)
d(3)
d(zzz)
d2 <- function(x, ...) { y <- "local"; UseMethod("d2") }
d2.default <- function(x, ...) exists("y", inherits = FALSE)
d2(1)
d3 <- function(...) UseMethod("d3")
d3.one <- function(x, ...) "d3.one"
d3.default <- function(...) "d3.default"
d3(x)
d3(1)
d3()
d4 <- function() UseMethod("d4")
d4.default <- function() "d4"
d4()
d5 <- function(a, b) UseMethod("d5", b)
d5.one <- function(a, b) "d5.one"
d5.default <- function(a, b) "d5.default"
d5(1, x)
d5(x, 1)
d6 <- function(x) { UseMethod("d6"); cat("never\n") }
d6.default <- function(x) "d6"
d6(1)
UseMethod("d6")
d7 <- function(x, ...) UseMethod("d7")
d7.one <- function(x, k = 5, ...) { k <- 6; NextMethod(k = 7, extra = 1) }
d7.default <- function(x, ...) { print(match.call()); str(list(...)) }
d7(x)
d7(x, k = 2)
d7(x, 2, 3)
d8 <- function(x, ...) UseMethod("d8")
d8.one <- function(x, ...) { x <- 99; NextMethod() }
d8.default <- function(x, ...) x
d8(structure(1, class = "one"))
NextMethod()
print.one <- function(x, ...) { cat("<one>\n"); invisible(x) }
x
list(x, 1)
print(x) -> y
format.one <- function(x, ...) "formatted"
format(x)
toString(x)
t1 <- structure(list(), class = c("a", "b"))
print.b <- function(x, ...) { cat("b\n"); NextMethod() }
print.a <- function(x, ...) { cat("a\n"); NextMethod() }
t1
inherits(t1, c("b", "z"), which = TRUE)
inherits(t1, "b")
inherits(1L, "integer")
t1 == t1
Ops.a <- function(e1, e2) "Ops.a"
Ops.b2 <- function(e1, e2) "Ops.b2"
t1 == structure(1, class = "b2")
t1 == 1
1 == t1
!t1
-t1
"==.a" <- function(e1, e2) "==.a"
t1 == 1
t1 + 1

