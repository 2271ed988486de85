# differs: RevoScaleR is not part of GNU R; the random numbers are those of its package parallel
rxExec(sqrt, rxElemArg(c(a = 4, b = 9)))
old <- rxSetComputeContext(RxLocalParallel())
k <- 10
add <- function(x) x + k
unlist(rxExec(function(x) add(x), rxElemArg(1:3)))
str(rxExec(function(x, y) c(x, y), elemArgs = list(first = list(1, 2), second = list(y = 3, x = 4))))
# One stream a call, whatever runs it.
a <- rxExec(runif, 2, timesToRun = 5, RNGseed = 777)
matrix(unlist(a), 2)
identical(a, rxExec(runif, 2, timesToRun = 5, RNGseed = 777, taskChunkSize = 3))
rxSetComputeContext("local")
identical(a, rxExec(runif, 2, timesToRun = 5, RNGseed = 777))
rxSetComputeContext("localpar")
# A call that fails does not stop the others, unless that is wanted.
bad <- function(x) if (x == 2) stop("two is bad") else x
r <- rxExec(bad, rxElemArg(1:3))
conditionMessage(r$rxElem2)
try(rxExec(bad, rxElemArg(1:3), continueOnFailure = FALSE))
try(rxExec(function() quit(status = 3), timesToRun = 2))
# Calls know nothing of each other.
unlist(rxExec(function() { there <- exists("left"); left <<- 1; there }, timesToRun = 4))
invisible(rxExec(function(x) print(x), rxElemArg(1:2), consoleOutput = TRUE))
try(rxExec(sqrt, rxElemArg(1:3), timesToRun = 2))
# Jobs.
rxSetComputeContext(RxLocalParallel(wait = FALSE))
job <- rxExec(function(x) { cat("call", x, "\n"); x^2 }, rxElemArg(1:3))
print(rxWaitForJob(job))
rxGetJobOutput(job)
rxCleanupJobs(job)
unlist(rxGetJobResults(job))
rxGetJobStatus(job)
endless <- rxExec(function() while (TRUE) 1, timesToRun = 2)
rxGetJobResults(endless)
rxCancelJob(endless)
rxGetJobStatus(rxgLastPendingJob)
names(rxGetJobs(verbose = FALSE))
rxCleanupJobs(endless)
broken <- rxExec(bad, 2, timesToRun = 1, continueOnFailure = FALSE)
rxWaitForJob(broken)
rxGetJobResults(broken)
rxSetComputeContext(old)
rxGetComputeContext()
rxCompareContexts(RxLocalSeq(), RxLocalParallel())
rxMakeRNodeNames("cluster-head2.net")
# Analyses are jobs as well.
rxSetComputeContext(RxLocalSeq(wait = FALSE))
fit <- function(frame) { model <- mpg ~ wt; rxLinMod(model, data = frame) }
job <- fit(mtcars)
rxWaitForJob(job)
coef(rxGetJobResults(job))
job <- rxLogit(am ~ nosuch, mtcars)
rxWaitForJob(job)
rxGetJobResults(job)
