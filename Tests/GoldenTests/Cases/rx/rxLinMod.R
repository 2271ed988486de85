# differs: rx is not part of GNU R; recorded from its R half over sums that GNU R computed
write.csv(warpbreaks, "rx-warp.csv", row.names = FALSE)
ds <- RxTextData("rx-warp.csv", stringsAsFactors = TRUE)
fit <- rxLinMod(breaks ~ wool + tension, ds, reportProgress = 0)
fit
summary(fit)
coef(fit)
summary(rxLinMod(breaks ~ tension, ds, cube = TRUE, reportProgress = 0))
few <- rxLinMod(Ozone ~ Wind + Temp, airquality)
all.equal(coef(few), coef(lm(Ozone ~ Wind + Temp, airquality)))
few$nMissingObs
unlink("rx-warp.csv")
