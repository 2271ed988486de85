# Columns that depend on earlier ones get NA, in R's order.
fit <- lm(mpg ~ wt + I(2 * wt) + hp, mtcars)
fit
summary(fit)
anova(fit)
vcov(fit)
fit$rank
