# differs: rx is not part of GNU R; factors that formulas make of numbers and of factors
rxOptions(reportProgress = 0)
d <- data.frame(age = c(20L, 21L, 21L, 25L, NA, 30L), pay = c(1, 2, 3, 4, 5, 6), f = factor(c("a", "b", "c", "d", "a", "b")))
rxDataStep(d, "rx-f.xdf", rowsPerRead = 2)
# The range that a file tells of a variable, here all of it, makes the levels.
identical(rxCube(pay ~ F(age), "rx-f.xdf", returnDataFrame = TRUE), rxCube(pay ~ F(age), d, returnDataFrame = TRUE))
info <- rxGetVarInfo("rx-f.xdf")
info$age$low <- 21
info$age$high <- 26
narrow <- rxSetVarInfo(info, "rx-f.xdf")
rxSummary(~ F(age), "rx-f.xdf")$categorical[[1]]
rxCube(pay ~ F(age), "rx-f.xdf")
rownames(coef(rxLinMod(cbind(pay, age) ~ F(age), "rx-f.xdf")))
# Values outside the range that is asked for, missing or a level of their own.
rxSummary(~ F(age, low = 20, high = 22), d)$categorical[[1]]
rxSummary(~ F(age, low = 20, high = 22, exclude = FALSE), d)$categorical[[1]]
# Some levels of a factor.
rxSummary(~ F(f, 2, 3) + pay:F(f, low = 1, high = 2, exclude = FALSE), d)$categorical
unlink("rx-f.xdf")
rxOptions(reportProgress = 2)
