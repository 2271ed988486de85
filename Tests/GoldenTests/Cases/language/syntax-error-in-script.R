# What is before a syntax error runs.
x <- 1
x
f <- function() {
  a b
}
