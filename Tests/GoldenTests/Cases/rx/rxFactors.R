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
# All factors sorted; levels in another order, more levels, fewer digits, an index.
lapply(rxFactors(warpbreaks, sortLevels = TRUE)[-1], levels)
levels(rxFactors(warpbreaks, list(list(varName = "tension", sortLevels = TRUE)))$tension)
other <- rxFactors(iris, list(Species = list(newLevels = c("versicolor", "setosa", "virginica"))))
identical(as.character(other$Species), as.character(iris$Species))
levels(other$Species)
levels(rxFactors(iris, list(Species = list(newLevels = c("setosa", "versicolor", "virginica", "pumila"))))$Species)
levels(rxFactors(iris, list(Species = list(newLevels = list(V = "setosa", S = c("versicolor", "virginica")), sortLevels = TRUE)))$Species)
table(rxFactors(iris, list(Species = list(newLevels = list(S = "setosa"), otherLevel = "rest")))$Species)
rxFactors(data.frame(x = c(7.123456, 7.12346, 1234567, NA)), "x")$x
sides <- list(side = list(varName = "tension", newLevels = c(left = "1", right = "2"), indexMap = c(1, 2, 2)))
table(rxFactors(warpbreaks, sides)[c("side", "tension")])
try(rxFactors(iris, list(Species = list(newLevels = c("a", "b")))))
# Names and sizes of parts.
names(rxSplit(cars, numOut = 3))
sapply(rxSplit(cars, numOut = 4, fill = "left"), nrow)
rxDataStep(warpbreaks, "rx-warp.xdf", rowsPerRead = 10)
names(rxSplit("rx-warp.xdf", outFilesBase = "", splitByFactor = "wool"))
files <- rxSplit("rx-warp.xdf", outFilesBase = "rx-parts/warp-", outFileSuffixes = c("one", "two"), splitBy = "blocks")
sapply(files, function(file) c(file@file, nrow(file)))
names(rxSplitXdf("rx-warp.xdf", "rx-parts/rows", numOutFiles = 2))
halves <- rxSplit("rx-warp.xdf", outFilesBase = "rx-parts/model", outFileSuffixes = c("Train", "Test"), splitByFactor = "half", transforms = list(half = factor(sample(c("Train", "Test"), .rxNumRows, TRUE), c("Train", "Test"))), rngSeed = 17)
names(halves)
both <- rbind(rxDataStep(halves[[1]]), rxDataStep(halves[[2]]))
identical(sort(both$breaks), sort(warpbreaks$breaks))
unlink(c("rx-warp.xdf", "rx-parts"), recursive = TRUE)
