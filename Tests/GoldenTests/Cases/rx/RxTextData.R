# differs: rx is not part of GNU R; recorded from its R half over sums that GNU R computed
write.csv(warpbreaks, "rx-warp.csv", row.names = FALSE)
ds <- RxTextData("rx-warp.csv", stringsAsFactors = TRUE)
ds
names(ds)
head(ds, 3)
rxGetVarInfo(ds)
rxGetInfo(ds, getVarInfo = TRUE)
rxGetInfo(ds, getVarInfo = TRUE, computeInfo = TRUE, numRows = 2, reportProgress = 0)
rxGetInfo(cars, getVarInfo = TRUE, numRows = 2)
unlink("rx-warp.csv")
