# differs: rx is not part of GNU R; recorded from its R half over sums that GNU R computed
write.csv(airquality, "rx-air.csv", row.names = FALSE)
ds <- RxTextData("rx-air.csv")
rxSummary(~ Ozone + Wind + Temp, ds, reportProgress = 0)
s <- rxSummary(~ Species + Sepal.Length:Species, iris)
s
s$sDataFrame
s$nobs.valid
unlink("rx-air.csv")
