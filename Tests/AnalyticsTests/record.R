# Writes a data set and what GNU R makes of it: Rscript record.R, in this folder.
set.seed(1)
n <- 600
d <- data.frame(y = round(rnorm(n, 5, 3), 4), u = round(rexp(n) * 100, 2), v = sample.int(50, n, TRUE) + 100000L,
  f = sample(c("red", "green", "blue", "grey"), n, TRUE), m = sample(1:6, n, TRUE), w = round(runif(n, .5, 2), 3))
d$y <- round(d$y + d$u / 50 + (d$f == "red") * 2 - d$m / 3, 4)
d$y[c(5, 77)] <- NA; d$u[c(9, 300)] <- NA; d$f[c(10, 500)] <- NA
write.csv(d, "Recorded/data.csv", row.names = FALSE, quote = FALSE)
last <- function(x) { k <- unique(na.omit(x)); factor(x, levels = k) }
d$f <- last(d$f)
sas <- function(x) contr.SAS(levels(x))
C2 <- function(f) `contrasts<-`(f, value = contr.SAS(nlevels(f)))
d$F <- C2(d$f); d$G <- C2(factor(d$m))
out <- file("Recorded/fits.txt", "w")
put <- function(name, m, text) {
  s <- summary(m)
  cat(name, "|", text, "|", format(coef(m), digits = 15), "|", format(s$coefficients[, 2], digits = 15), "|",
    format(c(s$sigma, s$r.squared, s$adj.r.squared, s$fstatistic), digits = 15), "\n", file = out)
}
put("main", lm(y ~ u + F, d), "y ~ u + f")
put("log", lm(y ~ log(u) + v + F, d), "y ~ log(u) + v + f")
put("integers", lm(y ~ u + G + F, d), "y ~ u + F(m) + f")
put("weights", lm(y ~ u + F, d, weights = w), "y ~ u + f")
put("slopes", lm(y ~ F + u:f, d), "y ~ f + u:f")
close(out)
out <- file("Recorded/moments.txt", "w")
line <- function(name, x) cat(name, "|", format(c(sum(!is.na(x)), mean(x, na.rm = TRUE), sd(x, na.rm = TRUE), min(x, na.rm = TRUE), max(x, na.rm = TRUE)), digits = 15), "\n", file = out)
for (v in c("y", "u", "v")) line(v, d[[v]])
for (k in levels(d$f)) line(k, d$y[!is.na(d$f) & d$f == k])
close(out)
out <- file("Recorded/generalised.txt", "w")
put <- function(name, m) {
  s <- summary(m)
  cat(name, "|", format(coef(m), digits = 15), "|", format(s$coefficients[, 2], digits = 15), "|",
    format(c(deviance(m), m$null.deviance, AIC(m)), digits = 15), "\n", file = out)
}
exact <- function(formula, family, ...) glm(formula, family, d, epsilon = 1e-15, maxit = 100, ...)
put("logit", exact(w / 2 ~ u + F, quasibinomial()))
put("poisson", exact(m ~ u + F, poisson()))
put("gamma", exact(w ~ u + F, Gamma("log")))
put("inverse", exact(w ~ u + F, inverse.gaussian()))
close(out)
points <- na.omit(d[c("y", "u")])
k <- kmeans(points, rbind(c(0, 0), c(5, 150), c(10, 400)), iter.max = 100, algorithm = "Lloyd")
out <- file("Recorded/clusters.txt", "w")
put <- function(name, x) cat(name, "|", format(x, digits = 15), "\n", file = out)
put("centres", c(t(k$centers))); put("sizes", k$size); put("within", k$withinss); put("total", k$totss)
put("rows", c(nrow(points), nrow(d) - nrow(points)))
close(out)
