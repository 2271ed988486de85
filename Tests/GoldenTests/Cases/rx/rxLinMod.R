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
two <- rxLinMod(cbind(mpg, hp) ~ wt + F(cyl), mtcars, covCoef = TRUE, covData = TRUE)
summary(two)
all.equal(rxCovCoef(two)[1:3, 1:3], vcov(lm(mpg ~ wt + factor(cyl, c(8, 4, 6)), mtcars))[1:3, 1:3],
          check.attributes = FALSE)
all.equal(rxCorData(two)["wt", "F_cyl=4"], cor(mtcars$wt, mtcars$cyl == 4))
all.equal(AIC(rxLinMod(mpg ~ wt, mtcars)), AIC(lm(mpg ~ wt, mtcars)))
rxLinMod(breaks ~ wool:tension, warpbreaks, cube = TRUE)$countDF
rxLinMod(mpg ~ F(cyl) + wt, mtcars, cube = TRUE, cubePredictions = TRUE)$countDF
rxLinMod(breaks ~ wool * tension, warpbreaks, coefLabelStyle = "R", dropFirst = TRUE, dropMain = FALSE)
counted <- data.frame(y = c(1, 3, 2, 5), x = 1:4, n = c(2, 1, 3, 1))
fit <- rxLinMod(y ~ x, counted, fweights = "n")
repeated <- lm(y ~ x, counted[rep(1:4, counted$n), ])
all.equal(unname(fit$coef.std.error[, 1]), unname(coef(summary(repeated))[, 2]))
fit <- rxLinMod(y ~ x, counted, pweights = "n")
all.equal(unname(fit$coef.std.error[, 1]), unname(coef(summary(lm(y ~ x, counted, weights = n)))[, 2]))
