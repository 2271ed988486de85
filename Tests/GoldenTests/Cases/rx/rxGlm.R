# differs: rx is not part of GNU R; its numbers are compared with those of glm
fit <- rxLogit(case ~ age + parity + F(spontaneous), infert)
fit
summary(fit)
same <- function(fit, model, tolerance = 1e-8) {
  estimates <- fit$coefficients[!fit$aliased, 1]
  table <- coef(summary(model))
  isTRUE(all.equal(unname(estimates), unname(table[, 1]), tolerance)) &&
    isTRUE(all.equal(unname(fit$coef.std.error[!fit$aliased, 1]), unname(table[, 2]), tolerance)) &&
    isTRUE(all.equal(c(fit$deviance, fit$null.deviance), c(model$deviance, model$null.deviance))) &&
    (is.na(model$aic) || isTRUE(all.equal(AIC(fit), AIC(model))))
}
fitted <- function(formula, data, family, ...) {
  rxGlm(formula, data, family, dropFirst = TRUE, coeffTolerance = 0, computeAIC = TRUE,
        objectiveFunctionTolerance = 1e-14, maxIterations = 100, ...)
}
compared <- function(formula, data, family) {
  fit <- fitted(formula, data, family)
  same(fit, glm(formula, family, data, epsilon = 1e-14, maxit = 100))
}
infert$weight <- rep(1:3, length.out = nrow(infert))
infert$share <- with(infert, (case + 1) / 4)
for (link in c("logit", "probit", "cauchit", "cloglog", "log")) {
  cat(link, compared(share ~ age + education, infert, quasibinomial(link)), "\n")
}
breaks <- breaks ~ wool + tension
for (link in c("log", "identity", "sqrt")) cat(link, compared(breaks, warpbreaks, poisson(link)), "\n")
for (link in c("inverse", "identity", "log")) cat(link, compared(breaks, warpbreaks, Gamma(link)), "\n")
for (link in c("1/mu^2", "inverse", "identity", "log")) {
  cat(link, compared(breaks, warpbreaks, inverse.gaussian(link)), "\n")
}
for (link in c("identity", "log", "inverse")) cat(link, compared(breaks, warpbreaks, gaussian(link)), "\n")
compared(breaks, warpbreaks, quasi("log", "mu^2"))
compared(breaks, warpbreaks, quasi(power(1/3), "mu"))
weighted <- rxGlm(case ~ age, infert, binomial(), pweights = "weight", offset = "parity",
                  computeAIC = TRUE, coeffTolerance = 0, objectiveFunctionTolerance = 1e-14)
model <- glm(case ~ age + offset(parity), binomial(), infert, weights = weight, epsilon = 1e-14)
all.equal(unname(coef(weighted)), unname(coef(model)))
all.equal(AIC(weighted), AIC(model))
all.equal(coef(weighted), coef(rxGlm(case ~ age + offset(parity), infert, binomial(),
                                     fweights = "weight", initialValues = c(-1, 0))))
# A family of functions, and the same that is known by name.
own <- structure(c(list(family = "own"), poisson()[-1]), class = "family")
all.equal(coef(fitted(breaks, warpbreaks, own)), coef(fitted(breaks, warpbreaks, poisson())))
tweedie <- rxGlm(count ~ spray, InsectSprays, rxTweedie(1.5, 0), covCoef = TRUE)
summary(tweedie)
all.equal(coef(fitted(count ~ spray, InsectSprays, rxTweedie(1, 0))),
          coef(fitted(count ~ spray, InsectSprays, poisson())))
dim(vcov(tweedie))
logLik(rxGlm(breaks, warpbreaks, Gamma(), computeAIC = TRUE))
try(rxGlm(count ~ spray, InsectSprays, Gamma()))
try(rxLogit(count ~ spray, InsectSprays))
rxLogit(case ~ age, infert, rowSelection = parity < 3, transforms = list(age = age / 10))$nValidObs
rxLogit(case ~ F(spontaneous) + age, infert, cube = TRUE)$countDF
try(rxLogit(~ age, infert))
# Deviances have four decimals, however large they are.
grep("deviance", capture.output(summary(rxGlm(y ~ x, data.frame(y = c(1000, 3000.5, 2000), x = 1:3)))), value = TRUE)
# What comes with a logistic fit: the covariances of its columns, and a prediction for each cell.
fit <- rxLogit(am ~ wt + hp, mtcars, covData = TRUE)
all.equal(rxCovData(fit), cov(mtcars[c("wt", "hp")]))
two <- transform(na.omit(airquality), Hot = factor(Temp > 80, labels = c("no", "yes")),
                 Late = factor(Month > 7, labels = c("early", "late")))
fit <- rxLogit(Hot ~ Late + Wind, two, covData = TRUE, dropFirst = TRUE)
all.equal(unname(coef(fit)[c(1, 3, 4)]), unname(coef(glm(Hot ~ Late + Wind, binomial, two))),
          tolerance = 1e-6)
rxCovData(fit)
cells <- rxLogit(am ~ F(gear) + wt, mtcars, cube = TRUE, cubePredictions = TRUE, maxIterations = 5)
slope <- coef(cells)[["wt"]]
all.equal(plogis(coef(cells)[1:3] + slope * mean(mtcars$wt)), cells$countDF$am, check.attributes = FALSE)
cells$countDF$Counts
