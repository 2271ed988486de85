# Conditions, handlers, restarts.
tryCatch(stop("a"), error = function(e) e)
tryCatch(log(-1), warning = function(w) class(w))
tryCatch(warning("w"), warning = function(w) conditionMessage(w))
f <- function(x) { if (x < 0) stop("negative not allowed: ", x); sqrt(x) }
tryCatch(f(-1), error = function(e) conditionCall(e))
withCallingHandlers(
  { warning("first"); cat("continued\n"); "value" },
  warning = function(w) { cat("handling:", conditionMessage(w), "\n"); invokeRestart("muffleWarning") })
res <- try(f(-2), silent = TRUE)
class(res)
cat(res)
tryCatch({ tryCatch(stop("inner"), error = function(e) stop("outer")) }, error = function(e) conditionMessage(e))
cond <- simpleCondition("custom message"); class(cond) <- c("custom", "condition")
withCallingHandlers(
  { signalCondition(cond); "done" }, custom = function(c) cat("got custom\n"))
tryCatch(signalCondition(cond), custom = function(c) "caught custom")
withRestarts(
  { cat("before\n"); invokeRestart("myRestart", 5); cat("not here\n") },
  myRestart = function(x) x * 2)
tryCatch(stop(structure(class = c("special", "error", "condition"), list(message = "sp", call = NULL))),
  special = function(e) paste("special:", conditionMessage(e)))
tryCatch({ warning("x"); 1 }, error = function(e) "error", warning = function(w) "warning", finally = cat("fin\n"))
out <- withCallingHandlers(
  tryCatch({ message("hello"); 10 }, error = function(e) -1),
  message = function(m) { cat("msg:", conditionMessage(m)); invokeRestart("muffleMessage") })
out
g <- function() { warning("from g"); "g value" }
suppressWarnings(g())
tryCatch(as.integer("x"), warning = function(w) conditionMessage(w))
tryCatch(1 + "a", error = function(e) conditionMessage(e))
tryCatch(undefined_fun(), error = function(e) conditionMessage(e))
tryCatch(undefined_var, error = function(e) print(e))
stopifnot(TRUE, 1 == 1)
try(stopifnot("must be true" = 1 == 2))
tryCatch(stop(), error = function(e) conditionMessage(e))
h <- function() { tryCatch(return("early"), finally = cat("cleanup\n")); "late" }
h()
for (i in 1:3) tryCatch({ if (i == 2) next; cat("i =", i, "\n") }, error = function(e) NULL)
warning("top level")
g()
x <- c(1, 2) + 1:3
try(stop("oops"))
inherits(try(stop("x"), silent = TRUE), "try-error")
geterrmessage()
