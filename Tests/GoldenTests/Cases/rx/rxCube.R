# differs: rx is not part of GNU R; recorded from its R half over sums that GNU R computed
write.csv(airquality, "rx-air.csv", row.names = FALSE)
ds <- RxTextData("rx-air.csv")
rxCube(Ozone ~ F(Month), ds, reportProgress = 0)
rxCube(~ F(cyl):F(gear), mtcars)
z <- rxCube(breaks ~ wool:tension, warpbreaks, means = FALSE)
z
subset(z, wool == "A")
as.data.frame(z)$Counts
z[z$breaks > 250, ]
rxCube(cbind(mpg, wt) ~ F(cyl):F(gear), mtcars, removeZeroCounts = TRUE, returnDataFrame = TRUE)
w <- rxCube(Ozone ~ F(Month), airquality, fweights = "Day")
w
again <- rxCube(Ozone ~ F(Month), airquality[rep(1:153, airquality$Day), ])
all.equal(as.data.frame(w), as.data.frame(again))
unlink("rx-air.csv")
rxResultsDF(rxLinMod(mpg ~ F(cyl) + wt, mtcars, cube = TRUE, cubePredictions = TRUE))
try(rxResultsDF(rxLogit(am ~ wt, mtcars)))
names(rxResultsDF(rxCube(log(mpg) ~ F(cyl, low = 4, high = 8), mtcars)))
names(as.data.frame(rxCube(log(mpg) ~ F(cyl), mtcars)))
try(rxHistogram(~ mpg | F(cyl):F(gear), mtcars, maxNumPanels = 4))
head(rxLinePlot(dist ~ speed, cars, type = c("p", "r")), 2)
rxRiskRatio(rxCrossTabs(~ F(am):F(vs), mtcars))
