# differs: rx is not part of GNU R; trees and shares as rpart and e1071 have them
tree <- rxDTree(Species ~ ., iris, cp = 0.01, xVal = 0)
head(rxPredict(tree, iris, type = "prob"), 2)
table(rxPredict(tree, iris, type = "class")$Species_Pred, iris$Species)
cars2 <- rxDTree(mpg ~ wt + cyl, mtcars, xVal = 0)
head(rxPredict(cars2, mtcars, computeResiduals = TRUE, extraVarsToWrite = "mpg"), 3)
forest <- rxDForest(Species ~ ., iris, seed = 1)
all.equal(rowSums(rxPredict(forest, iris, type = "vote")), rep(10, 150), check.attributes = FALSE)
mean(rxPredict(forest, iris)$Species_Pred == iris$Species) > 0.95
boosted <- rxBTrees(am ~ wt + hp, mtcars, nTree = 50, minSplit = 6, minBucket = 3, seed = 2)
p <- rxPredict(boosted, mtcars)$am_Pred
all.equal(p, plogis(rxPredict(boosted, mtcars, type = "link")$am_Pred))
bayes <- rxNaiveBayes(Species ~ Petal.Length + Petal.Width, iris)
table(rxPredict(bayes, iris)$Species_Pred, iris$Species)
shares <- rxPredict(bayes, iris, type = "prob")[60, ]
parts <- sapply(levels(iris$Species), function(s) {
  own <- iris[iris$Species == s, 3:4]
  prod(dnorm(unlist(iris[60, 3:4]), colMeans(own), sapply(own, sd)))
})
all.equal(unlist(shares), parts / sum(parts), check.attributes = FALSE)
write.csv(iris, "rx-iris.csv", row.names = FALSE)
fromText <- rxPredict(tree, "rx-iris.csv", type = "class", writeModelVars = TRUE, reportProgress = 0)
identical(fromText$Species_Pred, rxPredict(tree, iris, type = "class")$Species_Pred)
names(fromText)
out <- rxPredict(bayes, "rx-iris.csv", "rx-out.csv", reportProgress = 0)
nrow(read.csv("rx-out.csv"))
k <- rxKmeans(~ Petal.Length, "rx-iris.csv", outFile = "rx-clusters.csv", centers = matrix(c(1, 5)),
              extraVarsToWrite = "Species", reportProgress = 0)
table(read.csv("rx-clusters.csv"))
s <- rxSummary(~ mpg:F(cyl) + wt:F(cyl), mtcars, byGroupOutFile = "rx-by.csv",
               summaryStats = c("Mean", "ValidObs"))
s
read.csv("rx-by.csv")
rxCube(mpg ~ F(cyl), mtcars, outFile = "rx-cube.csv", removeZeroCounts = TRUE)
read.csv("rx-cube.csv")
try(rxPredict(tree, cars))
unlink(c("rx-iris.csv", "rx-out.csv", "rx-clusters.csv", "rx-by.csv", "rx-cube.csv"))
