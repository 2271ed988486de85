# differs: RevoScaleR is not part of GNU R; the numbers are those of mean() and glm()
library(RevoPemaR)
m <- PemaMean()
pemaCompute(m, data = iris, varName = "Petal.Length")
# More data for the same object.
pemaCompute(m, data = iris, varName = "Petal.Length", initPema = FALSE)
m$totalObs
m
PemaMean$help(processData)
# Several passes: logistic regression by Newton's method.
PemaLogit <- setPemaClass("PemaLogit", contains = "PemaBaseClass",
  fields = list(beta = "numeric", gradient = "numeric", hessian = "matrix", step = "numeric"),
  methods = list(
    initialize = function(...) {
      callSuper(...)
      usingMethods(.pemaMethods)
      beta <<- c(0, 0)
    },
    initIteration = function(iterIn) {
      gradient <<- c(0, 0)
      hessian <<- matrix(0, 2, 2)
      outputTrace(paste("pass", iterIn, "\n"))
    },
    getVarsToUse = function() c("am", "wt"),
    processData = function(dataList) {
      x <- cbind(1, dataList$wt)
      p <- as.vector(plogis(x %*% beta))
      gradient <<- gradient + as.vector(t(x) %*% (dataList$am - p))
      hessian <<- hessian + t(x) %*% (x * p * (1 - p))
    },
    updateResults = function(pemaObj) {
      gradient <<- gradient + pemaObj$gradient
      hessian <<- hessian + pemaObj$hessian
    },
    processResults = function() {
      step <<- solve(hessian, gradient)
      beta <<- beta + step
      beta
    },
    hasConverged = function() all(abs(step) < 1e-10)))
a <- pemaCompute(PemaLogit(), mtcars, traceLevel = 1)
a
all.equal(a, unname(coef(glm(am ~ wt, binomial, mtcars))), tolerance = 1e-7)
# By threads, from text in chunks.
write.csv(mtcars, "pema-cars.csv", row.names = FALSE)
ds <- RxTextData("pema-cars.csv", rowsPerRead = 5)
old <- rxSetComputeContext("localpar")
b <- pemaCompute(PemaLogit(), ds, reportProgress = 0)
all.equal(a, b, tolerance = 1e-12)
identical(b, pemaCompute(PemaLogit(), ds, reportProgress = 0))
pemaCompute(PemaMean(), ds, varName = "mpg", reportProgress = 0)
rxSetComputeContext(old)
pemaCompute(PemaMean(), ds, varName = "mpg", reportProgress = 0)
unlink("pema-cars.csv")
