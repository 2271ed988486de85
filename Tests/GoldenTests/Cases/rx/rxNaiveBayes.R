# differs: rx is not part of GNU R; layouts as documented for RevoScaleR, numbers as GNU R has them
fit <- rxNaiveBayes(Species ~ Petal.Length + Petal.Width, iris)
fit
all.equal(fit$tables$Petal.Length[, 2], c(tapply(iris$Petal.Length, iris$Species, sd)), check.attributes = FALSE)
rxNaiveBayes(tension ~ wool + breaks, warpbreaks, smoothingFactor = 1, rowSelection = breaks > 15)$tables
air <- transform(airquality, month = factor(Month))
rxNaiveBayes(month ~ Ozone + Wind, air, byTerm = FALSE)$apriori
names(as.naiveBayes(fit))
try(rxNaiveBayes(mpg ~ wt, mtcars))
