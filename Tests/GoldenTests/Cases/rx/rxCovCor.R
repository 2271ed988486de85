# differs: rx is not part of GNU R; layouts as documented for RevoScaleR, numbers as GNU R has them
rxCovCor(~ mpg + wt + log(hp), mtcars)
rxCovCor(~ Ozone + Wind, airquality, type = "cor", fweights = "Month")
x <- transform(mtcars, l = log(hp))[c("mpg", "wt", "l")]
all.equal(rxCov(~ mpg + wt + log(hp), mtcars), cov(x), check.attributes = FALSE, tolerance = 1e-13)
all.equal(rxCor(~ mpg + wt + log(hp), mtcars), cor(x), check.attributes = FALSE, tolerance = 1e-13)
rxSSCP(~ speed + dist, cars)
crossprod(cbind(1, as.matrix(cars)))
repeated <- airquality[rep(1:153, airquality$Month), c("Ozone", "Wind")]
all.equal(rxCov(~ Ozone + Wind, airquality, fweights = "Month"), cov(repeated, use = "complete"))
rxCov(~ speed, cars, rowSelection = dist > 50)
found <- rxCovCor(~ speed + dist + I(speed + dist), cars, keepAll = FALSE)
found$DroppedVars
names(found)
rxCovCor(~ speed + one, transform(cars, one = 1))$DroppedVarIndexes
try(rxCovCor(mpg ~ wt, mtcars))
