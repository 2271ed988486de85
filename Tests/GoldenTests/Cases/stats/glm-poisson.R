counts <- c(18, 17, 15, 20, 10, 20, 25, 13, 12)
outcome <- gl(3, 1, 9)
treatment <- gl(3, 3)
fit <- glm(counts ~ outcome + treatment, family = poisson())
fit
summary(fit)
anova(fit)
AIC(fit)
summary(glm(counts ~ outcome, quasipoisson))
