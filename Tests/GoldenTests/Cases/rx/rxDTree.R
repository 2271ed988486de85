# differs: rx is not part of GNU R; the trees, frames and splits are those of rpart on these data
rxDTree(Species ~ ., iris, cp = 0.01, seed = 1)
tree <- rxDTree(mpg ~ ., mtcars, minSplit = 5, minBucket = 2, cp = 0.01, xVal = 0)
tree
tree$frame
tree$splits
tree$cptable
prune.rxDTree(tree, 0.1)
rxDTree(breaks ~ wool + tension, warpbreaks, xVal = 0)$csplit
cars2 <- transform(mtcars, cyl = factor(cyl), gear = factor(gear), carb = factor(carb))
small <- rxDTree(cyl ~ gear + carb, cars2, minSplit = 4, minBucket = 1, xVal = 0)
small
rxDTree(cyl ~ gear + carb, cars2, parms = list(split = "information", prior = c(0.2, 0.2, 0.6)), xVal = 0)
air <- rxDTree(Ozone ~ Solar.R + Wind + Temp + Month + Day, airquality, xVal = 0, cp = 0.02)
air
length(air$where)
set.seed(2)
d <- data.frame(x = runif(5000), z = rnorm(5000))
d$y <- ifelse(d$x > 0.3, 2, 0) + d$z^2 / 10
big <- rxDTree(y ~ x + z, d, maxDepth = 2, xVal = 3, seed = 1)
abs(big$splits[1, "index"] - 0.3) < 0.02
rxDTreeBestCp(big) < 0.5
weighted <- rxDTree(mpg ~ wt, transform(mtcars, w = rep(1:2, 16)), fweights = "w", xVal = 0)
all.equal(weighted$frame$yval[1], weighted.mean(mtcars$mpg, rep(1:2, 16)))
try(rxDTree(mpg ~ log(wt), mtcars))
# The node of each row, in a file of its own or in that of the data.
rxDataStep(iris, "iris.xdf", overwrite = TRUE, reportProgress = 0)
tree <- rxDTree(Species ~ Petal.Length + Petal.Width, "iris.xdf", outFile = "nodes.xdf", xVal = 0,
                extraVarsToWrite = "Sepal.Width", reportProgress = 0)
nodes <- rxReadXdf("nodes.xdf", reportProgress = 0)
head(nodes, 3)
identical(nodes$.rxNode, tree$where)
tree <- rxDTree(Species ~ Petal.Length, "iris.xdf", outFile = "iris.xdf", outColName = "node",
                xVal = 0, overwrite = TRUE, reportProgress = 0)
table(rxReadXdf("iris.xdf", reportProgress = 0)$node)
unlink(c("iris.xdf", "nodes.xdf"))
