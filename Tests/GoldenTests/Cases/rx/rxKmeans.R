# differs: rx is not part of GNU R; layouts as documented for RevoScaleR, numbers as GNU R has them
flowers <- iris[, 3:4]
first <- flowers[c(1, 51, 101), ]
k <- rxKmeans(~ Petal.Length + Petal.Width, iris, centers = first)
k
g <- kmeans(flowers, first, algorithm = "Lloyd", iter.max = 100)
all.equal(k$centers, g$centers, check.attributes = FALSE)
identical(k$cluster, unname(g$cluster))
all.equal(unname(k$withinss), g$withinss)
all.equal(k$totss, g$totss)
k$numIterations == g$iter
sort(rxKmeans(~ Petal.Length + Petal.Width, iris, numClusters = 3, numStarts = 5, seed = 1)$size)
rxKmeans(~ Petal.Length, iris, numClusters = 2, numStarts = 0)$size
write.csv(iris, "rx-iris.csv", row.names = FALSE)
text <- rxKmeans(~ Petal.Length + Petal.Width, "rx-iris.csv", centers = first, reportProgress = 0)
identical(text$centers, k$centers)
class(as.kmeans(k))
try(rxKmeans(~ Petal.Length, iris))
try(rxKmeans(~ Species, iris, centers = matrix(1:2)))
unlink("rx-iris.csv")
