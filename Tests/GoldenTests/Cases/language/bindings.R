# Active and locked bindings, locked environments.
options(error = expression(NULL))
e <- new.env()
makeActiveBinding("now", function() { cat("read\n"); 42 }, e)
e$now
get("now", e)
with(e, now + 1)
bindingIsActive("now", e)
makeActiveBinding("acc", local({ v <- 0; function(x) if (missing(x)) v else { cat("set", x, "\n"); v <<- x } }), e)
e$acc <- 5
e$acc
assign("acc", 7, e)
e[["acc"]]
makeActiveBinding("acc", function() 1, e)
x <- 1
makeActiveBinding("x", function() 1, globalenv())
rm(x)
makeActiveBinding("x", function() { cat("x!\n"); 10 }, globalenv())
x + x
f <- function() x
f()
rm(x)
lockBinding("now", e)
y <- 1
lockBinding("y", globalenv())
y <- 2
y[2] <- 3
y
f <- function() y <<- 5
f()
assign("y", 5)
rm(y)
y <- 6
y
unlockBinding("zzz", globalenv())
lockEnvironment(e)
e$new <- 1
assign("new", 2, e)
lockEnvironment(e, bindings = TRUE)
e$acc <- 9
bindingIsLocked("acc", e)
environmentIsLocked(e)
rm("acc", envir = e)
T <- 5
rm(T)
pi <- 3
pi
rm(pi)

# Base is locked.
T <<- 0
assign("c", 1, baseenv())
f <- function() pi <<- 3
f()
assign("newvar", 1, baseenv())
assign("newvar", 1, asNamespace("base"))
rm("letters", envir = baseenv())
environmentIsLocked(baseenv())
unlockBinding("T", baseenv()); assign("T", 5, baseenv()); T
assign("T", TRUE, baseenv()); lockBinding("T", baseenv()); bindingIsLocked("T", baseenv())
