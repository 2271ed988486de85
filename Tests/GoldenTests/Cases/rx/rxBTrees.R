# differs: rx is not part of GNU R; layouts as documented for RevoScaleR
b <- rxBTrees(mpg ~ wt + hp, mtcars, lossFunction = "gaussian", nTree = 100, minSplit = 6, minBucket = 3, seed = 1)
b
b$oob.err$oob.err[100] < b$oob.err$oob.err[1] / 4
all.equal(b$init.pred, mean(mtcars$mpg))
class(b)
m <- rxBTrees(Species ~ ., iris, lossFunction = "multinomial", nTree = 20, maxDepth = 3, seed = 1)
length(m$forest)
m$oob.err$oob.err[20] < 0.5
k <- rxBTrees(am ~ wt + hp, mtcars, nTree = 50, minSplit = 6, minBucket = 3, seed = 2)
all.equal(k$init.pred, qlogis(mean(mtcars$am)))
# One whole step without sampling is a regression tree of the residuals.
one <- rxBTrees(mpg ~ wt, mtcars, lossFunction = "gaussian", nTree = 1, sampRate = 1, learningRate = 1, seed = 1)
tree <- rxDTree(mpg ~ wt, mtcars, maxDepth = 1, xVal = 0)
all.equal(one$forest[[1]]$frame$yval + one$init.pred, c(mean(mtcars$mpg), tree$frame$yval[-1]))
try(rxBTrees(mpg ~ wt, mtcars))
try(rxBTrees(Species ~ Petal.Width, iris, lossFunction = "gaussian"))
