# on.exit in functions and in evaluated code.
options(error = expression(NULL))
f <- function() { on.exit(cat("a\n")); on.exit(cat("b\n"), add = TRUE); on.exit(cat("c\n"), add = TRUE, after = FALSE); cat("body\n"); invisible(1) }
f()
f <- function() { on.exit(cat("first\n")); on.exit(cat("second\n")); 1 }
f()
f <- function() { on.exit(return(5)); 1 }
f()
f <- function() { on.exit({ cat("cleanup\n") }); stop("failed") }
f()
f <- function() { on.exit(stop("in exit")); 1 }
f()
f <- function() { on.exit(print(sys.on.exit())); on.exit(cat("x\n"), add = TRUE); NULL }
f()
f <- function() { on.exit(cat("x\n")); on.exit(); 1 }
f()
f <- function(n) { on.exit(cat("level", n, "\n")); if (n > 0) f(n - 1) }
f(2)
local({ on.exit(cat("local exit\n")); 1 })
eval(quote(on.exit(cat("x\n"))), new.env())
f <- function() { eval(quote(on.exit(cat("x\n")))); cat("after\n") }
f()
f <- function() { local(on.exit(cat("x\n"))); cat("after\n") }
f()
on.exit(cat("top\n"))
f <- function() { evalq({on.exit(cat("x\n")); on.exit(cat("y\n"), add = TRUE); cat("in\n")}, list(a=1)); cat("after\n") }
f()
f <- function() { with(list(a = 1), on.exit(cat("x", a, "\n"))); cat("after\n") }
f()
