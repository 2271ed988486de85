# differs: rx is not part of GNU R
before <- RNGkind()
old <- rxRngNewStream(subStream = 1, seed = 17)
old
a <- runif(3)
saved <- rxRngGetStream()
length(saved)
x <- rnorm(3)
identical(rxRngSetStream(saved), rxRngGetStream())
identical(rnorm(3), x)
rxRngDelStream(old[1], old[2])
identical(RNGkind(), before)
# Streams differ, and are those of rxExec.
streams <- lapply(0:2, function(k) {
  rxRngNewStream(subStream = k, seed = 17)
  runif(3)
})
anyDuplicated(unlist(streams))
identical(streams[[2]], a)
identical(unname(rxExec(runif, 3, timesToRun = 3, RNGseed = 17)), streams)
for (kind in c("MCG31", "R250", "MRG32K3A", "MCG59", "MT19937", "SFMT19937")) {
  former <- rxRngNewStream(kind = kind, seed = 3)
  saved <- rxRngGetStream()
  first <- runif(5)
  rxRngSetStream(saved)
  stopifnot(identical(first, runif(5)))
  rxRngDelStream(former[1], former[2])
}
rxRngNewStream("MT19937", seed = 1, normalKind = "ICDF")
runif(1)
set.seed(1, "Mersenne-Twister")
runif(1)
RNGkind(normal.kind = "Inversion")
old <- rxRngNewStream(seed = 1, normalKind = "BOXMULLER")
RNGkind()[2]
rxRngDelStream(old[1], old[2])
# On workers.
streams <- function(subStream, seed) {
  rxRngNewStream(subStream = subStream, seed = seed)
  runif(1)
}
rxSetComputeContext("localpar")
same <- unlist(rxExec(streams, subStream = rxElemArg(c(0, 1, 0, 1)), seed = 17))
same[1] == same[3]
same[1] == same[2]
rxSetComputeContext("local")
try(rxRngNewStream("SOBOL"))
try(rxRngNewStream("R250", 1))
try(rxRngNewStream(subStream = 7000))
