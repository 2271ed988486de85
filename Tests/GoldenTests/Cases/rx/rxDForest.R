# differs: rx is not part of GNU R; layouts as documented for RevoScaleR
forest <- rxDForest(Species ~ ., iris, nTree = 50, seed = 1, importance = TRUE)
forest
forest$oob.err$num.oob[50]
order(forest$importance[[1]], decreasing = TRUE)[1:2]
again <- rxDForest(Species ~ ., iris, nTree = 50, seed = 1)
identical(forest$oob.err, again$oob.err)
rxOptions(numCoresToUse = 1)
identical(forest$confusion, rxDForest(Species ~ ., iris, nTree = 50, seed = 1)$confusion)
rxOptions(numCoresToUse = -1)
cars <- rxDForest(mpg ~ wt + hp + disp + cyl, mtcars, nTree = 100, minSplit = 5, mTry = 2, seed = 3)
cars$oob.err$pseudo.R2[100] > 0.7
names(cars$oob.err)
range(rxTreeDepth(cars)) > 1
sum(rxVarUsed(cars)) == sum(rxTreeSize(cars) - 1)
class(rxGetTree(cars, 3))
sum(rxLeafSize(rxGetTree(cars)))
rxVarUsed(rxDTree(mpg ~ wt + hp, mtcars, xVal = 0), count = FALSE)
weighted <- rxDForest(Species ~ Petal.Width, iris, nTree = 5, parms = list(loss = c(0, 1, 1, 1, 0, 1, 9, 1, 0)), seed = 1)
dim(weighted$confusion)
try(rxGetTree(cars, 101))
nrow(rxDForest(mpg ~ wt + hp, mtcars, nTree = 3, seed = 1, computeOobError = 0)$oob.err)
quiet <- rxDForest(Species ~ ., iris, nTree = 3, seed = 1, computeOobError = -1)
quiet
quiet$cutoff
