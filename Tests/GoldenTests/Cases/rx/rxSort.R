# differs: rx is not part of GNU R; base R's order, duplicated and merge are compared inside
rxOptions(reportProgress = 0)
set.seed(7)
data <- data.frame(id = 1:500, x = sample(c(1:20, NA), 500, TRUE) / 4, s = sample(c("b", "a", "C", NA), 500, TRUE),
                   f = factor(sample(c("v", "u", "w"), 500, TRUE), c("w", "v", "u")))
agrees <- function(got, rows) identical(got$id, data$id[rows])
rxDataStep(data, "rx-data.xdf", rowsPerRead = 60)
for (limit in c(-1, .001)) for (from in list(data, RxXdfData("rx-data.xdf"))) {
  print(c(
    agrees(rxSort(from, "x", bufferLimit = limit), order(data$x, na.last = FALSE)),
    agrees(rxSort(from, c("f", "x"), c(FALSE, TRUE), missingsLow = FALSE, bufferLimit = limit),
           order(data$f, -data$x, na.last = FALSE)),
    agrees(rxSort(from, c("s", "id"), c(FALSE, TRUE), bufferLimit = limit),
           order(tolower(data$s), -data$id, na.last = FALSE))))
}
once <- rxSort(data, c("f", "s"), removeDupKeys = TRUE, dupFreqVar = "n", bufferLimit = .001)
once
sum(once$n)
rxSort("rx-data.xdf", "x", decreasing = TRUE, outFile = "rx-sorted.xdf", bufferLimit = .001)
rxGetInfo("rx-sorted.xdf", getBlockSizes = TRUE, numRows = 3)
try(rxSort(data, "none"))
# Joins agree with merge, in any order of the rows.
prices <- data.frame(f = c("u", "w", "z", "u"), price = c(2, 3, 4, 5), x = 1:4)
sorted <- function(d) {
  d <- d[do.call(order, lapply(d[c("f", "id", "price")], as.character)), c("f", "id", "s", "price")]
  d$f <- as.character(d$f)
  rownames(d) <- NULL
  d
}
for (type in c("inner", "left", "right", "full")) {
  wanted <- merge(data, prices, by = "f", all.x = type %in% c("left", "full"), all.y = type %in% c("right", "full"))
  rxMerge("rx-data.xdf", prices, outFile = "rx-merged.xdf", matchVars = "f", type = type, overwrite = TRUE)
  print(c(all.equal(sorted(rxMerge(data, prices, matchVars = "f", type = type)), sorted(wanted)),
          all.equal(sorted(rxDataStep("rx-merged.xdf")), sorted(wanted))))
}
names(rxMerge(data, prices, matchVars = "f", duplicateVarExt = c("one", "two")))
rxMerge(head(cars, 2), data.frame(dist = 1, speed = 9), type = "union")
rxMerge(head(cars, 2), data.frame(dist = 7:8, z = 1:2), type = "oneToOne")
levels(rxMerge(data, prices, matchVars = "f", type = "full")$f)
try(rxMerge(data, prices, matchVars = "g"))
unlink(Sys.glob("rx-*"))
