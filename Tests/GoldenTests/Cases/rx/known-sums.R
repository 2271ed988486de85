# differs: rx is not part of GNU R; what a file keeps of its sums is what a pass finds
rxOptions(reportProgress = 0)
set.seed(1)
d <- data.frame(x = rnorm(70000) * 1e5, y = rexp(70000), k = sample(1000L, 70000, TRUE))
d$x[c(5, 40000)] <- NA
d$y[7] <- NaN
info <- list(y = list(type = "float32"))
rxDataStep(d, "rx-sums.xdf", rowsPerRead = 50000)
rxImport("rx-sums.xdf", "rx-narrow.xdf", colInfo = info)
both <- function(file, formula) {
  known <- rxSummary(formula, file)$sDataFrame
  c(identical(known, rxSummary(formula, file, rowSelection = TRUE)$sDataFrame),
    all.equal(known$Mean, vapply(d[known$Name], mean, 0, na.rm = TRUE, USE.NAMES = FALSE)),
    all.equal(known$StdDev, vapply(d[known$Name], sd, 0, na.rm = TRUE, USE.NAMES = FALSE)))
}
both("rx-sums.xdf", ~ x + y + k)
both("rx-narrow.xdf", ~ x + y + k)
rxSummary(~ x + k, "rx-sums.xdf")$sDataFrame[, c("ValidObs", "MissingObs")]
unlink(c("rx-sums.xdf", "rx-narrow.xdf"))
# Numbers far from zero keep their digits, with weights too.
far <- data.frame(x = 1e7 + d$x[10:1009] / 1e5, y = d$y[10:1009], w = (1:1000) / 7)
near <- transform(far, x = x - 1e7)
all.equal(rxSummary(~ x, far, pweights = "w")$sDataFrame$StdDev,
          rxSummary(~ x, near, pweights = "w")$sDataFrame$StdDev, tolerance = 1e-14)
all.equal(unname(coef(rxLinMod(y ~ x, far, pweights = "w"))[2]),
          unname(coef(lm(y ~ x, near, weights = w))[2]), tolerance = 1e-12)
