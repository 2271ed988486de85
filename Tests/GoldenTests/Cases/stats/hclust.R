d <- dist(matrix(c(0, 1, 5, 6, 12, 0, 1, 4, 6, 10), 5))
d
h <- hclust(d, "average")
h
h$merge
h$height
cutree(h, 2)
