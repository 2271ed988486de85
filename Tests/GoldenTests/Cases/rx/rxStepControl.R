# differs: rx is not part of GNU R; its numbers are compared with those of step
scope <- ~ wt + hp + qsec + drat + am
fit <- rxLinMod(mpg ~ wt, mtcars, covCoef = TRUE,
                variableSelection = rxStepControl(scope = scope, keepStepCoefs = TRUE))
fit$formula
fit$anova
fit$stepCoefs
model <- step(lm(mpg ~ wt, mtcars), scope, trace = 0)
all.equal(unname(as.matrix(fit$anova[-1])), unname(as.matrix(model$anova[-1])))
all.equal(coef(fit)[names(coef(model))], coef(model))
backward <- rxStepControl(method = "backward", k = log(32))
rxLinMod(mpg ~ wt * am + qsec, mtcars, variableSelection = backward)$anova
step(lm(mpg ~ wt * am + qsec, mtcars), trace = 0, k = log(32))$anova
rxLogit(am ~ mpg + hp + qsec, mtcars, variableSelection = rxStepControl("backward"))$anova
step(glm(am ~ mpg + hp + qsec, binomial, mtcars), trace = 0)$anova
forward <- rxStepControl("forward", ~ . + wool * tension)
rxGlm(breaks ~ 1, warpbreaks, poisson(), variableSelection = forward, computeAIC = TRUE)$formula
tests <- rxStepControl("stepwise", scope, stepCriterion = "SigLevel", maxSigLevelToAdd = .05)
rxLinMod(mpg ~ 1, mtcars, variableSelection = tests)
# A term enters or leaves by the p-values of add1 and drop1, no sooner.
level <- add1(lm(mpg ~ 1, mtcars), ~ qsec, test = "F")["qsec", "Pr(>F)"]
enters <- function(p) {
  control <- rxStepControl("forward", ~ qsec, stepCriterion = "SigLevel", maxSigLevelToAdd = p)
  length(coef(rxLinMod(mpg ~ 1, mtcars, variableSelection = control))) == 2
}
c(enters(0.999 * level), enters(1.001 * level))
level <- drop1(glm(am ~ mpg + hp, binomial, mtcars), test = "Chisq")["hp", "Pr(>Chi)"]
stays <- function(p) {
  control <- rxStepControl("backward", list(lower = ~ mpg), stepCriterion = "SigLevel",
                           minSigLevelToDrop = p, test = "Chisq")
  length(coef(rxLogit(am ~ mpg + hp, mtcars, variableSelection = control))) == 3
}
c(stays(0.99 * level), stays(1.01 * level))
# Rows that miss a variable of the scope are left out of all models.
rxLinMod(Ozone ~ Temp, airquality, variableSelection = rxStepControl(scope = ~ Temp + Solar.R))$nValidObs
try(rxLinMod(mpg ~ F(cyl), mtcars, cube = TRUE, variableSelection = tests))
# Coefficients by steps, without those that stay 0.
kept <- rxStepControl(scope = ~ wt + hp + qsec, keepStepCoefs = TRUE)
shown <- rxStepPlot(rxLinMod(mpg ~ wt, mtcars, variableSelection = kept))
shown
try(rxStepPlot(rxLinMod(mpg ~ wt, mtcars)))
