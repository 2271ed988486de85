# differs: rx is not part of GNU R; base R's order and duplicated are compared inside
rxOptions(reportProgress = 0)
set.seed(7)
data <- data.frame(id = 1:500, x = sample(c(1:20, NA), 500, TRUE) / 4, s = sample(c("b", "a", "C", NA), 500, TRUE),
                   f = factor(sample(c("v", "u", "w"), 500, TRUE), c("w", "v", "u")))
agrees <- function(got, rows) identical(got$id, data$id[rows])
rxDataStep(data, "rx-data.xdf", rowsPerRead = 60)
for (limit in c(-1, .001)) for (from in list(data, RxXdfData("rx-data.xdf"))) {
  print(c(
    agrees(rxSort(from, sortByVars = "x", bufferLimit = limit), order(data$x, na.last = FALSE)),
    agrees(rxSort(from, sortByVars = c("f", "x"), decreasing = c(FALSE, TRUE), missingsLow = FALSE, bufferLimit = limit),
           order(data$f, -data$x, na.last = FALSE)),
    agrees(rxSort(from, sortByVars = c("s", "id"), decreasing = c(FALSE, TRUE), bufferLimit = limit),
           order(tolower(data$s), -data$id, na.last = FALSE))))
}
once <- rxSort(data, sortByVars = c("f", "s"), removeDupKeys = TRUE, dupFreqVar = "n", bufferLimit = .001)
once
sum(once$n)
rxSort("rx-data.xdf", "rx-sorted.xdf", "x", decreasing = TRUE, bufferLimit = .001)
rxGetInfo("rx-sorted.xdf", getBlockSizes = TRUE, numRows = 3)
try(rxSort(data, sortByVars = "none"))
names(rxSort(data, sortByVars = "x", varsToKeep = "id"))
nrow(rxSort("rx-data.xdf", sortByVars = "x", maxRowsByCols = 40))
list.files(tempdir(), all.files = TRUE, no.. = TRUE)
unlink(Sys.glob("rx-*"))
