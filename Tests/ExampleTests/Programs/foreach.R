# rxExec through the package foreach: the same values as in the other contexts.
library(foreach)
registerDoSEQ()
getDoParName()
old <- rxSetComputeContext("dopar")
class(rxGetComputeContext())
rxGetComputeContext()
rxExec(function(x, y) x * y, rxElemArg(1:3), y = 10)
y <- 5
add <- function(a) a + y
unlist(rxExec(add, rxElemArg(1:3)))
unlist(rxExec(function(a, b) a - b, elemArgs = list(list(5, 1), list(b = 2, a = 9))))
length(rxExec(function() 1))
# Objects that go with the function, and packages.
local({
  factor <- 3
  print(unlist(rxExec(function(x) x * factor, rxElemArg(1:2), execObjects = "factor")))
})
unlist(rxExec(function(x) exists("cmpfun"), rxElemArg(1:2), packagesToLoad = "compiler"))
# Random number streams; the session's own goes on as if nothing had been.
set.seed(1)
streams <- unlist(rxExec(runif, 2, timesToRun = 3, RNGseed = 42))
after <- runif(1)
set.seed(1)
identical(after, runif(1))
rxSetComputeContext("local")
identical(streams, unlist(rxExec(runif, 2, timesToRun = 3, RNGseed = 42)))
rxSetComputeContext("localpar")
identical(streams, unlist(rxExec(runif, 2, timesToRun = 3, RNGseed = 42)))
# Analyses do not change; a failing call does.
rxSetComputeContext(RxForeachDoPar())
rxLinMod(dist ~ speed, cars, reportProgress = 0)$coefficients
message <- tryCatch(rxExec(function(x) if (x == 2) stop("bad") else x, rxElemArg(1:3)),
                    error = conditionMessage)
message
unlist(rxExec(sqrt, rxElemArg(c(4, 9)), foreachOpts = list(.verbose = FALSE)))
# A back end of one's own.
setDoPar(function(obj, expr, envir, data) {
  cat("a loop over", data, "\n")
  list(1, 2)
}, "workers", function(data, item) switch(item, workers = 2L, name = "own"))
getDoParWorkers()
unlist(rxExec(function() 0))
class(rxSetComputeContext(old))
