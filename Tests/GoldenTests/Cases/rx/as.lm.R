# differs: rx is not part of GNU R; its numbers are compared with those of predict
fit <- rxLinMod(breaks ~ wool + tension, warpbreaks, dropFirst = TRUE, covCoef = TRUE)
model <- as.lm(fit)
class(model)
coef(model)
all.equal(predict(model, warpbreaks), predict(lm(breaks ~ wool + tension, warpbreaks), warpbreaks))
last <- as.lm(rxLinMod(breaks ~ tension + wool, warpbreaks))
coef(last)
all.equal(predict(last, warpbreaks), predict(model, warpbreaks))
logit <- rxLogit(am ~ wt + hp, mtcars, covCoef = TRUE)
model <- as.glm(logit)
model
all.equal(predict(model, mtcars, type = "response"), fitted(glm(am ~ wt + hp, binomial, mtcars)),
          tolerance = 1e-6)
try(as.lm(rxLinMod(breaks ~ wool * tension, warpbreaks)))
try(as.lm(rxLinMod(mpg ~ F(cyl), mtcars)))
