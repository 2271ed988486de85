# differs: rx is not part of GNU R; what base R computes is compared inside
rxOptions(reportProgress = 0)
write.csv(warpbreaks, "rx-warp.csv", row.names = FALSE)
ds <- RxTextData("rx-warp.csv", rowsPerRead = 20)
made <- rxFactors(ds, c("wool", "tension"))
str(made)
all.equal(made, warpbreaks)
levels(rxFactors(mtcars, c("cyl", "gear"), sortLevels = TRUE)$cyl)
levels(rxFactors(mtcars, "cyl")$cyl)
# Levels that are given; others are missing, or another level.
infos <- list(wool = list(levels = "B"),
              strong = list(varName = "tension", levels = c("H", "M"), otherLevel = "rest"))
table(rxFactors(ds, infos)[c("wool", "strong")], useNA = "ifany")
# New names: for all levels, or for some.
table(rxFactors(ds, list(tension = list(levels = c("L", "M", "H"), newLevels = c("low", "mid", "high"))))$tension)
kind <- list(kind = list(varName = "Species", newLevels = list(small = "setosa", big = c("versicolor", "virginica"))))
table(rxFactors(iris, kind)[c("kind", "Species")])
try(rxFactors(iris, "Spezies"))
# Parts by factor or rows, as base R splits.
parts <- rxSplit(warpbreaks, splitByFactor = "tension", rowSelection = breaks > 20)
names(parts)
for (level in c("L", "M", "H")) {
  wanted <- subset(warpbreaks, breaks > 20 & tension == level)
  rownames(wanted) <- NULL
  print(all.equal(parts[[paste0("warpbreaks.tension.", level)]], wanted))
}
sapply(rxSplit(cars, numOut = 4), function(part) c(rows = nrow(part), dist = sum(part$dist)))
sapply(rxSplit(ds, outFilesBase = "", splitByFactor = "wool"), nrow)
try(rxSplit(cars, splitByFactor = "none"))
unlink("rx-warp.csv")
