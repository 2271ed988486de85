fit <- aov(yield ~ block + N * P * K, npk)
fit
summary(fit)
coef(aov(weight ~ group, PlantGrowth))
TukeyHSD(aov(weight ~ group, PlantGrowth))
replications(~ . - yield, npk)
