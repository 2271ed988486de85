# differs: rx is not part of GNU R
rxOptions(reportProgress = 0)
lines <- function(name, ...) writeLines(c(...), name)
# Fixed width, by colInfo and by a schema file.
lines("rx-fix.dat", "117-200-3A  2891.5", "217-204-7B  282 19", "3          ", "418-20", "")
fixed <- list(n = list(start = 1, width = 1, type = "integer"), age = list(start = 2, width = 5),
              car = list(start = 7, width = 3, type = "factor", levels = c("0-3", "4-7")),
              kind = list(start = 10, width = 1), cost = list(start = 11, width = 5, type = "numeric"))
rxImport("rx-fix.dat", colInfo = fixed)
lines("rx-fix.sts", "FILE rx-fix.dat", "FIRST LINE 2", "", "VARIABLES", " n 1", " age 2-6 (A)",
      " car 7 - 9 (A)  kind 10 (A)", " cost 11-15, number 16-18")
ds <- RxTextData("rx-fix.sts", stringsAsFactors = TRUE, colInfo = list(n = list(type = "integer")))
rxDataStep(ds)
rxGetInfo(rxImport(ds, "rx-fix.xdf"), getVarInfo = TRUE)
try(rxImport("rx-fix.dat", colInfo = list(n = list(start = 1))))
try(rxImport("rx-fix.dat", type = "fixed"))
try(rxImport("rx-fix.dat", colInfo = list(x = list(start = 1, width = 4, type = "integer"))))
# Numbers in other notations.
lines("rx-eu.txt", "a;b;c", "1.234.567,5;-1.000;1.2.3", "2,25;12;x")
rxImport(RxTextData("rx-eu.txt", decimalPoint = ",", thousandsSeparator = "."))
lines("rx-us.csv", "a,b", "\"1,234\",2", "\"12\",\"1,0\"")
rxImport(RxTextData("rx-us.csv", thousandsSeparator = ","))
# Dates and times.
lines("rx-day.csv", "n,d,t,e", "1,2012-03-04,2012-03-04 10:11:12,4. Mar 2012",
      "2,12/3/4,12/03/04 9:05PM,31. December 1999", "3,,,", "4,20101231,2010-12-31 23:59,1. feb 1999")
days <- RxTextData("rx-day.csv", colClasses = c(d = "Date", t = "POSIXct"),
                   colInfo = list(e = list(type = "Date", dateFormat = "%d. %m %Y")))
rxImport(days)
rxImport(RxTextData("rx-day.csv", colClasses = c(d = "Date"), centuryCutoff = 0, varsToKeep = "d"))
try(rxImport(RxTextData("rx-day.csv", colClasses = c(e = "Date"))))
try(rxImport(RxTextData("rx-day.csv", colClasses = c(d = "Date"), readDateFormat = "%y-[%d")))
lines("rx-us.csv", "n,when", "1,on Tue 3/14/15 at 9:26:53.5", "2,on Fri 12/31/99 at 23:59:59")
us <- RxTextData("rx-us.csv", colClasses = c(when = "POSIXct"),
                 readPOSIXctFormat = "%3c%w %m/%d/%y at %H:%M:%S[.%N]")
format(rxImport(us)$when, "%Y-%m-%d %H:%M:%OS3", tz = "UTC")
# Delimiters, quotes and missing values.
lines("rx-del.txt", "x--y-z", "1---2-3", "4-5-'6-7'")
rxImport(RxTextData("rx-del.txt", delimiter = "-", combineDelimiters = TRUE, quoteMark = "'"))
lines("rx-del.txt", "x y|z", "1 2|a", "4|5 b")
rxImport(RxTextData("rx-del.txt", delimiter = "| "))
lines("rx-del.txt", "name  size", "one   1", "two   .")
rxImport(RxTextData("rx-del.txt", missingValueString = "."))
lines("rx-del.txt", "1,NA,", "2,x,", ",,")
rxImport(RxTextData("rx-del.txt", missingValueString = "", defaultMissingColType = "character"))
rxImport(RxTextData("rx-del.txt", firstRowIsColNames = FALSE, colInfo = list(
  list(index = 1, newName = "number"), list(index = 2, newName = "text", type = "factor"))))
try(rxImport(RxTextData("rx-del.txt", colInfo = list(list(index = 9, newName = "none")))))
lines("rx-del.txt", "k,t", "1,abcdef", "2,xy")
rxImport(RxTextData("rx-del.txt", colInfo = list(t = list(type = "character", width = 3))))
# A column that seems to hold integers.
lines("rx-late.csv", "k,x", paste0(1:20, ",", c(1:15, 1.5, NA, 2:4)))
late <- RxTextData("rx-late.csv", rowsToSniff = 5, rowsPerRead = 6)
rxGetInfo(rxImport(late, "rx-late.xdf"), getVarInfo = TRUE, getBlockSizes = TRUE)
all.equal(rxDataStep("rx-late.xdf"), read.csv("rx-late.csv"))
all.equal(rxDataStep(late), read.csv("rx-late.csv"))
sum(rxDataStep(late, transforms = list(y = x * 2))$y, na.rm = TRUE)
try(rxImport(RxTextData("rx-late.csv", colClasses = c(x = "integer")), "rx-late.xdf", overwrite = TRUE))
dim(RxXdfData("rx-late.xdf"))
try(rxSort(late, sortByVars = "k"))
# Folders of text.
set <- RxTextData("rx-set.csv", createFileSet = TRUE, rowsPerOutFile = 20, firstRowIsColNames = FALSE)
rxDataStep(warpbreaks, set)@file
sapply(list.files("rx-set"), function(name) length(readLines(file.path("rx-set", name))))
try(rxDataStep(cars, set))
invisible(rxDataStep(warpbreaks, RxTextData("rx-set.csv", createFileSet = TRUE, rowsPerOutFile = 30,
                                            writeFactorsAsIndexes = TRUE), overwrite = TRUE))
invisible(file.create("rx-set/_SUCCESS"))
list.files(".", "^rx-set|^[.]rx", all.files = TRUE)
sapply(rxDataStep("rx-set"), class)
all.equal(rxDataStep(RxTextData("rx-set"))$breaks, warpbreaks$breaks)
close <- gzfile("rx-set/rx-set_3.csv.gz", "w"); writeLines(c("breaks,wool,tension", "1.5,2,3"), close); close(close)
tail(rxDataStep(RxTextData("rx-set/rx-*")), 2)
lines("rx-set/rx-set_4.csv", "breaks,wool,tension", "1,2,x")
try(rxDataStep(RxTextData("rx-set")))
unlink(Sys.glob("rx-*"), recursive = TRUE)
