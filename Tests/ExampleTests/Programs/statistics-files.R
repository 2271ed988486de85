rxOptions(reportProgress = 0)
# The same people from all formats.
spss <- rxImport("people.sav")
spss
por <- rxImport("people.por")
names(por)
identical(setNames(por, names(spss))[-2], spss[-2])
sas <- rxImport(RxSasData("people.sas7bdat", formatFile = "formats.sas7bcat"))
sas
identical(rxImport("people.xpt"), rxImport("people.sas7bdat"))
as.numeric(spss$seen) - as.numeric(sas$seen)
# What is known of variables.
rxGetInfo("people.sav", getVarInfo = TRUE)
rxGetVarInfo(RxSpssData("people.sav", labelsAsLevels = FALSE))
rxGetVarInfo(RxSasData("people.sas7bdat", formatFile = "formats.sas7bcat"))
rxGetVarInfo(RxSpssData("people.sav", labelsAsLevels = FALSE, labelsAsInfo = FALSE,
                        varsToKeep = "answer"))
# Codes of missing values.
codes <- function(...) rxDataStep(RxSpssData("people.sav", varsToKeep = c("answer", "score"), ...))
codes(mapMissingCodes = "none")[c(5, 8, 9), ]
codes(mapMissingCodes = "first", labelsAsLevels = FALSE)[c(5, 8, 9), ]
# Types, names and chunks.
ds <- RxSpssData("people.sav", stringsAsFactors = TRUE, rowsPerRead = 4, varsToDrop = "seen",
  colClasses = c(id = "integer", answer = "numeric"), colInfo = list(
    land = list(type = "character", newName = "country"),
    score = list(type = "factor", levels = c("0", "2.5"), newLevels = c("none", "some"))))
str(rxDataStep(ds))
rxOpen(ds)
while (length(chunk <- rxReadNext(ds))) print(chunk$id)
rxClose(ds)
rxDataStep(ds, startRow = 3, numRows = 3, varsToKeep = c("id", "land"))
head(ds, 1)
try(tail(ds, 1))
path <- tempfile(fileext = ".xdf")
rxImport(ds, path)
rxGetInfo(path, getBlockSizes = TRUE)$rowsPerBlock
# Analyses.
rxCrossTabs(~ answer:land, "people.sav")
coef(rxLinMod(score ~ land, RxSpssData("people.sav")))
coef(lm(score ~ relevel(land, "Sweden"), spss))
# What goes wrong.
try(rxImport("nothing.sav"))
bad <- tempfile(fileext = ".sas7bdat")
writeLines("not a file of SAS", bad)
cat(sub(bad, "bad.sas7bdat", try(rxImport(bad), silent = TRUE), fixed = TRUE))
try(rxDataStep(RxSpssData("people.sav", varsToKeep = c("id", "age"), checkVarsToKeep = TRUE)))
try(rxImport(RxSpssData("people.sav", colClasses = c(person = "numeric"))))
try(rxDataStep(cars, RxSpssData("new.sav")))
try(RxSasData("people.sas7bdat", mapMissingCodes = "some"))
RxSasData("people.sas7bdat", formatFile = "formats.sas7bcat")
