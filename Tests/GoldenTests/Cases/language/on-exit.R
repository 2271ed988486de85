# on.exit runs in order, after errors too.
f <- function() { on.exit(cat("first\n")); on.exit(cat("second\n"), add = TRUE); cat("body\n"); "value" }
f()
g <- function() { on.exit(cat("one\n")); on.exit(cat("two\n"), add = TRUE, after = FALSE); invisible(1) }
g()
h <- function() { on.exit(cat("cleanup\n")); stop("failed") }
try(h())
k <- function() { on.exit(cat("gone\n")); on.exit(cat("kept\n")); 1 }
k()
v <- function() { x <- 1; on.exit(print(x)); x <- 2; x }
v()
n <- function() { on.exit({ cat("inner "); cat("end\n") }); h() }
try(n())
w <- function() { on.exit(); 3 }
w()
tryCatch({ h() }, error = function(e) cat("caught", conditionMessage(e), "\n"), finally = cat("finally\n"))
