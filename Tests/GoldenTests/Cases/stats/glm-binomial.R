fit <- glm(am ~ wt, binomial, mtcars)
fit
summary(fit)
predict(fit, data.frame(wt = 2:4), type = "response")
head(residuals(fit), 3)
anova(fit, test = "Chisq")
glm(cbind(ncases, ncontrols) ~ agegp, binomial, esoph)
binomial("probit")
