# differs: rx is not part of GNU R; layouts as documented for RevoScaleR, numbers as GNU R has them
p <- c(0, 0.01, 0.1, 0.25, 0.5, 0.77, 1)
rxQuantile("Ozone", airquality)
same <- function(found, expected) isTRUE(all.equal(unname(found), unname(as.numeric(expected))))
same(rxQuantile("Temp", airquality, probs = p), quantile(airquality$Temp, p, type = 1))
same(rxQuantile("Wind", airquality, probs = p), quantile(airquality$Wind, p, type = 1))
repeated <- rep(airquality$Temp, airquality$Month)
same(rxQuantile("Temp", airquality, fweights = "Month", probs = p), quantile(repeated, p, type = 1))
set.seed(1)
d <- data.frame(x = rnorm(500))
max(abs(rxQuantile("x", d, probs = p) - quantile(d$x, p, type = 4))) < 1e-4
max(abs(rxQuantile("x", d, numericBins = TRUE) - quantile(d$x, type = 4))) < 1e-2
rxQuantile("x", data.frame(x = NA_real_), names = FALSE)
try(rxQuantile("Species", iris))
curve <- rxLorenz("dist", data = cars)
tail(curve, 3)
rxGini(curve)
y <- sort(cars$dist)
2 * sum(y * seq_along(y)) / (50 * sum(y)) - 51 / 50
rxHistogram(~ mpg | am, transform(mtcars, am = factor(am)), numBreaks = 4)
h <- rxHistogram(~ mpg, mtcars, numBreaks = 6, startVal = 10, endVal = 35)
all.equal(h$Counts, as.numeric(table(cut(mtcars$mpg, seq(10, 35, 5)))))
rxHistogram(~ F(cyl), mtcars, histType = "Percent", levelsToDrop = c("5", "7"))
