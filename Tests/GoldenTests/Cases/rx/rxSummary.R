# differs: rx is not part of GNU R; recorded from its R half over sums that GNU R computed
write.csv(airquality, "rx-air.csv", row.names = FALSE)
ds <- RxTextData("rx-air.csv")
rxSummary(~ Ozone + Wind + Temp, ds, reportProgress = 0)
s <- rxSummary(~ Species + Sepal.Length:Species, iris)
s
s$sDataFrame
s$nobs.valid
names(s)
rxSummary(~ ., iris)
rxSummary(mpg ~ F(cyl):F(gear), mtcars, summaryStats = c("Sum", "Mean"), removeZeroCounts = TRUE)
rxSummary(~ Ozone + Solar.R, airquality, fweights = "Month")
rxSummary(~ F(Month) + Ozone, airquality, pweights = "Wind", byTerm = FALSE)
repeated <- airquality[rep(1:153, airquality$Month), ]
all.equal(rxSummary(~ Ozone, airquality, fweights = "Month")$sDataFrame$StdDev, sd(repeated$Ozone, TRUE))
rxResultsDF(rxSummary(~ Ozone + Wind, ds, reportProgress = 0))
try(rxSummary(~ Ozone, ds, summaryStats = "Median"))
unlink("rx-air.csv")
