# differs: RevoScaleR is not part of GNU R; the numbers are those of tapply()
mean_of <- function(keys, data) mean(rxDataStep(data, reportProgress = 0)$mpg)
table_of <- function(groups) sapply(groups, function(g) c(g$keys$cyl, g$keys$am, g$result))
table_of(rxExecBy(mtcars, c("cyl", "am"), function(keys, data) mean(data$mpg)))
write.csv(mtcars, "exec-by.csv")
ds <- RxTextData("exec-by.csv", rowsPerRead = 7)
table_of(rxExecBy(ds, c("cyl", "am"), mean_of))
old <- rxSetComputeContext("localpar")
table_of(rxExecBy(ds, c("cyl", "am"), mean_of, filterFunc = function(d) subset(d, cyl != 6)))
# One group that fails leaves the others alone.
k <- 2
by <- rxExecBy(iris, "Species", funcParams = list(3), func = function(keys, data, p) {
  if (keys$Species == "virginica") stop("no such flower")
  nrow(data) * p * k
})
str(by[2:3])
rxSetComputeContext(old)
# Partitions stay.
parts <- rxPartition(iris, "exec-by-parts", "Species", reportProgress = 0)
parts$Species
sapply(parts$DataSource, function(d) nrow(rxDataStep(d, reportProgress = 0)))
identical(rxGetPartitions("exec-by-parts")$Species, parts$Species)
invisible(rxPartition(iris[1:10, ], "exec-by-parts", "Species", reportProgress = 0))
rows <- function(keys, data) nrow(rxDataStep(data, reportProgress = 0))
sapply(rxExecByPartition("exec-by-parts", rows), `[[`, "result")
try(rxPartition(iris, "exec-by-parts", "Petal.Width", reportProgress = 0))
try(rxExecBy(iris, "Colour", rows))
unlink("exec-by-parts", recursive = TRUE)
unlink("exec-by.csv")
