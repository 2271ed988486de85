# differs: rx is not part of GNU R; values are those of rpart(maxcompete = 0, maxsurrogate = 0, xval = 0)
cars2 <- transform(mtcars, cyl = factor(cyl))
tree <- rxDTree(mpg ~ wt + cyl + hp, cars2, minSplit = 20, minBucket = 7, cp = 0.01, xVal = 0)
part <- as.rpart(tree)
part
part$variable.importance
attr(part$terms, "dataClasses")
str(part$control)
part$numresp
predict(part, cars2[1:3, ])
predict(part)[1:2]
iris2 <- iris[c(1, 60, 150), ]
classes <- as.rpart(rxDTree(Species ~ ., iris, minSplit = 20, minBucket = 7, cp = 0.01, xVal = 0))
classes
classes$parms
predict(classes, iris2)
predict(classes, iris2, type = "class")
predict(classes, iris2, type = "vector")
predict(classes, iris2, type = "matrix")
iris2$Petal.Width[2:3] <- NA
predict(classes, iris2)
try(predict(part, type = "prob"))
try(as.rpart(rxDTree(mpg ~ h, mtcars, transforms = list(h = hp / 2), xVal = 0)))
class(rxAddInheritance(tree))
class(rxAddInheritance(structure(list(), class = "a"), "b"))
