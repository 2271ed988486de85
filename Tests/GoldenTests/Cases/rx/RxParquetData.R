# differs: rx is not part of GNU R; what base R computes is compared inside
rxOptions(reportProgress = 0)
frame <- data.frame(flag = c(TRUE, NA, FALSE), whole = c(1L, NA, -7L), number = c(NaN, NA, 1 / 3),
                    day = as.Date(c("2020-02-29", NA, "1850-01-01")),
                    time = .POSIXct(c(1582979400.25, NA, -631152000), "Europe/Berlin"),
                    kind = factor(c("b", NA, "a"), levels = c("c", "b", "a")),
                    size = factor(c("L", "S", NA), levels = c("S", "L"), ordered = TRUE),
                    text = c("", NA, "Gr\u00fc\u00dfe"))
# What is written is what is read.
pq <- RxParquetData("rx-small.parquet")
pq
identical(rxDataStep(rxDataStep(frame, pq)), frame)
rxGetInfo(pq, getVarInfo = TRUE, getBlockSizes = TRUE, numRows = 2)
rxDataStep(RxParquetData("rx-small.parquet", colInfo = list(text = list(type = "factor"))))$text
try(rxDataStep(frame, pq))
try(rxDataStep(frame, pq, append = "rows"))
identical(rxDataStep(rxDataStep(frame[0, ], pq, overwrite = TRUE)), frame[0, ])
# A text file, through a Parquet file, by its name alone; blocks are row groups.
write.csv(warpbreaks, "rx-warp.csv", row.names = FALSE)
ds <- RxTextData("rx-warp.csv", stringsAsFactors = TRUE, rowsPerRead = 20)
pq <- rxImport(ds, "rx-warp.parquet")
class(pq)
rxGetInfo("rx-warp.parquet", getBlockSizes = TRUE)
all.equal(rxDataStep("rx-warp.parquet"), warpbreaks)
dim(pq)
head(pq, 2)
tail(pq, 2)
names(pq)
# The same bits from the same blocks, whatever holds them.
xdf <- rxImport(ds, "rx-warp.xdf")
for (level in c(0, 9)) {
  rxImport(ds, pq, overwrite = TRUE, xdfCompressionLevel = level)
  same <- function(f) identical(f(pq), f(xdf))
  print(c(same(function(data) coef(rxLinMod(breaks ~ wool * tension, data))),
          same(function(data) rxSummary(~ breaks + wool, data)$sDataFrame),
          same(function(data) rxCube(breaks ~ wool:tension, data, returnDataFrame = TRUE)),
          same(function(data) rxQuantile("breaks", data)),
          same(function(data) rxDataStep(data, rowSelection = breaks > 30,
                                         transforms = list(root = sqrt(breaks))))))
}
# Types by colInfo; factors as codes.
rxDataStep(warpbreaks, "rx-codes.parquet", varsToKeep = "tension", numRows = 3)
codes <- RxParquetData("rx-codes.parquet", writeFactorsAsIndexes = TRUE)
rxDataStep(warpbreaks[c(1, 10, 19), "tension", drop = FALSE], codes, overwrite = TRUE)
rxDataStep(codes)
rxDataStep(RxParquetData("rx-codes.parquet", colInfo = list(
  tension = list(type = "factor", levels = c("2", "1", "0"), newName = "level"))))$level
# A folder is one source; other files in it do not count.
dir.create("rx-folder")
for (i in 1:3) rxDataStep(warpbreaks[i * 18 - 17:0, ], sprintf("rx-folder/part-%d.parquet", i))
file.create("rx-folder/_SUCCESS")
rxGetInfo(RxParquetData("rx-folder"), getBlockSizes = TRUE)
dim(RxParquetData("rx-folder/part-[12].parquet"))
coef(rxLinMod(breaks ~ tension, RxParquetData("rx-folder")))
# Chunk by chunk.
rxOpen(pq)
nrow(rxReadNext(pq))
nrow(rxReadNext(pq))
rxClose(pq)
# What is not a Parquet file.
writeLines("PAR1 and more", "rx-wrong.parquet")
try(rxGetInfo("rx-wrong.parquet"))
try(rxGetInfo("rx-nothing.parquet"))
unlink(Sys.glob("rx-*"), recursive = TRUE)
