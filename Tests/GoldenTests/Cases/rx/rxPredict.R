# differs: rx is not part of GNU R; its numbers are compared with those of predict
fit <- rxLinMod(dist ~ speed, cars, covCoef = TRUE)
found <- rxPredict(fit, cars, computeStdErrors = TRUE, interval = "prediction",
                   computeResiduals = TRUE, writeModelVars = TRUE)
head(found, 3)
model <- lm(dist ~ speed, cars)
wanted <- suppressWarnings(predict(model, se.fit = TRUE, interval = "prediction", level = .95))
all.equal(as.matrix(found[c(1, 3, 4)]), wanted$fit, check.attributes = FALSE)
all.equal(found$dist_StdErr, unname(wanted$se.fit))
all.equal(found$dist_Resid, unname(resid(model)))
logit <- rxLogit(am ~ wt + F(cyl), mtcars, covCoef = TRUE, objectiveFunctionTolerance = 1e-14,
                 coeffTolerance = 0)
found <- rxPredict(logit, mtcars, computeStdErrors = TRUE, interval = "confidence",
                   extraVarsToWrite = "gear")
head(found, 3)
model <- glm(am ~ wt + factor(cyl), binomial, mtcars, epsilon = 1e-14)
wanted <- predict(model, type = "response", se.fit = TRUE)
all.equal(found$am_Pred, unname(wanted$fit))
all.equal(found$am_StdErr, unname(wanted$se.fit))
all.equal(rxPredict(logit, mtcars, type = "link")$am_Pred, unname(predict(model)))
counts <- rxGlm(breaks ~ wool * tension + offset(extra), transform(warpbreaks, extra = 1), poisson())
head(rxPredict(counts, transform(warpbreaks, extra = 2), predVarNames = "mean"), 2)
all.equal(rxPredict(counts, transform(warpbreaks, extra = 1))[[1]],
          unname(fitted(glm(breaks ~ wool * tension, poisson, warpbreaks))))
# Levels go by their names; those that the model does not know are missing or an error.
other <- data.frame(wool = factor(c("B", "A", "Z")), tension = c("L", NA, "H"), extra = 0)
try(rxPredict(counts, other))
rxPredict(counts, other, checkFactorLevels = FALSE)
rxPredict(counts, other, checkFactorLevels = FALSE, removeMissings = TRUE)
two <- rxLinMod(cbind(mpg, hp) ~ wt, mtcars, covCoef = TRUE)
head(rxPredict(two, mtcars, computeStdErrors = TRUE), 2)
whole <- rxPredict(logit, mtcars, computeStdErrors = TRUE)
try(rxPredict(rxLogit(am ~ wt, mtcars), mtcars, computeStdErrors = TRUE))
try(rxPredict(logit, mtcars, interval = "prediction"))
raw <- rxSerializeModel(logit, realtimeScoringOnly = TRUE)
all.equal(rxPredict(rxUnserializeModel(raw), mtcars), whole[1])
# The transformations of a model are those of its predictions.
logs <- rxLinMod(logMpg ~ half, mtcars, transforms = list(logMpg = log(mpg) + shift, half = wt / 2), transformObjects = list(shift = 1))
same <- lm(log(mpg) + 1 ~ I(wt / 2), mtcars)
all.equal(rxPredict(logs, mtcars)$logMpg_Pred, unname(fitted(same)))
all.equal(rxPredict(logs, mtcars, computeResiduals = TRUE)$logMpg_Resid, unname(resid(same)))
rxPredict(logs, data.frame(wt = 2:3), extraVarsToWrite = "half")
halves <- function(data) {
  if (!.rxIsPrediction) data$kph <- data$mpg * 1.6
  data$half <- data$wt / 2
  data
}
kph <- rxLinMod(kph ~ half, mtcars, transformFunc = halves, transformVars = c("mpg", "wt"))
rxPredict(kph, data.frame(wt = 2:3))
# A file that is read gets the predictions as columns, block by block.
rxDataStep(mtcars, "rx-cars.xdf", varsToKeep = c("mpg", "wt", "cyl"), rowsPerRead = 10, reportProgress = 0)
added <- rxPredict(logs, "rx-cars.xdf", reportProgress = 0)
rxGetInfo(added, getBlockSizes = TRUE)
all.equal(rxDataStep(added, reportProgress = 0), cbind(mtcars[c("mpg", "cyl", "wt")], rxPredict(logs, mtcars)), check.attributes = FALSE)
try(rxPredict(logs, added))
fit <- rxPredict(logs, added, overwrite = TRUE, predNames = c("logMpg_Pred", "rest"), computeResiduals = TRUE, reportProgress = 0)
tree <- rxDTree(mpg ~ half, mtcars, transforms = list(half = wt / 2), xVal = 0)
names(rxPredict(tree, added, outData = "rx-cars.xdf", reportProgress = 0))
# A data frame gets them beside its columns.
names(rxPredict(logs, mtcars, outData = mtcars["am"], predVarNames = "logMpg"))
try(rxPredict(logs, mtcars, outData = cars))
rxPredict(rxLinMod(mpg ~ wt, mtcars), data.frame(wt = 2:3, mpg = c(20, NA)), computeResiduals = TRUE)
unlink("rx-cars.xdf")
