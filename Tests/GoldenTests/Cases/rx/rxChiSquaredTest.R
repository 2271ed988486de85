# differs: rx is not part of GNU R; layouts as documented for RevoScaleR, numbers as GNU R has them
admissions <- as.data.frame(UCBAdmissions)
all <- rxCrossTabs(Freq ~ Gender:Admit, admissions, returnXtabs = TRUE)
by <- rxCrossTabs(Freq ~ Gender:Admit:Dept, admissions)
rxChiSquaredTest(all)
rxFisherTest(all)
rxChiSquaredTest(by)
rxFisherTest(by)
rxKendallCor(all, seed = 1)
rxKendallCor(all, type = "c", seed = 1)[1, "tauc"]
gears <- rxCube(~ F(gear):F(cyl), mtcars)
tau <- rxKendallCor(gears, seed = 2)[1, "taub"]
all.equal(tau, cor(mtcars$gear, mtcars$cyl, method = "kendall"), check.attributes = FALSE)
rxOddsRatio(all)
rxRiskRatio(all, alternative = "greater")
rxMultiTest(list(t.test(mpg ~ vs, mtcars), t.test(hp ~ vs, mtcars)))
rxPairwiseCrossTab(as.xtabs(gears)[, c("4", "6", "8")], FUN = rxOddsRatio)
rxPairwiseCrossTab(by)
try(rxOddsRatio(by))
