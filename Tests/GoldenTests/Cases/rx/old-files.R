# differs: rx is not part of GNU R; the file is made by Tests/ColumnsTests/Fixtures/make_old_xdf.py --hex
rxOptions(reportProgress = 0)
hex <- paste0(
  "7801fbfbffff7f0620e001110c0c0dbf80043b10030066ba058878015bb54aca313474be230303833d03c3817a",
  "068610207b9f23005775064c78019b35130476dacf2965e8b079625ec700062c0720348703841670080583abf6",
  "0070c20c6c78016360606060036226286684f20100e800127801636460606006e2fcbc5446200502209a058853",
  "8a5233416c4e204e3bbca748a12c33b5082480a41ec4ad0000076b08e806000000000000000401000000000000",
  "1e010000000000003d01000000000000630100000000000076010000000000001a000000000000001f00000000",
  "000000260000000000000013000000000000003200000000000000f4f3f2f10000004000000000080000004172",
  "7244656c617900000000000008c00000000000406f40f4f3f2f100000040030000000a00000043525344657054",
  "696d65000000000000e03f0000000000c03740f4f3f2f100000040040000000500000065786163740000000000",
  "0004c09c7500883ce4377ef4f3f2f10000004001000000090000004461794f665765656b000000000000f03f00",
  "00000000001c40060000004c6162656c7307000000060000004d6f6e6461790700000054756573646179090000",
  "005765646e65736461790800000054687572736461790600000046726964617908000000536174757264617906",
  "00000053756e646179f4f3f2f10000004005000000040000006e616d6500000000000000000000000000000000",
  "6666864000000000a8010000000000000500000000000000060000000000000000000000000000000000000000",
  "0000003c000000f4d3d2d1f4d3d2d1")
bytes <- function(hex) as.raw(strtoi(substring(hex, seq(1, nchar(hex), 2), seq(2, nchar(hex), 2)), 16L))
old <- c(as.raw(c(0xF4, 0xD3, 0xD2, 0xD1)), raw(256), bytes(hex))
writeBin(old, "rx-old.xdf")
rxGetInfo("rx-old.xdf", getVarInfo = TRUE, varsToDrop = "exact")
rxDataStep("rx-old.xdf")
rxReadXdf("rx-old.xdf", varsToKeep = c("DayOfWeek", "exact"), startRow = 2, numRows = 3)
rxSummary(~ ArrDelay + CRSDepTime, "rx-old.xdf")$sDataFrame
rxGetInfo(rxDataStep("rx-old.xdf", "rx-new.xdf", rowSelection = ArrDelay > 0), getVarInfo = TRUE)
sapply(rxReadXdf("rx-old.xdf", stringsAsFactors = TRUE), class)
try(rxDataStep(data.frame(ArrDelay = 1L), "rx-old.xdf", append = "rows"))
# What is laid out otherwise is refused: another version, another number of rows, damage.
refused <- function(change) {
  writeBin(change(old), "rx-old.xdf")
  inherits(try(rxGetInfo("rx-old.xdf"), silent = TRUE), "try-error")
}
refused(function(x) { x[length(x) - 59L] <- as.raw(0x67); x })
refused(function(x) { x[length(x) - 35L] <- as.raw(7); x })
refused(function(x) { x[280] <- xor(x[280], as.raw(1)); x })
refused(function(x) head(x, -1))
try(rxGetInfo("rx-old.xdf"))
unlink(Sys.glob("rx-*"))
