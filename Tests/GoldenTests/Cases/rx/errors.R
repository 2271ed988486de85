# differs: rx is not part of GNU R
rxOptions(reportProgress = 0)
rxDataStep(data.frame(x = 1:3, f = factor(c("a", "b", "a"))), "rx-old.xdf")
content <- function() readBin("rx-old.xdf", "raw", 1e6)
old <- content()
lines <- function(name, ...) writeLines(c("x,y,f", ...), name)
refused <- function(call) {
  message <- tryCatch({ call; "nothing refused" }, error = conditionMessage)
  cat(message, "\n")
  if (!identical(content(), old)) cat("the file has changed\n")
  left <- grep("^\\.rx", list.files(all.files = TRUE), value = TRUE)
  if (length(left)) cat("left:", left, "\n")
}
into <- function(...) rxImport(..., outFile = "rx-old.xdf", overwrite = TRUE)
# A file that is not there, or not what it should be.
refused(into("rx-none.csv"))
refused(into(RxXdfData("rx-none.xdf")))
lines("rx-text.csv", "1,2,a")
refused(into(RxXdfData("rx-text.csv")))
refused(rxSummary(~ x, RxXdfData("rx-text.csv")))
# A cell of another type, behind the rows that were looked at.
lines("rx-cell.csv", paste0(1:20000, ",", 1:20000, ",a"), "20001,oops,b", "20002,3,c")
refused(into("rx-cell.csv"))
refused(into("rx-cell.csv", colClasses = c(y = "integer")))
refused(rxSummary(~ y, RxTextData("rx-cell.csv")))
# A row with too many fields.
lines("rx-many.csv", "1,2,a", "3,4,b,5", "5,6,b")
refused(into("rx-many.csv"))
# A level that is not among those given is missing.
lines("rx-level.csv", "1,2,a", "3,4,z")
rxImport("rx-level.csv", colInfo = list(f = list(type = "factor", levels = c("a", "b"))))$f
# Files of a folder with other columns.
dir.create("rx-many"); lines("rx-many/1.csv", "1,2,a"); writeLines(c("x,z", "1,2"), "rx-many/2.csv")
refused(into(RxTextData("rx-many")))
# Rows that do not fit to those of a file.
refused(rxDataStep(data.frame(x = 1, g = 2), "rx-old.xdf", append = "rows"))
refused(rxDataStep(data.frame(x = "a", f = "b"), "rx-old.xdf", append = "rows"))
refused(rxDataStep(data.frame(x = 1.5, f = "b"), "rx-old.xdf", append = "rows"))
refused(rxDataStep(data.frame(z = 1:3), "rx-old.xdf", append = "cols", transforms = list(w = stop("no"))))
# Transformations that change their minds.
data <- data.frame(x = 1:20)
refused(rxDataStep(data, "rx-old.xdf", rowsPerRead = 10, overwrite = TRUE, transformFunc = function(d) {
  d$y <- if (.rxChunkNum < 2) d$x * 1 else as.character(d$x); d }))
refused(rxDataStep(data, "rx-old.xdf", rowsPerRead = 10, overwrite = TRUE, transformFunc = function(d) {
  if (.rxChunkNum == 2) d$z <- 1; d }))
refused(rxDataStep(data, "rx-old.xdf", rowsPerRead = 10, overwrite = TRUE, transforms = list(y = if (.rxChunkNum == 2) stop("no") else x)))
refused(rxDataStep(data, "rx-old.xdf", rowsPerRead = 10, overwrite = TRUE, transforms = list(y = 1:3)))
# A place where nothing can be written.
refused(rxDataStep(data, "rx-none/out.xdf"))
refused(rxDataStep(data, "rx-text.csv/out.xdf"))
refused(rxDataStep(data, "rx-none/out.csv"))
refused(rxSort("rx-old.xdf", "rx-none/out.xdf", "x"))
# A file that is cut off.
bytes <- readBin("rx-old.xdf", "raw", 1e6); writeBin(head(bytes, -40), "rx-cut.xdf")
refused(rxSummary(~ x, "rx-cut.xdf"))
# Sets that cannot be merged, and what is left of them.
refused(rxMerge("rx-old.xdf", data.frame(x = "1"), "rx-old.xdf", matchVars = "x", overwrite = TRUE))
refused(rxMerge("rx-old.xdf", "rx-old.xdf", "rx-old.xdf", matchVars = "f", autoSort = FALSE, overwrite = TRUE))
unlink(Sys.glob("rx-*"), recursive = TRUE)
