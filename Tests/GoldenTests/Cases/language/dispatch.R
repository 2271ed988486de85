# S3: methods, NextMethod, group generics, implicit classes.
speak <- function(x, ...) UseMethod("speak")
speak.default <- function(x, ...) cat("default\n")
speak.dog <- function(x, loud = FALSE, ...) { cat("woof", loud, "\n"); NextMethod() }
speak.animal <- function(x, ...) cat("animal", ...length(), "\n")
d <- structure(list(), class = c("dog", "animal"))
speak(d)
speak(d, loud = TRUE, 1)
speak(1)
describe <- function(x) UseMethod("describe")
describe.numeric <- function(x) "numeric"
describe.integer <- function(x) paste("integer then", NextMethod())
describe.matrix <- function(x) "matrix"
describe.function <- function(x) "function"
describe(1L); describe(2); describe(matrix(1)); describe(sum)
try(describe("text"))
print.money <- function(x, ...) cat("$", format(unclass(x)), "\n")
m <- structure(5, class = "money")
m
print(m)
Ops.money <- function(e1, e2) {
  r <- get(.Generic)(unclass(e1), unclass(e2))
  if (.Generic %in% c("+", "-")) structure(r, class = "money") else r
}
m + m
m > 3
2 + m
Math.money <- function(x, ...) structure(NextMethod(), class = "money")
sqrt(structure(16, class = "money"))
Summary.money <- function(..., na.rm = FALSE) { cat("Summary:", .Generic, "\n"); NextMethod() }
max(m)
length.stack <- function(x) 99L
length(structure(list(), class = "stack"))
"[.myvec" <- function(x, i) structure(unclass(x)[i], class = "myvec")
"$.rec" <- function(x, name) paste("field", name)
r <- structure(list(), class = "rec")
r$anything
"[<-.locked" <- function(x, i, value) stop("locked!")
lk <- structure(1:3, class = "locked")
try(lk[1] <- 5L)
toString.money <- function(x, ...) "money string"
toString(m)
as.character.money <- function(x, ...) "five dollars"
as.character(m)
inherits(d, "animal"); inherits(d, c("cat", "dog"), which = TRUE)
t1 <- function(x) UseMethod("t1"); t1.a <- function(x) { x <- "changed"; NextMethod() }; t1.b <- function(x) class(x)
t1(structure(1, class = c("a", "b")))
format.money <- function(x, ...) paste0("$", unclass(x))
format(m)
unclass(m)
seq_along(structure(list(1, 2), class = "zzz"))
rep(structure(1:2, class = "foo"), 2)
summary(structure(list(a = 1), class = "unknown"))
