# differs: rx is not part of GNU R; base R's aggregate is compared inside
rxOptions(reportProgress = 0)
set.seed(5)
n <- 3000
data <- data.frame(a = sample(2000L, n, TRUE), b = sample(-400:500, n, TRUE), c = sample(c(1:90, NA), n, TRUE),
                   f = factor(sample(letters, n, TRUE), letters), y = rnorm(n), w = sample(3, n, TRUE))
data <- rbind(data, data[1:500, ])
rxDataStep(data, "rx-sparse.xdf", rowsPerRead = 700)
rxDataStep(data, "rx-sparse.csv")
try(rxCube(~ F(a):F(b):F(c), data))
# The same as without, where there are few combinations.
same <- function(...) {
  dense <- rxCube(..., removeZeroCounts = TRUE, returnDataFrame = TRUE)
  sparse <- rxCube(..., useSparseCube = TRUE, returnDataFrame = TRUE)
  identical(dense, sparse)
}
for (from in list(data, RxXdfData("rx-sparse.xdf"), RxTextData("rx-sparse.csv", stringsAsFactors = TRUE))) {
  print(c(same(~ F(c):f, data = from), same(y ~ f:F(b), data = from), same(cbind(y, w) ~ f, data = from, means = FALSE),
          same(y ~ F(c):f, data = from, fweights = "w"), same(y ~ F(c):f, data = from, pweights = "w")))
}
# Nearly two hundred million combinations, of which a few are met.
cube <- rxCube(y ~ F(a):F(b):F(c), "rx-sparse.xdf", useSparseCube = TRUE, returnDataFrame = TRUE)
known <- aggregate(cbind(y, count = 1) ~ a + b + c, transform(data, count = 1), sum)
means <- aggregate(y ~ a + b + c, data, mean)
number <- function(f) as.integer(as.character(f))
c(nrow(cube) == nrow(known), identical(number(cube$F_a), known$a), identical(number(cube$F_b), known$b),
  identical(number(cube$F_c), known$c), identical(as.integer(cube$Counts), as.integer(aggregate(w ~ a + b + c, data, length)$w)),
  isTRUE(all.equal(cube$y, means$y)))
rxOptions(numCoresToUse = 1)
identical(cube, rxCube(y ~ F(a):F(b):F(c), "rx-sparse.xdf", useSparseCube = TRUE, returnDataFrame = TRUE))
rxOptions(numCoresToUse = -1)
rxCube(~ f:F(w), data, useSparseCube = TRUE, rowSelection = f %in% c("a", "z") & w < 3)
try(rxCube(~ y, data, useSparseCube = TRUE))
unlink(Sys.glob("rx-*"))
