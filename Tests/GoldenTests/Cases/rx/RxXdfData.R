# differs: rx is not part of GNU R; what base R computes is compared inside
rxOptions(reportProgress = 0)
write.csv(warpbreaks, "rx-warp.csv", row.names = FALSE)
ds <- RxTextData("rx-warp.csv", stringsAsFactors = TRUE, rowsPerRead = 20)
xdf <- rxImport(ds, "rx-warp.xdf")
xdf
rxGetInfo(xdf, getVarInfo = TRUE, getBlockSizes = TRUE, numRows = 2)
all.equal(rxDataStep(xdf), warpbreaks)
all.equal(rxReadXdf("rx-warp.xdf", varsToKeep = "wool", startRow = 25, numRows = 5)$wool,
          warpbreaks$wool[25:29])
try(rxImport(ds, "rx-warp.xdf"))
# Rows and columns are added.
rxDataStep(warpbreaks[1:3, ], xdf, append = "rows")
dim(xdf)
try(rxDataStep(transform(warpbreaks, breaks = breaks / 7), xdf, append = "rows"))
try(rxDataStep(cars, xdf, append = "cols"))
rxDataStep(data.frame(day = as.Date("2020-01-01") + 0:56, on = rep(TRUE, 57)), xdf, append = "cols")
rxSetVarInfo(list(day = list(newName = "when", description = "Day of the test"),
                  wool = list(levels = c("one", "two")),
                  breaks = list(low = 0, high = 100, valueInfoCodes = 10:11,
                                valueInfoLabels = c("ten", "eleven"))), xdf)
rxGetInfo(xdf, getVarInfo = TRUE, getValueLabels = TRUE)
tail(xdf, 2)
rxCompressXdf(xdf, xdfCompressionLevel = 0)
rxXdfToText(xdf, "rx-warp.csv", rowSelection = breaks > 60, varsToDrop = "tension", overwrite = TRUE)
cat(readLines("rx-warp.csv"), sep = "\n")
names(rxSplit(xdf, "rx-part", splitByFactor = "tension"))
sum(sapply(c("L", "M", "H"), function(level) nrow(RxXdfData(paste0("rx-part.tension.", level, ".xdf")))))
coef(rxLinMod(breaks ~ wool, xdf))
try(rxGetInfo("nothing.xdf"))
unlink(Sys.glob("rx-*"))
