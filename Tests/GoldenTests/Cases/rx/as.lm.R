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
crossed <- rxLinMod(breaks ~ wool * tension, warpbreaks, dropFirst = TRUE, covCoef = TRUE)
model <- as.lm(crossed)
known <- lm(breaks ~ wool * tension, warpbreaks)
all.equal(coef(model), coef(known))
all.equal(chol2inv(model$qr$qr), chol2inv(known$qr$qr))
rows <- warpbreaks[c(1, 20, 54), ]
all.equal(predict(model, rows), predict(known, rows))
slopes <- as.glm(rxLogit(am ~ wt * f, transform(mtcars, f = factor(vs))))
all.equal(predict(slopes, transform(mtcars, f = factor(vs))),
          predict(glm(am ~ wt * factor(vs), binomial, mtcars)), tolerance = 1e-5)
try(as.lm(rxLinMod(dist ~ f:g, data.frame(dist = c(1, 3, 2, 5), f = factor(c(1, 1, 2, 2)),
                                          g = factor(c(1, 2, 1, 1))))))
try(as.lm(rxLinMod(mpg ~ F(cyl), mtcars)))
