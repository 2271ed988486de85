fit <- nls(rate ~ Vm * conc / (K + conc), Puromycin, subset = state == "treated",
           start = c(Vm = 200, K = 0.05))
round(coef(fit), 4)
round(deviance(fit), 3)
df.residual(fit)
round(predict(fit, data.frame(conc = c(0.1, 1))), 3)
