# differs: rx is not part of GNU R
rxOptions(reportProgress = 0)
write.csv(warpbreaks, "rx-source.csv", row.names = FALSE)
ds <- RxTextData("rx-source.csv", stringsAsFactors = TRUE, rowsPerRead = 25)
isVirtualClass("RxDataSource")
is(ds, "RxFileData")
ds@file
ds@rowsPerRead
names(ds)
dim(ds)
tail(ds, 2)
head(ds, -51)
formula(ds, depVars = "breaks")
formula(ds, depVars = c("breaks", "wool"), varsToDrop = "tension")
formula(ds)
RxDataSource("RxTextData", dataSource = ds, varsToKeep = "wool")
RxXdfData("airline")@file
RxFileSystem("native")
try(RxTextData("a", varsToKeep = "b", varsToDrop = "c"))
try(RxFileSystem("hdfs"))
try(rxDataStep(RxTextData("rx-source.csv", varsToKeep = c("wool", "none"))))
basename(rxLocateFile("rx-source.csv", c("nowhere", getwd())))
rxFindFileInPath("nothing.csv", getwd())
# Several files as one.
dir.create("rx-parts")
write.csv(head(cars, 3), "rx-parts/a.csv", row.names = FALSE)
write.csv(tail(cars, 2), "rx-parts/b.csv", row.names = FALSE)
rxDataStep(RxTextData("rx-parts"))
rxDataStep(RxTextData("rx-parts/*.csv"), startRow = 3, numRows = 2)
unlink("rx-parts", recursive = TRUE)
# What is known of variables.
rxGetInfo(RxTextData("rx-source.csv", colInfo = list(
  breaks = list(type = "float32", description = "Breaks of the yarn", low = 0, high = 100),
  tension = list(type = "ordered", levels = c("L", "M", "H")))), getVarInfo = TRUE)
named <- rxSetVarInfo(list(dist = list(newName = "way", description = "In feet")), cars)
rxGetVarInfo(named)
str(rxCreateColInfo(iris, factorsOnly = TRUE))
rxGetInfo(data.frame(f = factor(sprintf("level%02d", 1:12)), d = as.Date("2020-01-01") + 0:11),
          getVarInfo = TRUE, numRows = 1)
unlink("rx-source.csv")
