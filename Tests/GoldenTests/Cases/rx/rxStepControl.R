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
# Rows that miss a variable of the scope are left out of all models.
rxLinMod(Ozone ~ Temp, airquality, variableSelection = rxStepControl(scope = ~ Temp + Solar.R))$nValidObs
try(rxLinMod(mpg ~ F(cyl), mtcars, cube = TRUE, variableSelection = tests))
# Coefficients by steps, without those that stay 0.
kept <- rxStepControl(scope = ~ wt + hp + qsec, keepStepCoefs = TRUE)
shown <- rxStepPlot(rxLinMod(mpg ~ wt, mtcars, variableSelection = kept))
shown
try(rxStepPlot(rxLinMod(mpg ~ wt, mtcars)))
