# differs: rx is not part of GNU R; checked by hand and against the rank statistic
actual <- c(0, 0, 1, 1, 0, 1, 1, 0, 1, NA)
scored <- data.frame(actual, good = actual, bad = 1 - actual,
                     some = c(.1, .4, .35, .8, .2, .9, .6, .7, .3, .5))
roc <- rxRoc("actual", c("good", "some"), scored, numBreaks = 10)
roc
rxAuc(roc)
rxAuc(rxRoc("actual", "bad", scored, removeDups = FALSE))
# With a break between any two predictions the area is that of Wilcoxon's statistic.
known <- scored[1:9, ]
w <- wilcox.test(some ~ actual, known[nrow(known):1, ], exact = FALSE)$statistic
unname(1 - w / (5 * 4))
scored$hit <- scored$actual == 1
scored$label <- factor(ifelse(scored$hit, "yes", "no"))
all.equal(rxAuc(rxRoc("hit", "some", scored)), rxAuc(rxRoc("actual", "some", scored)))
all.equal(rxAuc(rxRoc("label", "some", scored)), rxAuc(rxRoc("actual", "some", scored)))
dim(rxRoc("actual", "some", scored, removeDups = FALSE))
write.csv(scored, "rx-scored.csv", row.names = FALSE)
attr(rxRocCurve("actual", "some", "rx-scored.csv", numBreaks = 10, reportProgress = 0), "auc")
unlink("rx-scored.csv")
try(rxRoc("some", "good", scored[0, ]))
scored$good[2] <- NA
both <- rxRoc("actual", c("good", "some"), scored, numBreaks = 4)
one <- rxRoc("actual", "some", scored[-2, ], numBreaks = 4)
all.equal(as.data.frame(both, var = "some")[-2], as.data.frame(one)[-2])
as.data.frame(both, var = 1)
