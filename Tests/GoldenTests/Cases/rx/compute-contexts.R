# differs: rx is not part of GNU R
rxGetComputeContext()
old <- rxSetComputeContext("localpar")
old
context <- rxGetComputeContext()
is(context, "RxComputeContext")
is(context, "RxLocalParallel")
is(context)
isVirtualClass("RxComputeContext")
context@description
context@wait
slotNames(context)
rxSetComputeContext(context, wait = FALSE)
rxGetComputeContext()@wait
rxCompareContexts(context, rxGetComputeContext())
rxCompareContexts(context, rxGetComputeContext(), exactMatch = TRUE)
rxCompareContexts(context, old)
# A context from another: settings that both have, and those that are given.
RxForeachDoPar(RxLocalSeq(dataPath = "a", outDataPath = "b"), dataPath = "c")@dataPath
RxComputeContext("RxLocalSeq", RxLocalParallel(dataPath = "a"))@dataPath
RxComputeContext("dopar")
rxOptions(computeContext = "local")
rxGetOption("computeContext")
try(rxSetComputeContext("spark"))
try(rxSetComputeContext(1))
rxSetComputeContext(old)
# Jobs know their context.
rxSetComputeContext(RxLocalParallel(wait = FALSE))
job <- rxExec(function(x) x + 1, rxElemArg(1:2))
class(job)
invisible(rxWaitForJob(job))
rxGetJobInfo(job)$context@wait
names(rxGetJobs(rxGetComputeContext(), verbose = FALSE))
length(rxGetJobs(RxLocalSeq(), verbose = FALSE))
length(rxGetJobs(rxGetComputeContext(), exactMatch = TRUE, states = "finished", verbose = FALSE))
unlist(rxGetJobResults(job))
rxGetJobStatus(job)
is.null(rxGetJobInfo(cars))
rxSetComputeContext("local")
# Options.
before <- rxOptions(reportProgress = 0, blocksPerRead = 3)
str(before)
rxGetOption("blocksPerRead")
rxGetOption("none")
rxGetOption("none", default = "x")
all(c("numDigits", "rngBufferSize", "sampleDataDir", "spark.executorMem") %in% names(rxOptions()))
try(rxOptions(nonsense = 1))
rxOptions(TRUE)
rxGetOption("blocksPerRead")
rxOptions(initialize = TRUE, reportProgress = 0)
rxGetOption("reportProgress")
# Folders for data.
dir.create("in"); dir.create("out")
write.csv(cars, "in/cars.csv", row.names = FALSE)
rxOptions(dataPath = c("nowhere", "in"), outDataPath = c("nothing", "out"))
nrow(rxImport("cars.csv"))
xdf <- rxImport("cars.csv", "cars.xdf")
xdf@file
list.files("out")
rxSetComputeContext(RxLocalSeq(dataPath = "out", outDataPath = "."))
dim(RxXdfData("cars.xdf"))
try(rxImport("cars.csv"))
rxSetComputeContext("local")
rxOptions(dataPath = ".", outDataPath = ".")
# File systems.
RxFileSystem("RxNativeFileSystem")
fs <- RxNativeFileSystem()
class(fs)
fs$fileSystemType
rxSetFileSystem("native")
rxGetFileSystem(RxTextData("a.csv", fileSystem = fs))
identical(rxGetFileSystem(), fs)
try(rxSetFileSystem("hdfs"))
# Nodes and threads.
names(rxGetNodeInfo()[[1]])
identical(rxGetAvailableNodes(), rxGetNodeInfo(namesOnly = TRUE))
unname(rxPingNodes())
rxMakeRNodeNames(c("cluster-head2", "a.b"))
rxGetEnableThreadPool()
print(rxSetEnableThreadPool(TRUE))
rxGetEnableThreadPool()
rxIsExpressEdition()
