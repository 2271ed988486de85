# differs: rx is not part of GNU R; what base R computes is compared inside
rxOptions(reportProgress = 0)
write.csv(cars, "rx-step.csv", row.names = FALSE)
ds <- RxTextData("rx-step.csv", rowsPerRead = 20)
# The same rows and variables from a data frame and from chunks, as base R finds them.
wanted <- transform(subset(cars, speed > 20), ratio = dist / speed)
rownames(wanted) <- NULL
for (data in list(cars, ds)) {
  got <- rxDataStep(data, rowSelection = speed > 20, transforms = list(ratio = dist / speed))
  print(all.equal(got, wanted))
}
rxDataStep(ds, varsToKeep = "dist", startRow = 19, numRows = 4)
rxDataStep(mtcars[1:3, 1:4], varsToDrop = c("cyl", "disp"))
rxDataStep(mtcars[1:3, 1:2], rowVarName = "car")
holes <- data.frame(a = c(1, NA, 3), b = c("x", "y", NA))
rxDataStep(holes, removeMissings = TRUE)
rxDataStep(holes, removeMissingsOnRead = TRUE, transforms = list(c = ifelse(a > 2, NA, a)))
rxDataStep(ds, maxRowsByCols = 6)
# Transform objects come back as they are at the end.
rxDataStep(ds, returnTransformObjects = TRUE, transformObjects = list(total = 0),
           transformVars = "dist",
           transformFunc = function(data) {
             .rxModify("total", sum(data$dist))
             NULL
           })
sum(cars$dist)
# Into text: types, missing values, digits; rows added.
mixed <- data.frame(n = c(1 / 3, NA), t = c("a \"b\"", NA), d = as.Date("2020-02-28") + 0:1,
                    l = c(TRUE, NA), f = factor(c("u", "v")))
rxDataStep(mixed, "rx-mixed.csv")
cat(readLines("rx-mixed.csv"), sep = "\n")
try(rxDataStep(mixed, "rx-mixed.csv"))
rxDataStep(mixed[2:1, 5:1], "rx-mixed.csv", append = "rows")
cat(readLines("rx-mixed.csv"), sep = "\n")
back <- rxImport("rx-mixed.csv", colInfo = list(
  f = list(type = "factor", levels = c("v", "u"), newName = "g"), d = list(type = "Date")))
str(back)
try(rxDataStep(cars, "rx-mixed.csv", append = "rows"))
try(rxDataStep(ds, "rx-mixed.csv", overwrite = TRUE, transforms = list(z = list(1))))
length(readLines("rx-mixed.csv"))
# Chunk by chunk.
out <- RxTextData("rx-mixed.csv")
rxOpen(ds)
rxOpen(out, "w")
while (length(chunk <- rxReadNext(ds))) rxWriteNext(chunk[chunk$dist > 80, ], out)
rxClose(ds)
rxClose(out)
rxDataStep(out)
unlink(c("rx-step.csv", "rx-mixed.csv"))
# Rows from nothing.
rxDataStep(numRows = 4, rowsPerRead = 2, transforms = list(half = .rxRowNums / 2, chunk = .rxChunkNum))
try(rxDataStep(transforms = list(x = 1)))
# Several data at once.
rxGetInfo(list(cars, women), numRows = 1)
names(rxGetVarInfo(list(first = cars, second = women)))
