fit <- aov(yield ~ N * P * K + Error(block), npk)
fit
summary(fit)
